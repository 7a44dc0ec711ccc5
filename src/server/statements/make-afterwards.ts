/** Makes the statements of what was earned before a store was configured, or that a store has lost. */
import type { Kysely, Selectable } from 'kysely';

import { readRecord } from '../../wire/records/read-record.ts';
import type { RecordTable, Tables } from '../database/tables.ts';
import { guessWhen } from '../records/when.ts';
import type { Earned, Found } from './earned.ts';
import type { Writer } from './write-statements.ts';

/** Records in one transaction. */
const AT_ONCE = 50;

export interface AfterwardsWishes {
  /** Records that arrived since then. */
  readonly from: Date;
  /** Also those that were sent or set aside. */
  readonly again: boolean;
  readonly now: () => Date;
}

/** @returns how many statements wait that did not. It may run while a server works on the same database. */
export async function makeAfterwards(
  db: Kysely<Tables>,
  writer: Pick<Writer, 'writeEarned'>,
  wishes: AfterwardsWishes,
): Promise<number> {
  const players = await db.selectFrom('player').select('id').orderBy('id').execute();
  let made = 0;
  for (const { id } of players) {
    for (let after: string | null = '0'; after !== null;) {
      const page = await makePage(db, writer, { ...wishes, player: id, after });
      made += page.made;
      after = page.last;
    }
  }
  return made;
}

async function makePage(
  db: Kysely<Tables>,
  writer: Pick<Writer, 'writeEarned'>,
  { player, after, from, again, now }: AfterwardsWishes & { readonly player: string; readonly after: string },
): Promise<{ readonly made: number; readonly last: string | null }> {
  return db.transaction().execute(async (transaction) => {
    // Held, so that an erasure comes wholly before or wholly after.
    const owner = await transaction
      .selectFrom('player')
      .select('team_id')
      .where('id', '=', player)
      .forKeyShare()
      .executeTakeFirst();
    if (owner === undefined) return { made: 0, last: null };
    const rows = await transaction
      .selectFrom('record')
      .selectAll()
      .where('player_id', '=', player)
      .where('mark', 'is', null)
      .where('received_at', '>=', from)
      .where('place', '>', after)
      .orderBy('place')
      .limit(AT_ONCE)
      .execute();
    const found = await findFindings(
      transaction,
      player,
      rows.map(({ id }) => id),
    );
    const earned = rows.flatMap((row) => restore(row, found.get(row.id)));
    const made = await writer.writeEarned(transaction, { player, team: owner.team_id, earned, now: now(), again });
    return { made, last: rows.at(-1)?.place ?? null };
  });
}

function restore(row: Selectable<RecordTable>, found: Found | undefined): readonly Earned[] {
  const { id, device, seq, type, schema, payload, payload_hash: payloadHash, written_at, received_at } = row;
  const read = readRecord({ id, device, seq, type, schema, payload, payloadHash, at: written_at.getTime() });
  if (!read.ok) return [];
  const own = found ?? (type === 'bet' || type === 'poll' ? ({ type } as const) : undefined);
  return own === undefined ? [] : [{ record: read.record, found: own, at: guessWhen(written_at, received_at) }];
}

/** What the server found when it checked these records, as the projections keep it. */
async function findFindings(
  executor: Kysely<Tables>,
  player: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  if (records.length === 0) return found;
  const attempts = await executor
    .selectFrom('attempt')
    .select(['record_id', 'score', 'series', 'seconds', 'bet_right'])
    .where('player_id', '=', player)
    .where('record_id', 'in', records)
    .execute();
  for (const { record_id, score, series, seconds, bet_right: betRight } of attempts)
    found.set(record_id, { type: 'attempt', score, series, seconds, betRight });
  const answers = await executor
    .selectFrom('answer')
    .select(['record_id', 'place', 'score'])
    .where('player_id', '=', player)
    .where('record_id', 'in', records)
    .orderBy('place')
    .execute();
  const scores = new Map<string, number[]>();
  for (const { record_id, place, score } of answers)
    if (place === 0) found.set(record_id, { type: 'answer', score });
    else scores.set(record_id, [...(scores.get(record_id) ?? []), score]);
  const examinations = await executor
    .selectFrom('examination')
    .select(['record_id', 'rank', 'tier', 'sure_of_rank', 'sure_of_tier', 'estimate', 'sd'])
    .where('player_id', '=', player)
    .where('record_id', 'in', records)
    .execute();
  for (const {
    record_id,
    rank,
    tier,
    sure_of_rank: sureOfRank,
    sure_of_tier: sureOfTier,
    estimate,
    sd,
  } of examinations)
    found.set(record_id, {
      type: 'examination',
      scores: scores.get(record_id) ?? [],
      rank,
      tier,
      sureOfRank,
      sureOfTier,
      estimate,
      sd,
    });
  return found;
}
