/** What may not be kept for ever is deleted by the server itself: overdue players, and what has run out. */
import { sql } from 'kysely';

import type { Grounds } from '../grounds.ts';
import { IDLE_MS } from '../guard/sessions.ts';
import { repeat } from '../repeat.ts';
import { erasePlayer, tellErased } from './erase.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows of removed accounts, spent links, and the log of who did what. */
const ACCOUNT_DAYS = 90;
const LINK_DAYS = 90;
const AUDIT_DAYS = 730;
/** No window of a counter is longer. */
const RATE_DAYS = 2;

/**
 * Erases the players whose team keeps results for n days and who gave no sign of life for longer. Safe on many
 * instances at once: each takes a player that no other has in hand, and looks again once it has it.
 *
 * @returns how many were erased
 */
export async function eraseOverdue(grounds: Grounds): Promise<number> {
  for (let count = 0; ; count += 1) {
    const erased = await grounds.db.transaction().execute(async (db) => {
      const next = await db
        .selectFrom('player')
        .innerJoin('team', 'team.id', 'player.team_id')
        .select('player.id')
        .where('team.retention_days', 'is not', null)
        .where(sql<boolean>`player.seen_at < ${grounds.now()}::timestamptz - team.retention_days * interval '1 day'`)
        .orderBy('player.seen_at')
        .limit(1)
        .forUpdate('player')
        .skipLocked()
        .executeTakeFirst();
      return next === undefined ? null : erasePlayer(db, grounds, next.id, { action: 'erasedByRetention', by: null });
    });
    if (erased === null) return count;
    await tellErased(grounds, erased);
  }
}

/** Deletes what has run out and serves nobody. */
export async function sweepSpent({ db, now }: Grounds): Promise<void> {
  const at = now();
  const before = (days: number): Date => new Date(at.getTime() - days * DAY_MS);
  await db
    .deleteFrom('session')
    .where((row) => row.or([row('expires_at', '<=', at), row('seen_at', '<=', new Date(at.getTime() - IDLE_MS))]))
    .execute();
  await db.deleteFrom('ceremony').where('expires_at', '<=', at).execute();
  await db.deleteFrom('pairing').where('expires_at', '<=', at).execute();
  await db.deleteFrom('link').where('expires_at', '<=', before(LINK_DAYS)).execute();
  await db.deleteFrom('rate').where('window_start', '<', before(RATE_DAYS)).execute();
  await db.deleteFrom('account').where('disabled_at', '<', before(ACCOUNT_DAYS)).execute();
  await db.deleteFrom('audit').where('at', '<', before(AUDIT_DAYS)).execute();
}

/** Does both soon after the start and then daily. @returns the way to stop, which waits for what is under way */
export function startRetention(grounds: Grounds): () => Promise<void> {
  return repeat(grounds, {
    everyMs: DAY_MS,
    failed: 'retention failed',
    async work() {
      const erased = await eraseOverdue(grounds);
      await sweepSpent(grounds);
      grounds.log.info({ erased }, 'retention');
    },
  });
}
