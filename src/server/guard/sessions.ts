/** Signed-in browsers of owners and managers. The browser has an opaque token in a cookie, the database its SHA-256. */
import type { Kysely } from 'kysely';

import type { SessionTable, Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { readCookie, setCookie } from './cookies.ts';
import { hashToken, makeToken } from './tokens.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A session ends after so long without a request. */
export const IDLE_MS = 12 * HOUR_MS;
/** A session ends at the latest so long after the sign-in. */
const ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** The last sign of life is written this often at most: not every request needs a write. */
const SEEN_EVERY_MS = 5 * 60 * 1000;

const COOKIE = 'sid';

/**
 * Begins a session and ends the one that the browser came with, so that a token from before the sign-in is worth
 * nothing after it.
 *
 * @returns the header that sets the cookie
 */
export async function startSession(
  db: Kysely<Tables>,
  grounds: Pick<Grounds, 'now' | 'origin'>,
  request: Request,
  account: string,
  way: SessionTable['way'],
): Promise<string> {
  const before = readCookie(grounds, request, COOKIE);
  if (before !== null) await db.deleteFrom('session').where('token', '=', hashToken(before)).execute();
  const token = makeToken();
  const now = grounds.now();
  await db
    .insertInto('session')
    .values({
      token: hashToken(token),
      account_id: account,
      way,
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + ABSOLUTE_MS),
    })
    .execute();
  return sessionCookie(grounds, token);
}

/** The header that gives a browser its session. */
function sessionCookie(grounds: Pick<Grounds, 'origin'>, token: string): string {
  return setCookie(grounds, COOKIE, token, ABSOLUTE_MS / 1000);
}

/** The header that takes the session from a browser. */
export function endedCookie(grounds: Pick<Grounds, 'origin'>): string {
  return setCookie(grounds, COOKIE, '', 0);
}

export interface FoundSession {
  readonly token: Buffer;
  readonly account: string;
  readonly role: 'owner' | 'manager';
}

/** The session of a request's cookie, with the account's role as it is now; null when there is none that still holds. */
export async function findSession(grounds: Grounds, request: Request): Promise<FoundSession | null> {
  const token = readCookie(grounds, request, COOKIE);
  if (token === null || token === '') return null;
  const now = grounds.now();
  const found = await grounds.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['session.token', 'session.seen_at', 'account.id', 'account.role'])
    .where('session.token', '=', hashToken(token))
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', new Date(now.getTime() - IDLE_MS))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  if (now.getTime() - found.seen_at.getTime() > SEEN_EVERY_MS)
    await grounds.db.updateTable('session').set({ seen_at: now }).where('token', '=', found.token).execute();
  return { token: found.token, account: found.id, role: found.role };
}

/** Ends the account's sessions, except one (the caller's own) if it is given. */
export async function endSessions(db: Kysely<Tables>, account: string, except?: Buffer): Promise<void> {
  const all = db.deleteFrom('session').where('account_id', '=', account);
  await (except === undefined ? all : all.where('token', '!=', except)).execute();
}
