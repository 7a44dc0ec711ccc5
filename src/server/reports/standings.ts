/**
 * Standings: how well people know an idea or a group of ideas now, as the mean of their latest scores over the items
 * they were asked, from 0 to 1.
 */
import { sql, type RawBuilder } from 'kysely';

import type { Library } from '../content/library.ts';
import { isIn, ofPeople, within, type Whose } from './conditions.ts';
import { hasWindow, type Filters } from './filters.ts';

/** One person's latest and first score of one item. Columns: player_id, item, idea, answers, first_score, last_score. */
export function itemScores(whose: Whose, ideas: readonly string[] | null, filters: Filters): RawBuilder<unknown> {
  const asked = (column: string): RawBuilder<boolean> => (ideas === null ? sql<boolean>`true` : isIn(column, ideas));
  if (!hasWindow(filters))
    return sql`
      select i.player_id, i.item, i.idea, i.answers, i.first_score, i.last_score from player_item i
      where ${ofPeople('i', whose)} and ${asked('i.idea')}`;
  return sql`
    select a.player_id, a.item, a.idea, count(*) as answers,
      (array_agg(a.score order by a.at, a.record_id collate "C", a.place))[1] as first_score,
      (array_agg(a.score order by a.at desc, a.record_id collate "C" desc, a.place desc))[1] as last_score
    from answer a where ${ofPeople('a', whose)} and ${asked('a.idea')} and ${within('a.at', filters)}
    group by a.player_id, a.item, a.idea`;
}

/** Ideas of the act asked for; null for all. */
export function ideasAsked({ ideasOf }: Library, { act }: Pick<Filters, 'act'>): readonly string[] | null {
  return act === null ? null : (ideasOf[act] ?? []);
}

/** The groups of ideas, by number. */
export function listGroups({ groupOf }: Library): readonly number[] {
  return [...new Set(Object.values(groupOf))].toSorted((a, b) => a - b);
}
