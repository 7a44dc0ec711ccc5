/** One-time links: for the first owner, and for invitations. The link has the token, the database its SHA-256. */
import type { Kysely } from 'kysely';

import type { LinkTable, Tables } from '../database/tables.ts';
import { makeUuid } from '../database/uuid.ts';
import type { Grounds } from '../grounds.ts';
import { hashToken, makeToken } from '../guard/tokens.ts';
import { Refusal } from '../routing/refusal.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS: Readonly<Record<LinkTable['what'], number>> = { setup: 1, invitation: 7 };

export interface NewLink {
  readonly what: LinkTable['what'];
  readonly role: LinkTable['role'];
  readonly teams: readonly string[];
  readonly by: string | null;
}
export interface MadeLink {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}
export interface UsedLink {
  readonly id: string;
  readonly role: LinkTable['role'];
  readonly teams: readonly string[];
}

/** Makes a link, good for a day (set-up) or seven (invitation). */
export async function makeLink(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  { what, role, teams, by }: NewLink,
): Promise<MadeLink> {
  const token = makeToken();
  const at = now();
  const id = makeUuid(at);
  const expiresAt = new Date(at.getTime() + DAYS[what] * DAY_MS);
  await db
    .insertInto('link')
    .values({
      id,
      token: hashToken(token),
      what,
      role,
      teams: JSON.stringify(teams),
      made_by: by,
      created_at: at,
      expires_at: expiresAt,
    })
    .execute();
  return { id, token, expiresAt };
}

/**
 * Uses a link up; of two at once, one gets it.
 *
 * @throws Refusal `linkSpent`: unknown, used, revoked or expired, which the answer does not tell apart
 */
export async function useLink(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  what: LinkTable['what'],
  token: string,
): Promise<UsedLink> {
  const at = now();
  const used = await db
    .updateTable('link')
    .set({ used_at: at })
    .where('token', '=', hashToken(token))
    .where('what', '=', what)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['id', 'role', 'teams'])
    .executeTakeFirst();
  if (used === undefined) throw new Refusal('linkSpent');
  return used;
}

/** What a link leads to, without using it. @throws Refusal `linkSpent` */
export async function lookAtLink(
  { db, now }: Grounds,
  what: LinkTable['what'],
  token: string,
): Promise<UsedLink & { readonly expiresAt: Date }> {
  const found = await db
    .selectFrom('link')
    .select(['id', 'role', 'teams', 'expires_at'])
    .where('token', '=', hashToken(token))
    .where('what', '=', what)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('linkSpent');
  return { id: found.id, role: found.role, teams: found.teams, expiresAt: found.expires_at };
}
