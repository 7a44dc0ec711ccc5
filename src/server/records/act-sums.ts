/** A player's attempts by act, after new ones. */
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';

import type { AttemptTable, PlayerActTable, Tables } from '../database/tables.ts';
import { groupInOrder, isAfter } from './moments.ts';
import type { Owner } from './project.ts';
import { roundHalfToEven } from './sums.ts';

type AttemptRow = Pick<Selectable<AttemptTable>, 'act' | 'score' | 'seconds' | 'at' | 'record_id'>;
type Sum = Insertable<PlayerActTable>;

/**
 * Works out `player_act` after the attempts given, which are in `attempt` already. Those that come after all others, as
 * almost all do, are added to what is known (a kiosk has thousands); an act in which an earlier one has come is summed
 * anew. The player's row must be locked.
 */
export async function refreshActs(
  executor: Kysely<Tables>,
  { player, team }: Owner,
  fresh: readonly AttemptRow[],
): Promise<void> {
  if (fresh.length === 0) return;
  const added = groupInOrder(fresh, ({ act }) => act);
  const acts = [...added.keys()];
  const known = await executor
    .selectFrom('player_act')
    .selectAll()
    .where('player_id', '=', player)
    .where('act', 'in', acts)
    .execute();
  const sums: Sum[] = [];
  const anew: string[] = [];
  for (const [act, attempts] of added) {
    const before = known.find((each) => each.act === act);
    const own = sumAttempts(player, team, attempts);
    if (before === undefined) sums.push(own);
    else if (isAfter(attempts, before.last_at)) sums.push(addUp(before, own));
    else anew.push(act);
  }
  sums.push(...(await sumAnew(executor, { player, team }, anew)));
  await executor
    .insertInto('player_act')
    .values(sums)
    .onConflict((conflict) =>
      conflict.columns(['player_id', 'act']).doUpdateSet({
        attempts: sql<number>`excluded.attempts`,
        first_score: sql<number>`excluded.first_score`,
        best_score: sql<number>`excluded.best_score`,
        last_score: sql<number>`excluded.last_score`,
        seconds: sql<number>`excluded.seconds`,
        first_at: sql<Date>`excluded.first_at`,
        last_at: sql<Date>`excluded.last_at`,
      }),
    )
    .execute();
}

async function sumAnew(executor: Kysely<Tables>, { player, team }: Owner, acts: readonly string[]): Promise<Sum[]> {
  if (acts.length === 0) return [];
  const rows = await executor
    .selectFrom('attempt')
    .select(['act', 'score', 'seconds', 'at', 'record_id'])
    .where('player_id', '=', player)
    .where('act', 'in', acts)
    .execute();
  return [...groupInOrder(rows, ({ act }) => act).values()].map((attempts) => sumAttempts(player, team, attempts));
}

/** The sums of attempts of one act, in the order of time; at least one. */
function sumAttempts(player: string, team: string, attempts: readonly AttemptRow[]): Sum {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('there is no attempt to be summed');
  return {
    player_id: player,
    act: first.act,
    team_id: team,
    attempts: attempts.length,
    first_score: first.score,
    best_score: Math.max(...attempts.map(({ score }) => score)),
    last_score: last.score,
    seconds: attempts.reduce((sum, { seconds }) => sum + roundHalfToEven(seconds * 1000), 0) / 1000,
    first_at: first.at,
    last_at: last.at,
  };
}

function addUp(before: Selectable<PlayerActTable>, own: Sum): Sum {
  return {
    ...own,
    attempts: before.attempts + own.attempts,
    first_score: before.first_score,
    best_score: Math.max(before.best_score, own.best_score),
    seconds: Math.round((before.seconds + own.seconds) * 1000) / 1000,
    first_at: before.first_at,
  };
}
