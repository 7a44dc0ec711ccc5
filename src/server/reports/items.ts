/** Item statistics over first answers, as classical test theory has them. */
import { sql, type Kysely } from 'kysely';

import { describeItems } from '../../quiz/statistics/item-statistics.ts';
import type { ItemsReport } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { describeChoices, readTaken } from './choices.ts';
import { ofPeople, within, type Whose } from './conditions.ts';
import type { Sheet } from './csv.ts';
import type { Filters } from './filters.ts';
import { groupRows } from './lists.ts';
import { findPeople } from './people.ts';
import { ideasAsked, itemScores } from './standings.ts';

/** A correlation over fewer examinations says nothing: its standard error is about a third at ten. */
const LEAST_EXAMINATIONS = 10;

export async function reportItems(
  db: Kysely<Tables>,
  library: Library,
  team: string,
  filters: Filters,
): Promise<ItemsReport> {
  const { whose } = await findPeople(db, team, filters);
  const { figures, sittings } = await readFigures(db, library, whose, filters);
  const discriminations = discriminate(sittings);
  const known = figures.flatMap((figure) => {
    const item = library.items.get(figure.item);
    return item === undefined ? [] : [{ ...figure, item }];
  });
  const ids = known.map(({ item }) => item.id);
  const taken = groupRows(await readTaken(db, library, whose, ids, filters), ({ item }) => item);
  return {
    items: known.map(({ item, answers, facility }) => ({
      item: item.id,
      idea: item.idea,
      kind: item.kind,
      answers,
      facility,
      discrimination: discriminations.get(item.id) ?? null,
      choices: describeChoices(item, taken.get(item.id) ?? [], answers),
    })),
  };
}

interface Figures {
  readonly figures: readonly {
    readonly item: string;
    /** First answers, one for each person. */
    readonly answers: number;
    readonly facility: number;
  }[];
  /** Every examination: the score of each item that it asked. */
  readonly sittings: readonly Readonly<Record<string, number>>[];
}

async function readFigures(db: Kysely<Tables>, library: Library, whose: Whose, filters: Filters): Promise<Figures> {
  const { rows } = await sql<Figures>`
    with figures as (
      select item, count(*)::integer as answers, avg(first_score) as facility
      from (${itemScores(whose, ideasAsked(library, filters), filters)}) as scores group by item order by item
    ), sittings as (
      select json_object_agg(a.item, a.score) as sitting from answer a
      where ${ofPeople('a', whose)} and a.way = 'examination' and ${within('a.at', filters)}
      group by a.player_id, a.record_id
    )
    select coalesce((select json_agg(figures) from figures), '[]'::json) as figures,
      coalesce((select json_agg(sitting) from sittings), '[]'::json) as sittings`.execute(db);
  return rows[0] ?? { figures: [], sittings: [] };
}

/** Discrimination from −1 to 1, of the items that enough examinations asked. */
function discriminate(sittings: Figures['sittings']): ReadonlyMap<string, number> {
  const marks = sittings.map((sitting) => Object.entries(sitting).map(([item, mark]) => ({ item, mark, max: 1 })));
  return new Map(
    describeItems(marks).flatMap(({ item, asked, discrimination }) =>
      asked < LEAST_EXAMINATIONS || discrimination === null ? [] : [[item, discrimination / 100] as const],
    ),
  );
}

export function tabulateItems({ items }: ItemsReport): Sheet {
  return {
    columns: ['item', 'idea', 'kind', 'answers', 'facility', 'discrimination', 'choices'],
    rows: items.map(({ item, idea, kind, answers, facility, discrimination, choices }) => [
      item,
      idea,
      kind,
      answers,
      facility,
      discrimination,
      choices.options.map(({ option, taken, right }) => `${option}${right ? '*' : ''}: ${taken}`).join('; '),
    ]),
  };
}
