/** All sums as plain values, to be compared before and after a recount. */
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../src/server/database/tables.ts';

const QUERIES = {
  player_act: sql`select player_id, act, team_id, attempts, first_score, best_score, last_score, seconds,
    first_at::text, last_at::text from player_act order by player_id, act`,
  player_item: sql`select player_id, item, idea, team_id, answers, first_score, last_score, last_at::text
    from player_item order by player_id, item`,
  player_day: sql`select player_id, day::text, team_id, runs, answers, seconds from player_day order by player_id, day`,
  item_option: sql`select team_id, item, option, taken from item_option order by team_id, item, option`,
};

export async function readSums(db: Kysely<Tables>): Promise<Readonly<Record<keyof typeof QUERIES, unknown[]>>> {
  const read: Partial<Record<keyof typeof QUERIES, unknown[]>> = {};
  for (const [table, query] of Object.entries(QUERIES))
    read[table as keyof typeof QUERIES] = (await query.execute(db)).rows;
  return read as Record<keyof typeof QUERIES, unknown[]>;
}
