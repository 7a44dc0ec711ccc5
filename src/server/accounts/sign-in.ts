/** Signing in by address and password. */
import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { refund, secondsLeft, spend, type Counter } from '../guard/limits.ts';
import { Refusal } from '../routing/refusal.ts';
import { fitsPassword, hashPassword, isOutdated } from './passwords/scrypt.ts';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords for one account from one address; beyond it that address waits for the window's end. */
const MOST_OF_PAIR = 10;
/** Wrong passwords from one address for any account. */
const MOST_OF_ADDRESS = 50;

const FREE_OF_PAIR = 3;
const FREE_OF_ACCOUNT = 20;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8000;

/**
 * How long an answer is held back, in milliseconds. After three wrong passwords from one address it doubles each time.
 * Wrong ones from everywhere count for the account only after twenty, and never for more than eight seconds: who does
 * not know the password can slow its owner down, but not lock them out.
 *
 * @param pair tries for the account from this address before this one, in the window
 * @param account tries for the account from all addresses before this one
 */
export function delayOf(pair: number, account: number): number {
  const steps = Math.max(pair - FREE_OF_PAIR, account - FREE_OF_ACCOUNT);
  return steps < 0 ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(steps, 10));
}

/**
 * Checks an address and a password. An unknown address takes the same path, time and answer as a wrong password.
 *
 * @returns the account's id
 * @throws Refusal `wrongLogin`, `tooMany`
 */
export async function checkLogin(
  grounds: Grounds,
  { email, password, address }: { readonly email: string; readonly password: string; readonly address: string },
): Promise<string> {
  const counters: readonly Counter[] = [
    { key: `sign-in pair ${email} ${address}`, seconds: WINDOW_SECONDS },
    { key: `sign-in account ${email}`, seconds: WINDOW_SECONDS },
    { key: `sign-in address ${address}`, seconds: WINDOW_SECONDS },
  ];
  // Counted before the password is looked at: many tries at once cannot all pass as the first.
  const [pair = 0, account = 0, all = 0] = await spend(grounds.db, grounds, counters);
  if (pair > MOST_OF_PAIR || all > MOST_OF_ADDRESS)
    throw new Refusal('tooMany', undefined, secondsLeft(grounds.now(), { seconds: WINDOW_SECONDS }));
  await pause(delayOf(pair - 1, account - 1));
  const found = await grounds.db
    .selectFrom('account')
    .select(['id', 'password'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const fits = await fitsPassword(password, found?.password ?? null);
  if (found === undefined || !fits) {
    await writeAudit(grounds.db, grounds, { action: 'signInFailed', subject: found?.id ?? null });
    throw new Refusal('wrongLogin');
  }
  await refund(grounds.db, grounds, counters);
  await renewHash(grounds.db, found.id, password, found.password);
  return found.id;
}

/** A hash from before the cost was raised is made anew while the password is at hand. */
async function renewHash(db: Kysely<Tables>, account: string, password: string, kept: string | null): Promise<void> {
  if (kept === null || !isOutdated(kept)) return;
  const fresh = await hashPassword(password);
  await db
    .updateTable('account')
    .set({ password: fresh })
    .where('id', '=', account)
    .where('password', '=', kept)
    .execute();
}

function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
