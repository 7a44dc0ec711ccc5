/** Makes the people who call: rows written directly, and the headers that they call with. */
import { randomBytes, randomUUID } from 'node:crypto';

import { makeUuid } from '../../../src/server/database/uuid.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { startSession } from '../../../src/server/guard/sessions.ts';
import { hashToken, makeToken } from '../../../src/server/guard/tokens.ts';

/** `house.request(path, { headers: person.headers })`; JSON's content type is in them, so they serve for writes too. */
export interface MadeAccount {
  readonly id: string;
  readonly email: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MadePlayer {
  readonly id: string;
  readonly team: string;
  readonly device: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

type AccountGrounds = Pick<Grounds, 'db' | 'now' | 'origin'>;
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** An owner, signed in. Has no password: sign in by one with the accounts' own functions. */
export function makeOwner(grounds: AccountGrounds, given: { readonly email?: string } = {}): Promise<MadeAccount> {
  return makeAccount(grounds, 'owner', given.email);
}

/** A manager of some teams, signed in. */
export async function makeManager(
  grounds: AccountGrounds,
  given: { readonly teams: readonly string[]; readonly email?: string },
): Promise<MadeAccount> {
  const made = await makeAccount(grounds, 'manager', given.email);
  for (const team of given.teams)
    await grounds.db.insertInto('team_manager').values({ team_id: team, account_id: made.id }).execute();
  return made;
}

async function makeAccount(
  grounds: AccountGrounds,
  role: 'owner' | 'manager',
  email = `${role}-${randomBytes(4).toString('hex')}@example.org`,
): Promise<MadeAccount> {
  const id = makeUuid(grounds.now());
  await grounds.db
    .insertInto('account')
    .values({ id, role, name: `A ${role}`, email, password: null })
    .execute();
  const cookie = await startSession(grounds.db, grounds, new Request(grounds.origin), id, 'password');
  return { id, email, headers: { ...JSON_TYPE, Cookie: cookie.split(';', 1)[0] ?? '' } };
}

/** @returns the team's id */
export async function makeTeam(
  { db, now }: AccountGrounds,
  given: { readonly name?: string; readonly retentionDays?: number | null } = {},
): Promise<string> {
  const id = makeUuid(now());
  const { name = 'The ducks', retentionDays = null } = given;
  await db.insertInto('team').values({ id, name, retention_days: retentionDays, created_at: now() }).execute();
  return id;
}

/** A player with one device, joined now. */
export async function makePlayer(
  { db, now }: AccountGrounds,
  given: {
    readonly team: string;
    readonly name?: string;
    readonly kind?: 'player' | 'kiosk';
    readonly device?: string;
  },
): Promise<MadePlayer> {
  const { team, name = 'Ann', kind = 'player', device = randomUUID() } = given;
  const at = now();
  const id = makeUuid(at);
  const token = makeToken();
  await db
    .insertInto('player')
    .values({ id, team_id: team, kind, name, recovery: null, created_at: at, seen_at: at })
    .execute();
  await db
    .insertInto('device')
    .values({ player_id: id, id: device, token: hashToken(token), created_at: at, seen_at: at })
    .execute();
  return { id, team, device, token, headers: { ...JSON_TYPE, Authorization: `Bearer ${token}` } };
}
