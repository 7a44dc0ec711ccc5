/** `item_option`: what a team's people took when they met an item for the first time. */
import { sql, type Kysely } from 'kysely';

import type { Response } from '../../quiz/index.ts';
import type { Tables } from '../database/tables.ts';
import type { Library } from '../content/library.ts';
import { listTaken } from './taken-options.ts';

/** A player's first answer to each item. */
export type FirstAnswers = ReadonlyMap<string, Response>;

/** Changes a team's counts by what became of one player's first answers. The player's row must be locked. */
export async function moveOptions(
  executor: Kysely<Tables>,
  { items }: Pick<Library, 'items'>,
  team: string,
  before: FirstAnswers,
  after: FirstAnswers,
): Promise<void> {
  const counts = new Map<string, { item: string; option: string; taken: number }>();
  const add = (answers: FirstAnswers, by: 1 | -1): void => {
    for (const [id, response] of answers) {
      const item = items.get(id);
      for (const option of item === undefined ? [] : listTaken(item, response)) {
        const name = `${id} ${option}`;
        counts.set(name, { item: id, option, taken: (counts.get(name)?.taken ?? 0) + by });
      }
    }
  };
  add(before, -1);
  add(after, 1);
  // In the order of their names: two deliveries that touch the same counts wait for each other, and never crosswise.
  const changes = [...counts]
    .filter(([, { taken }]) => taken !== 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (changes.length === 0) return;
  await executor
    .insertInto('item_option')
    .values(changes.map(([, change]) => ({ team_id: team, ...change })))
    .onConflict((conflict) =>
      conflict
        .columns(['team_id', 'item', 'option'])
        .doUpdateSet({ taken: sql<number>`item_option.taken + excluded.taken` }),
    )
    .execute();
  if (changes.some(([, { taken }]) => taken < 0))
    await executor.deleteFrom('item_option').where('team_id', '=', team).where('taken', '<=', 0).execute();
}

/**
 * Takes a player out of the team's counts; to be called before the player's rows are deleted, in the same transaction,
 * with the player's row locked.
 */
export async function withdrawOptions(
  executor: Kysely<Tables>,
  library: Pick<Library, 'items'>,
  { player, team }: { readonly player: string; readonly team: string },
): Promise<void> {
  const { rows } = await sql<{ item: string; response: Response }>`
    select distinct on (item) item, response from answer where player_id = ${player}
    order by item, at, record_id collate "C", place
  `.execute(executor);
  const before = new Map(rows.map(({ item, response }) => [item, response]));
  await moveOptions(executor, library, team, before, new Map());
}

/** Counts everything anew; the table must be empty. */
export async function countOptions(executor: Kysely<Tables>, { items }: Pick<Library, 'items'>): Promise<void> {
  const { rows } = await sql<{ team_id: string; item: string; response: Response; answers: number }>`
    select player.team_id, item, response, count(*)::integer as answers
    from (
      select distinct on (player_id, item) player_id, item, response from answer
      order by player_id, item, at, record_id collate "C", place
    ) as own join player on player.id = own.player_id
    group by player.team_id, item, response
  `.execute(executor);
  const counts = new Map<string, { team_id: string; item: string; option: string; taken: number }>();
  for (const { team_id, item: id, response, answers } of rows) {
    const item = items.get(id);
    for (const option of item === undefined ? [] : listTaken(item, response)) {
      const name = `${team_id} ${id} ${option}`;
      counts.set(name, { team_id, item: id, option, taken: (counts.get(name)?.taken ?? 0) + answers });
    }
  }
  const all = [...counts.values()];
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE)
    await executor
      .insertInto('item_option')
      .values(all.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

/** A statement may have 65,535 parameters; a row has four. */
const ROWS_AT_ONCE = 5_000;
