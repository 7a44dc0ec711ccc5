/**
 * The sums kept beside the results, so that a page need not read a million of them. They change in the transaction that
 * keeps a result, with the player's row locked. What does not depend on order is added to (`player_day`); what does is
 * worked out again from the few results that it is of (`act-sums.ts`, `item-sums.ts`), because results of several devices
 * arrive in any order. `sumEverything` makes all of them anew.
 */
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Owner, Projections } from './project.ts';

/** Within the player's own results: by time, then by id and place, so that there is one first and one last. */
const INSTANT = sql`at, record_id collate "C"`;

/**
 * Adds new results to their days. Seconds are kept to the millisecond, and rounded to it after every addition, so that
 * the order of additions leaves no trace in the last bits.
 */
export async function addToDays(
  executor: Kysely<Tables>,
  { player, team }: Owner,
  { attempt, answer }: Pick<Projections, 'attempt' | 'answer'>,
): Promise<void> {
  const days = new Map<string, { runs: number; answers: number; ms: number }>();
  const add = (at: Date, runs: number, answers: number, ms: number): void => {
    const day = at.toISOString().slice(0, 10);
    const sum = days.get(day) ?? { runs: 0, answers: 0, ms: 0 };
    days.set(day, { runs: sum.runs + runs, answers: sum.answers + answers, ms: sum.ms + roundHalfToEven(ms) });
  };
  for (const { at, seconds } of attempt) add(at, 1, 0, seconds * 1000);
  for (const { at, took_ms } of answer) add(at, 0, 1, took_ms);
  if (days.size === 0) return;
  await executor
    .insertInto('player_day')
    .values(
      [...days].map(([day, { runs, answers, ms }]) => {
        return { player_id: player, day, team_id: team, runs, answers, seconds: ms / 1000 };
      }),
    )
    .onConflict((conflict) =>
      conflict.columns(['player_id', 'day']).doUpdateSet({
        runs: sql<number>`player_day.runs + excluded.runs`,
        answers: sql<number>`player_day.answers + excluded.answers`,
        seconds: sql<number>`round(player_day.seconds * 1000 + excluded.seconds * 1000) / 1000`,
      }),
    )
    .execute();
}

/** As the database rounds a double: so that seconds kept to the millisecond add up alike here and there. */
export function roundHalfToEven(value: number): number {
  const near = Math.round(value);
  return Math.abs(value - Math.trunc(value)) === 0.5 && near % 2 !== 0 ? near - 1 : near;
}

/** Works out the sums of all players; their tables must be empty. */
export async function sumEverything(executor: Kysely<Tables>): Promise<void> {
  await sumActs(executor);
  await sumItems(executor);
  await sumDays(executor);
}

async function sumActs(executor: Kysely<Tables>): Promise<void> {
  await sql`
    insert into player_act
      (player_id, act, team_id, attempts, first_score, best_score, last_score, seconds, first_at, last_at)
    select own.player_id, act, team_id, attempts, first_score, best_score, last_score, seconds, first_at, last_at
    from (
      select player_id, act, count(*)::integer as attempts,
        (array_agg(score order by ${INSTANT}))[1] as first_score,
        max(score) as best_score,
        (array_agg(score order by ${INSTANT}))[count(*)] as last_score,
        sum(round(seconds * 1000)) / 1000 as seconds,
        min(at) as first_at, max(at) as last_at
      from attempt group by player_id, act
    ) as own join player on player.id = own.player_id
  `.execute(executor);
}

async function sumItems(executor: Kysely<Tables>): Promise<void> {
  await sql`
    insert into player_item (player_id, item, idea, team_id, answers, first_score, last_score, last_at)
    select own.player_id, item, idea, team_id, answers, first_score, last_score, last_at
    from (
      select player_id, item, count(*)::integer as answers,
        (array_agg(idea order by ${INSTANT}, place))[count(*)] as idea,
        (array_agg(score order by ${INSTANT}, place))[1] as first_score,
        (array_agg(score order by ${INSTANT}, place))[count(*)] as last_score,
        max(at) as last_at
      from answer group by player_id, item
    ) as own join player on player.id = own.player_id
  `.execute(executor);
}

async function sumDays(executor: Kysely<Tables>): Promise<void> {
  const day = sql`(at at time zone 'UTC')::date`;
  await sql`
    insert into player_day (player_id, day, team_id, runs, answers, seconds)
    select own.player_id, day, team_id, runs, answers, ms / 1000
    from (
      select player_id, day, sum(runs)::integer as runs, sum(answers)::integer as answers, sum(ms) as ms
      from (
        select player_id, ${day} as day, 1 as runs, 0 as answers, round(seconds * 1000) as ms from attempt
        union all
        select player_id, ${day}, 0, 1, round(took_ms) from answer
      ) as each
      group by player_id, day
    ) as own join player on player.id = own.player_id
  `.execute(executor);
}
