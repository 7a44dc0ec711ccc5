/** What a player's other devices delivered, for this one to have too. */
import type { Kysely } from 'kysely';

import type { RecordsPage } from '../../wire/delivery.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Tables } from '../database/tables.ts';

/** Most records on one page, and the bytes of payloads after which it ends. */
const MOST_ON_PAGE = 100;
const MOST_BYTES = 512 * 1024;

/**
 * A player's records in the order in which they came to count, from `after` (0 for the first) on. Only those that
 * count: what is marked stays where it was made, so that no other device shows it as earned.
 */
export async function readRecordsPage(executor: Kysely<Tables>, player: string, after: number): Promise<RecordsPage> {
  const rows = await executor
    .selectFrom('record')
    .select(['id', 'device', 'seq', 'type', 'schema', 'payload', 'payload_hash', 'written_at', 'place'])
    .where('player_id', '=', player)
    .where('mark', 'is', null)
    .where('place', '>', String(after))
    .orderBy('place')
    .limit(MOST_ON_PAGE)
    .execute();
  const records: StoredRecord[] = [];
  let upTo = after;
  let bytes = 0;
  for (const { id, device, seq, type, schema, payload, payload_hash, written_at, place } of rows) {
    if (bytes > MOST_BYTES) return { records, upTo, more: true };
    bytes += Buffer.byteLength(JSON.stringify(payload));
    records.push({ id, device, seq, type, schema, payload, payloadHash: payload_hash, at: written_at.getTime() });
    upTo = Number(place);
  }
  return { records, upTo, more: rows.length === MOST_ON_PAGE };
}
