import type { Surroundings } from '../surroundings.ts';
import type { DeviceRow, KeptAside } from './database.ts';
import type { NewRecord } from '../../wire/records/records.ts';
import { asJson, hashPayload } from '../../wire/records/canonical.ts';
import { currentSchema, LADDERS } from '../../wire/records/migrate.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import { makeUuid7 } from './uuid.ts';

/** Makes a device that has written nothing yet. */
export function newDevice(surroundings: Surroundings): DeviceRow {
  return { key: 'device', device: makeUuid7(surroundings.now(), surroundings.fillRandom), nextSeq: 1 };
}

/**
 * Reads the device's row. One that is damaged is replaced by a new device (a guessed number could be used twice);
 * what was there is to be kept aside.
 */
export function readDevice(row: unknown, surroundings: Surroundings): { row: DeviceRow; aside?: KeptAside } {
  const known = row as Partial<DeviceRow> | undefined;
  if (known === undefined) return { row: newDevice(surroundings) };
  if (typeof known.device === 'string' && Number.isSafeInteger(known.nextSeq) && (known.nextSeq as number) >= 1)
    return { row: known as DeviceRow };
  const aside = { from: 'device', reason: 'the device is damaged', raw: row, at: surroundings.now() } as const;
  return { row: newDevice(surroundings), aside };
}

/** Makes a record of what is to be written; `device.nextSeq` is its number. */
export function stampRecord(fresh: NewRecord, device: DeviceRow, surroundings: Surroundings): StoredRecord {
  const payload = asJson<unknown>(fresh.payload);
  const at = surroundings.now();
  return {
    id: makeUuid7(at, surroundings.fillRandom),
    device: device.device,
    seq: device.nextSeq,
    type: fresh.type,
    schema: currentSchema(LADDERS[fresh.type]),
    payload,
    payloadHash: hashPayload(payload),
    at,
  };
}
