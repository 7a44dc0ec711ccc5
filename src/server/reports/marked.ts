/** What was delivered and does not count. It is kept and shown: nobody is accused by a figure that nobody can look at. */
import { sql, type Kysely } from 'kysely';

import type { MarkedReport } from '../../wire/team.ts';
import type { Tables } from '../database/tables.ts';
import { isIn, within } from './conditions.ts';
import type { Sheet } from './csv.ts';
import type { Filters } from './filters.ts';
import { briefOf, findPeople } from './people.ts';

/** The newest so many: a device gone mad can deliver thousands. */
const MOST = 200;

interface MarkedRow {
  readonly player: string;
  readonly record: string;
  readonly type: MarkedReport['results'][number]['type'];
  readonly act: string | null;
  readonly at: Date;
  readonly mark: string;
  readonly claimed: number | null;
}

export async function reportMarked(db: Kysely<Tables>, team: string, filters: Filters): Promise<MarkedReport> {
  const { people } = await findPeople(db, team, filters);
  const briefs = new Map(people.map((person) => [person.id, briefOf(person)]));
  const act = sql<string | null>`r.payload ->> 'act'`;
  const { rows } = await sql<MarkedRow>`
    select r.player_id as player, r.id as record, r.type, ${act} as act, r.received_at as at, r.mark,
      case r.type
        when 'attempt' then (r.payload #>> '{outcome,score}')::double precision
        when 'answer' then (r.payload ->> 'score')::double precision
      end as claimed
    from record r
    where r.mark is not null and ${isIn('r.player_id', [...briefs.keys()])} and ${within('r.received_at', filters)}
      and ${filters.act === null ? sql`true` : sql`${act} = ${filters.act}`}
    order by r.received_at desc, r.id desc limit ${MOST}`.execute(db);
  return {
    results: rows.flatMap(({ player, at, ...row }) => {
      const person = briefs.get(player);
      return person === undefined ? [] : [{ person, ...row, at: at.toISOString() }];
    }),
  };
}

export function tabulateMarked({ results }: MarkedReport): Sheet {
  return {
    columns: ['person', 'name', 'record', 'type', 'act', 'at', 'mark', 'claimed'],
    rows: results.map(({ person, record, type, act, at, mark, claimed }) => [
      person.id,
      person.name,
      record,
      type,
      act,
      at,
      mark,
      claimed,
    ]),
  };
}
