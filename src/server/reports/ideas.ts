/** What the team knows and does not: people × groups of ideas, and the worst ideas with the answers people give. */
import { sql, type Kysely } from 'kysely';

import { SETTLED } from '../../quiz/index.ts';
import type { IdeasReport } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { describeChoices, readTaken } from './choices.ts';
import type { Sheet } from './csv.ts';
import type { Filters } from './filters.ts';
import { compareText, findPeople } from './people.ts';
import { ideasAsked, itemScores, listGroups } from './standings.ts';

/** With fewer answers a group of ideas has no colour: one slip would decide it. */
const LEAST_ANSWERS = 3;
/** An idea is among the worst only when as many people were asked: one person's gap is not the team's. */
const LEAST_PEOPLE = 3;
/** An item stands for its idea only when as many people answered it, so that it can be called typical. */
const LEAST_FIRST_ANSWERS = 3;
const WORST = 5;

interface ScoreRow {
  /** Null where all people are taken together. */
  readonly player: string | null;
  /** One of the three is set: rows are of a group, an idea or an item. */
  readonly grp: number | null;
  readonly idea: string | null;
  readonly item: string | null;
  readonly standing: number;
  readonly answers: number;
  readonly people: number;
  /** Share of the people whose first answer was not good. */
  readonly wrong: number;
}

export async function reportIdeas(
  db: Kysely<Tables>,
  library: Library,
  team: string,
  filters: Filters,
): Promise<IdeasReport> {
  const { people, whose } = await findPeople(db, team, filters);
  const ideas = ideasAsked(library, filters);
  const { rows } = await sql<ScoreRow>`
    with scores as (${itemScores(whose, ideas, filters)}),
    grouped as (
      select s.*, (g.value)::integer as grp from scores s
      join jsonb_each_text(${JSON.stringify(library.groupOf)}::jsonb) as g on g.key = s.idea
    )
    select player_id as player, grp, idea, item, avg(last_score) as standing, sum(answers)::integer as answers,
      (count(distinct player_id))::integer as people, avg((first_score < ${SETTLED})::integer)::double precision as wrong
    from grouped group by grouping sets ((player_id, grp), (grp), (idea), (item))`.execute(db);
  const groups = listGroups(library);
  const cellOf = cellsByKey(rows);
  const worst = pickWorst(rows);
  const typical = worst.map(({ idea }) => pickTypical(library, rows, idea as string));
  const asked = typical.flatMap((row) => (row === null ? [] : [row.item as string]));
  const taken = asked.length === 0 ? [] : await readTaken(db, library, whose, asked, filters);
  return {
    groups,
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      cells: groups.map((group) => cellOf(person.id, group)),
    })),
    team: groups.map((group) => cellOf(null, group)),
    worst: worst.map(({ idea, standing, answers, people }, i) => {
      const row = typical[i] ?? null;
      const item = row === null ? undefined : library.items.get(row.item as string);
      return {
        idea: idea as string,
        standing,
        answers,
        people,
        item:
          row === null || item === undefined
            ? null
            : describeChoices(
                item,
                taken.filter((each) => each.item === item.id),
                row.people,
              ),
      };
    }),
  };
}

type Cell = IdeasReport['team'][number];

function cellsByKey(rows: readonly ScoreRow[]): (player: string | null, group: number) => Cell {
  const cells = new Map(
    rows
      .filter(({ grp, answers }) => grp !== null && answers >= LEAST_ANSWERS)
      .map(({ player, grp, standing, answers }) => [`${player} ${grp}`, { standing, answers }]),
  );
  return (player, group) => cells.get(`${player} ${group}`) ?? null;
}

/** The lowest standings among the ideas that enough people were asked, lowest first. */
function pickWorst(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  return rows
    .filter(({ idea, people }) => idea !== null && people >= LEAST_PEOPLE)
    .toSorted((a, b) => a.standing - b.standing || compareText(a.idea ?? '', b.idea ?? ''))
    .slice(0, WORST);
}

/** The item of an idea that most people get wrong at first. */
function pickTypical(library: Library, rows: readonly ScoreRow[], idea: string): ScoreRow | null {
  const [first] = rows
    .filter(
      ({ item, people }) => item !== null && people >= LEAST_FIRST_ANSWERS && library.items.get(item)?.idea === idea,
    )
    .toSorted((a, b) => b.wrong - a.wrong || b.people - a.people || compareText(a.item ?? '', b.item ?? ''));
  return first ?? null;
}

export function tabulateIdeas({ groups, people, team }: IdeasReport): Sheet {
  const row = (id: string, name: string, cells: readonly Cell[]): Sheet['rows'][number] => [
    id,
    name,
    ...cells.flatMap((cell) => [cell?.standing ?? null, cell?.answers ?? null]),
  ];
  return {
    columns: ['person', 'name', ...groups.flatMap((group) => [`group_${group}`, `answers_${group}`])],
    rows: [...people.map(({ id, name, cells }) => row(id, name, cells)), row('', 'team', team)],
  };
}
