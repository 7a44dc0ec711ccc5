/** Parts of `where` that reports share. Every row with a result carries its team, so that one index finds a team's rows. */
import { sql, type RawBuilder } from 'kysely';

import { dayOf } from './days.ts';
import type { Filters } from './filters.ts';

/** Whose results are asked for: a team, and of it these people; null for all that there are (and then no kiosk is). */
export interface Whose {
  readonly team: string;
  readonly players: readonly string[] | null;
}

/**
 * Rows of these people. `row` is the alias of a table with `team_id` and `player_id`. An empty list finds nothing. Where
 * the team alone will do, it is asked for alone: a planner takes two conditions for independent, and expects one row in
 * a hundred of those that come.
 */
export function ofPeople(row: string, { team, players }: Whose): RawBuilder<boolean> {
  const ofTeam = sql<boolean>`${sql.ref(`${row}.team_id`)} = ${team}`;
  return players === null ? ofTeam : sql<boolean>`${ofTeam} and ${isIn(`${row}.player_id`, players)}`;
}

/** Rows whose value is one of these. Parameters one by one: the databases' drivers write lists differently. */
export function isIn(column: string, values: readonly string[]): RawBuilder<boolean> {
  if (values.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${sql.ref(column)} in (${sql.join(values)})`;
}

/** Rows of the days asked for. */
export function within(column: string, { from, until }: Pick<Filters, 'from' | 'until'>): RawBuilder<boolean> {
  const after = from === null ? sql`true` : sql`${sql.ref(column)} >= ${from}`;
  const before = until === null ? sql`true` : sql`${sql.ref(column)} < ${until}`;
  return sql<boolean>`(${after} and ${before})`;
}

/** Rows of the act asked for. */
export function ofAct(column: string, { act }: Pick<Filters, 'act'>): RawBuilder<boolean> {
  return act === null ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${act}`;
}

/** The same for a column of days, which must not be compared with a moment: its day depends on where one stands. */
export function withinDays(column: string, { from, until }: Pick<Filters, 'from' | 'until'>): RawBuilder<boolean> {
  const after = from === null ? sql`true` : sql`${sql.ref(column)} >= ${dayOf(from)}::date`;
  const before = until === null ? sql`true` : sql`${sql.ref(column)} < ${dayOf(until)}::date`;
  return sql<boolean>`(${after} and ${before})`;
}
