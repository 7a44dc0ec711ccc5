import type { SessionAnswer, SignedIn, SignInWays, TeamShown } from '../../wire/accounts.ts';
import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';
import { canUsePasskeys } from './passkeys/party.ts';
import { hasOwner } from './setup-state.ts';
import { listTeams } from './teams.ts';

/** What `GET /api/session` and every way of signing in answer. */
export async function answerSession(
  grounds: Grounds,
  account: string | null,
  { cookies = [], status = 200 }: { readonly cookies?: readonly string[]; readonly status?: 200 | 201 } = {},
): Promise<Response> {
  const answer: SessionAnswer = {
    signedIn: account === null ? null : await showAccount(grounds, account),
    ways: await showWays(grounds),
  };
  const reply = Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });
  for (const cookie of cookies) reply.headers.append('Set-Cookie', cookie);
  return reply;
}

async function showWays(grounds: Grounds): Promise<SignInWays> {
  return {
    needsSetup: !(await hasOwner(grounds.db)),
    oidc: grounds.company?.name ?? null,
    passkeys: canUsePasskeys(grounds.origin),
    demo: grounds.demo,
  };
}

async function showAccount(grounds: Grounds, id: string): Promise<SignedIn> {
  const account = await grounds.db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'role', 'password'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (account === undefined) throw new Refusal('notSignedIn');
  const passkeys = await grounds.db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at'])
    .where('account_id', '=', id)
    .orderBy('created_at')
    .execute();
  const teams: readonly TeamShown[] = await listTeams(grounds.db, account);
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    role: account.role,
    teams,
    passkeys: passkeys.map((key) => ({ id: key.id, name: key.name, createdAt: key.created_at.toISOString() })),
    strong: passkeys.length > 0 || account.password === null,
  };
}
