import { MOST_BATCH_BYTES, MOST_RECORD_BYTES, MOST_RECORDS } from '../../wire/delivery.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';

/** Room for what stands around the records of a batch, in bytes. */
const AROUND = 512;

export interface Batch {
  readonly records: readonly StoredRecord[];
  /** Too large for any server: they are not sent. */
  readonly oversized: readonly StoredRecord[];
}

/** Takes as many records from the front as one delivery may carry. `most` is at least 1. */
export function packBatch(pending: readonly StoredRecord[], most: number = MOST_RECORDS): Batch {
  const records: StoredRecord[] = [];
  const oversized: StoredRecord[] = [];
  let room = MOST_BATCH_BYTES - AROUND;
  for (const record of pending) {
    const bytes = sizeOf(record);
    if (bytes > MOST_RECORD_BYTES) {
      oversized.push(record);
      continue;
    }
    if (records.length >= Math.min(most, MOST_RECORDS) || bytes > room) break;
    room -= bytes;
    records.push(record);
  }
  return { records, oversized };
}

function sizeOf(record: StoredRecord): number {
  return new TextEncoder().encode(JSON.stringify(record)).length + 1;
}
