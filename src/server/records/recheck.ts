/**
 * Records whose mark may have been this server's doing are checked again when it starts: those of rules or of a bank
 * that it did not know (during an update behind a balancer, a new page may deliver to an old instance), and those that
 * took too long (on a machine that had no time). What now passes counts from then on. All other marks are for good.
 */
import { sql, type Kysely, type Selectable } from 'kysely';

import type { Mark } from '../../wire/delivery.ts';
import { readRecord, type StoredRecord } from '../../wire/records/read-record.ts';
import type { RecordTable, Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { checkRecord } from './check-record.ts';
import { findCopies } from './copies.ts';
import { countRecords, lockPlayer } from './keep.ts';
import { findForeign } from './provenance.ts';
import { writeNoStatements, type CountedRecord, type WriteStatements } from './statements-hook.ts';
import { guessWhen } from './when.ts';

/** Marks that may be this server's own doing. */
export const LIFTABLE: readonly Mark[] = ['otherRules', 'otherBank', 'tooLong'];
const AT_ONCE = 50;

/**
 * Checks all such records again, until `signal` says to stop; gives how many count from now on. It may run while the
 * server works, and in several instances.
 */
export async function recheckMarked(
  grounds: Grounds,
  writeStatements: WriteStatements,
  signal?: AbortSignal,
): Promise<number> {
  let lifted = 0;
  let from = '0';
  for (;;) {
    const rows = await grounds.db
      .selectFrom('record')
      .selectAll()
      .where('mark', 'in', LIFTABLE)
      .where('place', '>', from)
      .orderBy('place')
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      if (signal?.aborted === true) return lifted;
      if (await recheckOne(grounds, writeStatements, row)) lifted++;
    }
    const last = rows.at(-1);
    if (last === undefined) return lifted;
    from = last.place;
  }
}

/** The first answers after a start are not kept waiting by it. */
const SOON_MS = 5_000;

/** Makes ready to check runs, and checks marked ones again, soon after the start. @returns the way to stop, which waits for the record under way */
export function startRechecking(
  grounds: Grounds,
  writeStatements = grounds.writeStatements ?? writeNoStatements,
): () => Promise<void> {
  const stopped = new AbortController();
  const work = async (): Promise<void> => {
    try {
      const lifted = await recheckMarked(grounds, writeStatements, stopped.signal);
      if (lifted > 0) grounds.log.info({ lifted }, 'records count that did not');
    } catch (error) {
      if (!stopped.signal.aborted) grounds.log.error({ err: error }, 'records could not be checked again');
    }
  };
  let working = Promise.resolve();
  const timer = setTimeout(() => {
    grounds.verifier.warm?.();
    working = work();
  }, SOON_MS);
  return async () => {
    clearTimeout(timer);
    stopped.abort();
    await working;
  };
}

async function recheckOne(
  grounds: Grounds,
  writeStatements: WriteStatements,
  row: Selectable<RecordTable>,
): Promise<boolean> {
  const { db, library, verifier, now } = grounds;
  const stored = restore(row);
  const read = readRecord(stored);
  if (!read.ok) return false;
  const { record } = read;
  const verdict = await checkRecord(verifier, library, record, RECHECK);
  if (!verdict.counts && verdict.mark === row.mark) return false;
  return db.transaction().execute(async (transaction) => {
    const team = await lockPlayer(transaction, row.player_id);
    const at = guessWhen(row.written_at, row.received_at);
    const counted: readonly CountedRecord[] = verdict.counts ? [{ record, finding: verdict.finding, at }] : [];
    const isCopy = counted.length > 0 && (await isCopied(transaction, row.player_id, stored, counted));
    const mark = verdict.counts ? (isCopy ? 'copied' : null) : verdict.mark;
    const changed = await changeMark(transaction, row, mark);
    if (!changed || mark !== null) return false;
    const owner = { player: row.player_id, team };
    await countRecords(transaction, { library, writeStatements, owner, counted, now: now() });
    return true;
  });
}

/** The asker of these checks: one among the players, so that none of them waits for all of it. */
const RECHECK = 'recheck';

async function isCopied(
  executor: Kysely<Tables>,
  player: string,
  stored: StoredRecord,
  counted: readonly CountedRecord[],
): Promise<boolean> {
  const foreign = await findForeign(executor, player, [stored]);
  return foreign.size > 0 || (await findCopies(executor, player, counted)).size > 0;
}

/** False when another instance was faster. A record that counts takes a new place: other devices have read past its old one. */
async function changeMark(
  executor: Kysely<Tables>,
  { player_id, id, mark: before }: Selectable<RecordTable>,
  mark: Mark | null,
): Promise<boolean> {
  const { numUpdatedRows } = await executor
    .updateTable('record')
    .set({ mark, ...(mark === null ? { place: sql<string>`default` } : {}) })
    .where('player_id', '=', player_id)
    .where('id', '=', id)
    .where('mark', '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function restore(row: Selectable<RecordTable>): StoredRecord {
  const { id, device, seq, type, schema, payload, payload_hash, written_at } = row;
  return { id, device, seq, type, schema, payload, payloadHash: payload_hash, at: written_at.getTime() };
}
