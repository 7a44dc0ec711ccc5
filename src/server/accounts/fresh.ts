import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';

/** A sign-in is fresh for so long. */
const FRESH_MS = 5 * 60 * 1000;

/**
 * What opens an account for good (a passkey made, or the one that guards it taken away) needs somebody who has signed in
 * just now: who finds a browser open, or has stolen its cookie, knows neither password nor passkey (ASVS 5.0, 7.5.1).
 * Signing in again, by any way, makes a new session and so a fresh one.
 *
 * @throws Refusal `notFresh`
 */
export async function demandFresh({ db, now }: Grounds, session: Buffer): Promise<void> {
  const found = await db.selectFrom('session').select('created_at').where('token', '=', session).executeTakeFirst();
  // Either way: a clock that was set back must not leave a session fresh for hours.
  const age = found === undefined ? Infinity : Math.abs(now().getTime() - found.created_at.getTime());
  if (age > FRESH_MS) throw new Refusal('notFresh');
}
