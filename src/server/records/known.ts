/** What this server already has of a player's records, and the receipts for it. */
import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';

import type { DeliveryReceipt, Mark } from '../../wire/delivery.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Tables } from '../database/tables.ts';

/** A record that is kept, without its payload. */
export interface KnownRecord {
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly type: string;
  readonly payload_hash: string;
  readonly mark: string | null;
}

const COLUMNS = ['id', 'device', 'seq', 'type', 'payload_hash', 'mark'] as const;

/** Finds what is kept under the ids of some records, or under their devices and numbers. */
export async function findKnown(
  executor: Kysely<Tables>,
  player: string,
  records: readonly StoredRecord[],
): Promise<KnownRecord[]> {
  if (records.length === 0) return [];
  return executor
    .selectFrom('record')
    .select(COLUMNS)
    .where('player_id', '=', player)
    .where((where) => isAmong(where, records))
    .execute();
}

/** The receipt for a record that is known, or in whose place another one is known; null for a new one. */
export function answerKnown(known: readonly KnownRecord[], stored: StoredRecord): DeliveryReceipt | null {
  const { id, payloadHash, device, seq, type } = stored;
  const same = known.find((each) => each.id === id);
  const inPlace = known.find((each) => each.device === device && each.seq === seq);
  const found = same ?? inPlace;
  if (found === undefined) return null;
  const fits =
    found.payload_hash === payloadHash && found.type === type && found.device === device && found.seq === seq;
  return fits ? writeReceipt(id, payloadHash, found.mark) : { id, payloadHash, status: 'rejected', reason: 'conflict' };
}

/** The receipt for a record that is kept. */
export function writeReceipt(id: string, payloadHash: string, mark: string | null): DeliveryReceipt {
  return mark === null
    ? { id, payloadHash, status: 'accepted', counted: true }
    : { id, payloadHash, status: 'accepted', counted: false, mark: mark as Mark };
}

/** Most receipts beyond those asked for. */
const MOST_LATER = 500;

/** What is kept of some records' ids and numbers, and what the device delivered after the last of them. */
export interface Before {
  readonly known: readonly KnownRecord[];
  /** Receipts for the answers that were lost on their way, by number. */
  readonly later: readonly DeliveryReceipt[];
}

/** Both in one query: it stands before every delivery. `device` is the one that delivers. */
export async function findBefore(
  executor: Kysely<Tables>,
  player: string,
  device: string,
  records: readonly StoredRecord[],
): Promise<Before> {
  if (records.length === 0) return { known: [], later: [] };
  const own = records.filter((record) => record.device === device);
  const last = Math.max(0, ...own.map(({ seq }) => seq));
  const rows = await executor
    .selectFrom('record')
    .select(COLUMNS)
    .where('player_id', '=', player)
    .where((where) =>
      where.or([isAmong(where, records), where.and([where('device', '=', device), where('seq', '>', last)])]),
    )
    .orderBy('seq')
    .limit(MOST_LATER + 2 * records.length)
    .execute();
  const later = rows.filter((row) => row.device === device && row.seq > last).slice(0, MOST_LATER);
  return { known: rows, later: later.map(({ id, payload_hash, mark }) => writeReceipt(id, payload_hash, mark)) };
}

function isAmong(
  where: ExpressionBuilder<Tables, 'record'>,
  records: readonly StoredRecord[],
): ExpressionWrapper<Tables, 'record', SqlBool> {
  const numbers = new Map<string, number[]>();
  for (const { device, seq } of records) numbers.set(device, [...(numbers.get(device) ?? []), seq]);
  const ids = records.map(({ id }) => id);
  return where.or([
    where('id', 'in', ids),
    ...[...numbers].map(([device, seqs]) => where.and([where('device', '=', device), where('seq', 'in', seqs)])),
  ]);
}
