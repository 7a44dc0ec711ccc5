/** A player's standing by item, and the team's first choices, after new answers. */
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';

import type { Response } from '../../quiz/index.ts';
import type { PlayerItemTable, Tables } from '../database/tables.ts';
import type { Library } from '../content/library.ts';
import { groupInOrder, isAfter } from './moments.ts';
import { moveOptions } from './options.ts';
import type { Owner } from './project.ts';

/** An answer with its response as it is read, not as it is written. */
export interface AnswerRow {
  readonly item: string;
  readonly idea: string;
  readonly score: number;
  readonly response: Response;
  readonly at: Date;
  readonly record_id: string;
  readonly place: number;
}
type Sum = Insertable<PlayerItemTable>;

/**
 * Works out `player_item` after the answers given, which are in `answer` already, and changes `item_option` by what
 * became of first answers. Answers that come after all others, as almost all do, are added to what is known; an item
 * to which an earlier one has come is summed anew. The player's row must be locked.
 */
export async function refreshItems(
  executor: Kysely<Tables>,
  library: Pick<Library, 'items'>,
  { player, team }: Owner,
  fresh: readonly AnswerRow[],
): Promise<void> {
  if (fresh.length === 0) return;
  const added = groupInOrder(fresh, ({ item }) => item);
  const known = await executor
    .selectFrom('player_item')
    .selectAll()
    .where('player_id', '=', player)
    .where('item', 'in', [...added.keys()])
    .execute();
  const sums: Sum[] = [];
  const before = new Map<string, Response>();
  const after = new Map<string, Response>();
  const anew: string[] = [];
  for (const [item, answers] of added) {
    const sum = known.find((each) => each.item === item);
    const own = sumAnswers(player, team, answers);
    if (sum === undefined) {
      sums.push(own);
      noteFirst(after, answers);
    } else if (isAfter(answers, sum.last_at)) sums.push(addUp(sum, own));
    else anew.push(item);
  }
  const records = new Set(fresh.map(({ record_id }) => record_id));
  for (const answers of await readAnswers(executor, player, anew)) {
    sums.push(sumAnswers(player, team, answers));
    noteFirst(
      before,
      answers.filter(({ record_id }) => !records.has(record_id)),
    );
    noteFirst(after, answers);
  }
  await executor
    .insertInto('player_item')
    .values(sums)
    .onConflict((conflict) =>
      conflict.columns(['player_id', 'item']).doUpdateSet({
        idea: sql<string>`excluded.idea`,
        answers: sql<number>`excluded.answers`,
        first_score: sql<number>`excluded.first_score`,
        last_score: sql<number>`excluded.last_score`,
        last_at: sql<Date>`excluded.last_at`,
      }),
    )
    .execute();
  await moveOptions(executor, library, team, before, after);
}

/** All of a player's answers to some items, by item, in the order of time. */
async function readAnswers(
  executor: Kysely<Tables>,
  player: string,
  items: readonly string[],
): Promise<Iterable<readonly AnswerRow[]>> {
  if (items.length === 0) return [];
  const rows: readonly AnswerRow[] = await executor
    .selectFrom('answer')
    .select(['item', 'idea', 'score', 'response', 'at', 'record_id', 'place'])
    .where('player_id', '=', player)
    .where('item', 'in', items)
    .execute();
  return groupInOrder(rows, ({ item }) => item).values();
}

function noteFirst(into: Map<string, Response>, answers: readonly AnswerRow[]): void {
  const [first] = answers;
  if (first !== undefined) into.set(first.item, first.response);
}

/** The sums of answers to one item, in the order of time; at least one. */
function sumAnswers(player: string, team: string, answers: readonly AnswerRow[]): Sum {
  const [first, last] = [answers[0], answers.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('there is no answer to be summed');
  const { item, idea, at } = last;
  const scores = { first_score: first.score, last_score: last.score };
  return { player_id: player, item, idea, team_id: team, answers: answers.length, ...scores, last_at: at };
}

function addUp(before: Selectable<PlayerItemTable>, own: Sum): Sum {
  return { ...own, answers: before.answers + own.answers, first_score: before.first_score };
}
