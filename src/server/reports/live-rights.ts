import type { Grounds } from '../grounds.ts';
import { IDLE_MS } from '../guard/sessions.ts';
import type { Caller } from '../routing/route.ts';

/**
 * Whether a session still holds and still sees a team. Looking at an open page is no sign of life: the session is not
 * prolonged by it.
 */
export async function mayStillWatch(
  { db, now }: Pick<Grounds, 'db' | 'now'>,
  caller: Extract<Caller, { role: 'manager' | 'owner' }>,
  team: string,
): Promise<boolean> {
  const time = now();
  const found = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('team', (join) => join.on('team.id', '=', team))
    .leftJoin('team_manager', (join) =>
      join.onRef('team_manager.account_id', '=', 'account.id').onRef('team_manager.team_id', '=', 'team.id'),
    )
    .select('account.id')
    .where('session.token', '=', caller.session)
    .where('session.account_id', '=', caller.account)
    .where('session.expires_at', '>', time)
    .where('session.seen_at', '>', new Date(time.getTime() - IDLE_MS))
    .where('account.disabled_at', 'is', null)
    .where((either) =>
      either.or([either('account.role', '=', 'owner'), either('team_manager.account_id', 'is not', null)]),
    )
    .executeTakeFirst();
  return found !== undefined;
}
