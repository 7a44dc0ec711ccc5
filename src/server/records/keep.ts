/** Keeps checked records, with all that follows from them, in one transaction. */
import type { Insertable, Kysely } from 'kysely';

import type { DeliveryReceipt, Mark } from '../../wire/delivery.ts';
import type { RecordTable, Tables } from '../database/tables.ts';
import type { Library } from '../content/library.ts';
import { Refusal } from '../routing/refusal.ts';
import { refreshActs } from './act-sums.ts';
import type { Verdict } from './check-record.ts';
import { findCopies } from './copies.ts';
import { refreshItems, type AnswerRow } from './item-sums.ts';
import { answerKnown, findKnown, writeReceipt } from './known.ts';
import { projectRecords, type Owner, type Projections } from './project.ts';
import { findForeign } from './provenance.ts';
import type { ReadableRecord } from './screen-record.ts';
import type { CountedRecord, WriteStatements } from './statements-hook.ts';
import { addToDays } from './sums.ts';
import { guessWhen, readTime } from './when.ts';

export interface CheckedRecord extends ReadableRecord {
  readonly verdict: Verdict;
}

export interface KeepWishes {
  readonly library: Pick<Library, 'items'>;
  readonly writeStatements: WriteStatements;
  readonly player: string;
  readonly checked: readonly CheckedRecord[];
  readonly now: Date;
}

export interface Kept {
  readonly receipts: readonly DeliveryReceipt[];
  /** Records that count since this transaction. */
  readonly counted: readonly CountedRecord[];
  readonly team: string;
}

/**
 * Keeps what is not kept already. The player's row is locked first, so that deliveries of one player come one after
 * the other, whichever instance takes them; and so nothing is counted twice.
 *
 * @param executor a transaction
 * @throws Refusal `erased` when the player is no more
 */
export async function keepRecords(executor: Kysely<Tables>, wishes: KeepWishes): Promise<Kept> {
  const { player, checked, now } = wishes;
  const team = await lockPlayer(executor, player, now);
  const marks = await findMarks(executor, player, checked, now);
  const rows = checked.map((each) => writeRow(player, each, marks.get(each.stored.id) ?? null, now));
  const inserted = await insertNew(executor, rows);
  const fresh = checked.filter(({ stored }) => inserted.has(stored.id));
  const counted = fresh.filter(({ stored }) => !marks.has(stored.id)).flatMap((each) => countRecord(each, now));
  await countRecords(executor, { ...wishes, owner: { player, team }, counted });
  const receipts = [
    ...fresh.map(({ stored }) => writeReceipt(stored.id, stored.payloadHash, marks.get(stored.id) ?? null)),
    ...(await answerOthers(executor, player, checked, inserted)),
  ];
  return { receipts, counted, team };
}

/** A player's last sign of life is written this often at most. */
const SEEN_EVERY_MS = 60_000;

/** Locks the player's row and gives the player's team. @throws Refusal `erased` when there is no such player */
export async function lockPlayer(executor: Kysely<Tables>, player: string, now?: Date): Promise<string> {
  const row = await executor
    .selectFrom('player')
    .select(['team_id', 'seen_at'])
    .where('id', '=', player)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('erased');
  if (now !== undefined && now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS)
    await executor.updateTable('player').set({ seen_at: now }).where('id', '=', player).execute();
  return row.team_id;
}

/** Inserts those whose id and number are free; gives their ids. */
async function insertNew(
  executor: Kysely<Tables>,
  rows: readonly Insertable<RecordTable>[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const inserted = await executor
    .insertInto('record')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map(({ id }) => id));
}

/** The receipts for what another delivery has brought since this one was looked through. */
async function answerOthers(
  executor: Kysely<Tables>,
  player: string,
  checked: readonly CheckedRecord[],
  inserted: ReadonlySet<string>,
): Promise<readonly DeliveryReceipt[]> {
  const others = checked.map(({ stored }) => stored).filter(({ id }) => !inserted.has(id));
  const known = await findKnown(executor, player, others);
  return others.flatMap((stored) => answerKnown(known, stored) ?? []);
}

/** Why records do not count, by id: by their own check, or because they are somebody else's, or there already. */
async function findMarks(
  executor: Kysely<Tables>,
  player: string,
  fresh: readonly CheckedRecord[],
  now: Date,
): Promise<ReadonlyMap<string, Mark>> {
  const marks = new Map<string, Mark>();
  for (const { stored, verdict } of fresh) if (!verdict.counts) marks.set(stored.id, verdict.mark);
  const sound = fresh.filter(({ verdict }) => verdict.counts);
  const foreign = await findForeign(
    executor,
    player,
    sound.map(({ stored }) => stored),
  );
  for (const id of foreign) marks.set(id, 'copied');
  const own = sound.filter(({ stored }) => !foreign.has(stored.id));
  for (const id of await findCopies(
    executor,
    player,
    own.flatMap((each) => countRecord(each, now)),
  ))
    marks.set(id, 'copied');
  return marks;
}

function countRecord({ record, verdict }: CheckedRecord, now: Date): readonly CountedRecord[] {
  return verdict.counts ? [{ record, finding: verdict.finding, at: guessWhen(readTime(record.at), now) }] : [];
}

function writeRow(player: string, { stored }: CheckedRecord, mark: Mark | null, now: Date): Insertable<RecordTable> {
  return {
    player_id: player,
    id: stored.id,
    device: stored.device,
    seq: stored.seq,
    type: stored.type as RecordTable['type'],
    schema: stored.schema,
    payload: JSON.stringify(stored.payload),
    payload_hash: stored.payloadHash,
    written_at: readTime(stored.at),
    received_at: now,
    mark,
  };
}

export interface CountWishes extends Pick<KeepWishes, 'library' | 'writeStatements' | 'now'> {
  readonly owner: Owner;
  readonly counted: readonly CountedRecord[];
}

/** Writes what follows from records that count: projections, sums, statements. The player's row must be locked. */
export async function countRecords(
  executor: Kysely<Tables>,
  { library, writeStatements, owner, counted, now }: CountWishes,
): Promise<void> {
  if (counted.length === 0) return;
  const { player, team } = owner;
  const rows = projectRecords(owner, counted);
  await insertRows(executor, rows);
  await refreshActs(executor, owner, rows.attempt);
  await addToDays(executor, owner, rows);
  await refreshItems(executor, library, owner, rows.answer.map(readResponse));
  await writeStatements(executor, { player, team, counted, now });
}

/** Rows are written with JSON as text. */
function readResponse(row: Projections['answer'][number]): AnswerRow {
  return { ...row, response: JSON.parse(row.response) as AnswerRow['response'] };
}

async function insertRows(executor: Kysely<Tables>, rows: Projections): Promise<void> {
  if (rows.attempt.length > 0) await executor.insertInto('attempt').values(rows.attempt).execute();
  for (let from = 0; from < rows.answer.length; from += ANSWERS_AT_ONCE)
    await executor
      .insertInto('answer')
      .values(rows.answer.slice(from, from + ANSWERS_AT_ONCE))
      .execute();
  if (rows.examination.length > 0) await executor.insertInto('examination').values(rows.examination).execute();
  if (rows.bet.length > 0) await executor.insertInto('bet').values(rows.bet).execute();
}

/** A statement may have 65,535 parameters; a row has thirteen. */
const ANSWERS_AT_ONCE = 2_000;
