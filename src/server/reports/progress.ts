/** People × acts: how often each act was played, and whether it gets better. */
import { sql, type Kysely } from 'kysely';

import { SETTLED } from '../../quiz/index.ts';
import type { ProgressCell, ProgressReport } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { ofAct, ofPeople, within, type Whose } from './conditions.ts';
import type { Sheet } from './csv.ts';
import { hasWindow, type Filters } from './filters.ts';
import { findPeopleSeen } from './people.ts';

export async function reportProgress(
  db: Kysely<Tables>,
  library: Library,
  team: string,
  filters: Filters,
): Promise<ProgressReport> {
  const { people, whose } = await findPeopleSeen(db, team, filters);
  const cellsOf = await readCells(db, library, whose, filters);
  return {
    acts: actsAsked(library, filters),
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      joinedAt: person.joinedAt.toISOString(),
      lastAt: person.lastAt?.toISOString() ?? null,
      cells: cellsOf(person.id),
    })),
  };
}

/** Each person's cells, in the order of the acts asked for. Two queries. */
export async function readCells(
  db: Kysely<Tables>,
  library: Library,
  whose: Whose,
  filters: Filters,
): Promise<(player: string) => readonly ProgressCell[]> {
  const runs = hasWindow(filters) ? await countRuns(db, whose, filters) : await readSums(db, whose, filters);
  const settled = await countSettled(db, whose, filters);
  const runOf = new Map(runs.map((row) => [`${row.player} ${row.act}`, row]));
  const settledOf = new Map(settled.map((row) => [`${row.player} ${row.act}`, row.settled]));
  return (player) =>
    actsAsked(library, filters).map((act) => {
      const run = runOf.get(`${player} ${act}`);
      const known = settledOf.get(`${player} ${act}`);
      return {
        act,
        attempts: run?.attempts ?? 0,
        first: run?.first ?? null,
        best: run?.best ?? null,
        last: run?.last ?? null,
        // A debrief asks one item for each of the act's ideas, so all of them can be settled.
        debrief: known === undefined ? null : Math.min(1, known / (library.ideasOf[act]?.length ?? 1)),
      };
    });
}

function actsAsked({ acts }: Library, { act }: Filters): readonly string[] {
  return act === null ? acts : acts.filter((each) => each === act);
}

interface RunsOfAct {
  readonly player: string;
  readonly act: string;
  readonly attempts: number;
  readonly first: number;
  readonly best: number;
  readonly last: number;
}

/** From the sums that are kept as runs arrive. */
async function readSums(db: Kysely<Tables>, whose: Whose, filters: Filters): Promise<readonly RunsOfAct[]> {
  const { rows } = await sql<RunsOfAct>`
    select a.player_id as player, a.act, a.attempts, a.first_score as first, a.best_score as best, a.last_score as last
    from player_act a where ${ofPeople('a', whose)} and ${ofAct('a.act', filters)}`.execute(db);
  return rows;
}

/** From the runs themselves, for a part of the time. */
async function countRuns(db: Kysely<Tables>, whose: Whose, filters: Filters): Promise<readonly RunsOfAct[]> {
  const { rows } = await sql<RunsOfAct>`
    select a.player_id as player, a.act, count(*)::integer as attempts, max(a.score) as best,
      (array_agg(a.score order by a.at, a.record_id collate "C"))[1] as first,
      (array_agg(a.score order by a.at desc, a.record_id collate "C" desc))[1] as last
    from attempt a where ${ofPeople('a', whose)} and ${ofAct('a.act', filters)} and ${within('a.at', filters)}
    group by a.player_id, a.act`.execute(db);
  return rows;
}

/**
 * Ideas of which every item met in the act's debriefs was answered well the last time. The last time is found by its
 * moment alone, which spares sorting all answers: nobody answers an item twice in the same millisecond.
 */
async function countSettled(
  db: Kysely<Tables>,
  whose: Whose,
  filters: Filters,
): Promise<readonly { readonly player: string; readonly act: string; readonly settled: number }[]> {
  const { rows } = await sql<{ player: string; act: string; settled: number }>`
    with met as (
      select a.player_id, a.act, a.item, a.idea, a.score, a.at from answer a
      where ${ofPeople('a', whose)} and a.way = 'debrief' and ${ofAct('a.act', filters)} and ${within('a.at', filters)}
    ), latest as (
      select player_id, act, item, max(at) as at from met group by player_id, act, item
    ), ideas as (
      select met.player_id, met.act, bool_and(met.score >= ${SETTLED}) as settled
      from met join latest on latest.player_id = met.player_id and latest.act = met.act
        and latest.item = met.item and latest.at = met.at
      group by met.player_id, met.act, met.idea
    )
    select player_id as player, act, (count(*) filter (where settled))::integer as settled
    from ideas group by player_id, act`.execute(db);
  return rows;
}

export function tabulateProgress({ people }: ProgressReport): Sheet {
  return {
    columns: ['person', 'name', 'joined', 'last', 'act', 'attempts', 'first', 'best', 'latest', 'debrief'],
    rows: people.flatMap(({ id, name, joinedAt, lastAt, cells }) =>
      cells.map(({ act, attempts, first, best, last, debrief }) => [
        id,
        name,
        joinedAt,
        lastAt,
        act,
        attempts,
        first,
        best,
        last,
        debrief,
      ]),
    ),
  };
}
