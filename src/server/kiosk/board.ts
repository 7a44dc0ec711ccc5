/** What the big screen of an event shows. */
import { sql, type Kysely } from 'kysely';

import { BOARD_LENGTH, type Board, type BoardEntry, type MadeName } from '../../wire/kiosk.ts';
import type { Tables } from '../database/tables.ts';
import type { Event } from './events.ts';

interface Line {
  readonly act: string;
  readonly visitors: number;
  /** null when everybody of the act was taken from the board. */
  readonly visit: string | null;
  readonly name: MadeName;
  readonly score: number;
  readonly at: Date;
}

/** The best of every act, in one query: each act's are read from the index in their order, and no more than are shown. */
export async function readBoard(db: Kysely<Tables>, { id, name }: Pick<Event, 'id' | 'name'>): Promise<Board> {
  const { rows } = await sql<Line>`
    select played.act, played.visitors, top.visit, top.name, top.score, top.at
    from (
      select act, count(*)::integer as visitors from visit_run where event_id = ${id} and best group by act
    ) as played
    left join lateral (
      select visit.id as visit, visit.name, run.score, run.at
      from visit_run as run join visit on visit.id = run.visit_id
      where run.event_id = ${id} and run.act = played.act and run.best and visit.hidden_at is null
      order by run.score desc, run.at, run.visit_id
      limit ${sql.lit(BOARD_LENGTH)}
    ) as top on true
    order by played.act, top.score desc, top.at, top.visit
  `.execute(db);
  const visitors = new Map<string, number>();
  const acts = new Map<string, BoardEntry[]>();
  for (const { act, visitors: played, visit, name: of, score, at } of rows) {
    visitors.set(act, played);
    const entries = acts.get(act) ?? [];
    acts.set(act, entries);
    if (visit === null) continue;
    const before = entries.at(-1);
    const place = before?.score === score ? before.place : entries.length + 1;
    entries.push({ visit, name: of, act, score, place, at: at.getTime() });
  }
  return { event: id, name, acts: Object.fromEntries(acts), visitors: Object.fromEntries(visitors) };
}
