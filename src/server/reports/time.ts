/** How long and how often people play, and whether they come back. */
import { sql, type Kysely, type RawBuilder } from 'kysely';

import type { TimeReport } from '../../wire/team.ts';
import type { Tables } from '../database/tables.ts';
import { ofAct, ofPeople, within, withinDays, type Whose } from './conditions.ts';
import type { Sheet } from './csv.ts';
import { listMondays } from './days.ts';
import type { Filters } from './filters.ts';
import { findPeopleSeen } from './people.ts';

const WEEKS = 8;

interface TimeRow {
  readonly player: string;
  readonly seconds: number;
  /** Days on which something was played or answered. */
  readonly days: number;
  /** Seconds of each week shown. */
  readonly weeks: readonly number[];
}

export async function reportTime(db: Kysely<Tables>, team: string, filters: Filters, now: Date): Promise<TimeReport> {
  const { people, whose } = await findPeopleSeen(db, team, filters);
  const { rows } = await sumTime(whose, filters, listMondays(now, WEEKS)).execute(db);
  const rowOf = new Map(rows.map((row) => [row.player, row]));
  const shown = people.map((person) => {
    const { seconds, days, weeks } = rowOf.get(person.id) ?? NOTHING;
    return {
      id: person.id,
      name: person.name,
      minutes: seconds / 60,
      days,
      lastAt: person.lastAt?.toISOString() ?? null,
      weeks: weeks.map((each) => each / 60),
    };
  });
  const started = shown.filter(({ days }) => days > 0);
  const cameBack = started.filter(({ days }) => days > 1);
  return { people: shown, returned: started.length === 0 ? null : cameBack.length / started.length };
}

const NOTHING = { seconds: 0, days: 0, weeks: new Array<number>(WEEKS).fill(0) };

/** From the days kept as results arrive; for one act from its runs, since a day does not know acts. */
function sumTime(whose: Whose, filters: Filters, mondays: readonly string[]): RawBuilder<TimeRow> {
  const days =
    filters.act === null
      ? sql`select d.player_id, d.day, d.seconds from player_day d
          where ${ofPeople('d', whose)} and ${withinDays('d.day', filters)}`
      : sql`select a.player_id, (a.at at time zone 'UTC')::date as day, sum(a.seconds) as seconds from attempt a
          where ${ofPeople('a', whose)} and ${ofAct('a.act', filters)} and ${within('a.at', filters)}
          group by 1, 2`;
  const weeks = mondays.map(
    (monday) => sql`coalesce(sum(seconds) filter (where day >= ${monday}::date and day < ${monday}::date + 7), 0)`,
  );
  return sql<TimeRow>`
    select player_id as player, sum(seconds) as seconds, count(*)::integer as days,
      json_build_array(${sql.join(weeks)}) as weeks
    from (${days}) as each group by player_id`;
}

export function tabulateTime({ people }: TimeReport): Sheet {
  return {
    columns: ['person', 'name', 'minutes', 'days', 'last', ...Array.from({ length: WEEKS }, (_, i) => `week_${i + 1}`)],
    rows: people.map(({ id, name, minutes, days, lastAt, weeks }) => [id, name, minutes, days, lastAt, ...weeks]),
  };
}
