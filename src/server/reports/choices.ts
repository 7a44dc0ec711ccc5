/** What people chose at an item, first answers only: later ones have been told. */
import { sql, type Kysely } from 'kysely';

import type { Item } from '../../quiz/index.ts';
import type { ItemChoices } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { isTakenRight, listTaken } from '../records/taken-options.ts';
import { isIn, ofPeople, within, type Whose } from './conditions.ts';
import { hasWindow, type Filters } from './filters.ts';
import { compareText } from './people.ts';

/** How often one option of an item was taken. */
export interface OptionRow {
  readonly item: string;
  readonly option: string;
  readonly taken: number;
}

/**
 * How often each option of these items was taken. Of the whole team from the counts kept as answers arrive; of some
 * people or days from the answers themselves. One query.
 */
export async function readTaken(
  db: Kysely<Tables>,
  library: Library,
  whose: Whose,
  items: readonly string[],
  filters: Filters,
): Promise<readonly OptionRow[]> {
  if (whose.players !== null || hasWindow(filters)) return countTaken(db, library, whose, items, filters);
  const { rows } = await sql<OptionRow>`
    select o.item, o.option, o.taken from item_option o
    where o.team_id = ${whose.team} and ${isIn('o.item', items)}`.execute(db);
  return rows;
}

async function countTaken(
  db: Kysely<Tables>,
  library: Library,
  whose: Whose,
  items: readonly string[],
  filters: Filters,
): Promise<readonly OptionRow[]> {
  const { rows } = await sql<{ item: string; response: readonly string[]; people: number }>`
    select item, response, count(*)::integer as people from (
      select distinct on (a.player_id, a.item) a.item, a.response from answer a
      where ${ofPeople('a', whose)} and ${isIn('a.item', items)} and ${within('a.at', filters)}
      order by a.player_id, a.item, a.at, a.record_id collate "C", a.place
    ) as first_answers group by item, response`.execute(db);
  const counts = new Map<string, OptionRow>();
  for (const { item: id, response, people } of rows) {
    const item = library.items.get(id);
    for (const option of item === undefined ? [] : listTaken(item, response)) {
      const key = `${id} ${option}`;
      counts.set(key, { item: id, option, taken: (counts.get(key)?.taken ?? 0) + people });
    }
  }
  return [...counts.values()];
}

/** The choices of one item, most taken first. Options that nobody took are among them where the item lists them. */
export function describeChoices(item: Item, rows: readonly OptionRow[], answers: number): ItemChoices {
  const taken = new Map(rows.map((row) => [row.option, row.taken]));
  return {
    item: item.id,
    kind: item.kind,
    answers,
    options: [...new Set([...listOptions(item), ...taken.keys()])]
      .map((option) => ({ option, taken: taken.get(option) ?? 0, right: isTakenRight(item, option) }))
      .toSorted((a, b) => b.taken - a.taken || compareText(a.option, b.option)),
  };
}

/** The options that an item offers one by one; none where an answer is an order, a pairing or a number. */
function listOptions(item: Item): readonly string[] {
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
    case 'multiple-response':
    case 'estimate':
      return item.options;
    case 'true-false-reason':
      return ['true', 'false', ...item.options];
    case 'matching':
    case 'sorting':
    case 'cloze':
    case 'ordering':
      return [];
  }
}
