import { type SessionsAnswer, SignInSchema } from '../../wire/accounts.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { endedCookie, endSessions, IDLE_MS, startSession } from '../guard/sessions.ts';
import { Refusal } from '../routing/refusal.ts';
import { ROLES, route, type Route } from '../routing/route.ts';
import { accountOf } from './account-of.ts';
import { answerSession } from './answer-session.ts';
import { checkLogin } from './sign-in.ts';

const BOTH = ['manager', 'owner'] as const;

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/session',
    allow: ROLES,
    handle: ({ grounds, caller }) => answerSession(grounds, 'account' in caller ? caller.account : null),
  }),

  route({
    method: 'POST',
    path: '/api/sessions',
    allow: ['nobody', ...BOTH],
    body: SignInSchema,
    async handle({ grounds, body, request, address }) {
      const account = await checkLogin(grounds, {
        email: body.email.toLowerCase(),
        password: body.password,
        address,
      });
      const cookie = await startSession(grounds.db, grounds, request, account, 'password');
      await writeAudit(grounds.db, grounds, { action: 'signedIn', account, subject: account });
      return answerSession(grounds, account, { cookies: [cookie], status: 201 });
    },
  }),

  // Only where the database is a demonstration's: there is nothing to protect, and nothing to remember.
  route({
    method: 'POST',
    path: '/api/sessions/demo',
    allow: ['nobody', ...BOTH],
    limits: [{ count: 60, seconds: 600, by: 'address' }],
    async handle({ grounds, request }) {
      if (!grounds.demo) throw new Refusal('notFound');
      const account = await findDemoManager(grounds);
      const cookie = await startSession(grounds.db, grounds, request, account, 'demo');
      await writeAudit(grounds.db, grounds, { action: 'signedIn', account, subject: account });
      return answerSession(grounds, account, { cookies: [cookie], status: 201 });
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/session',
    allow: BOTH,
    async handle({ grounds, caller }) {
      const { id, session } = accountOf(caller);
      await grounds.db.deleteFrom('session').where('token', '=', session).execute();
      await writeAudit(grounds.db, grounds, { action: 'signedOut', account: id, subject: id });
      return new Response(null, { status: 204, headers: { 'Set-Cookie': endedCookie(grounds) } });
    },
  }),

  route({
    method: 'GET',
    path: '/api/account/sessions',
    allow: BOTH,
    async handle({ grounds, caller }) {
      const { id, session } = accountOf(caller);
      const at = grounds.now();
      const rows = await grounds.db
        .selectFrom('session')
        .select(['token', 'way', 'created_at', 'seen_at'])
        .where('account_id', '=', id)
        .where('expires_at', '>', at)
        .where('seen_at', '>', new Date(at.getTime() - IDLE_MS))
        .orderBy('seen_at', 'desc')
        .execute();
      const answer: SessionsAnswer = {
        sessions: rows.map((row) => ({
          id: sessionName(grounds, row.token),
          way: row.way,
          own: row.token.equals(session),
          createdAt: row.created_at.toISOString(),
          seenAt: row.seen_at.toISOString(),
        })),
      };
      return { json: answer };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    allow: BOTH,
    async handle({ grounds, caller, params }) {
      const { id } = accountOf(caller);
      const rows = await grounds.db.selectFrom('session').select('token').where('account_id', '=', id).execute();
      const found = rows.find(({ token }) => sessionName(grounds, token) === params['session']);
      if (found === undefined) throw new Refusal('notFound');
      await grounds.db.deleteFrom('session').where('token', '=', found.token).execute();
      await writeAudit(grounds.db, grounds, { action: 'sessionsEnded', account: id, subject: id });
      return { status: 204 };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/accounts/:account/sessions',
    allow: ['owner'],
    async handle({ grounds, caller, params }) {
      const { id, session } = accountOf(caller);
      const subject = await findAccount(grounds, params['account'] ?? '');
      await endSessions(grounds.db, subject, session);
      await writeAudit(grounds.db, grounds, { action: 'sessionsEnded', account: id, subject });
      return { status: 204 };
    },
  }),
];

/** A name for a session that is worth nothing to whoever sees it. */
function sessionName({ keys }: Grounds, token: Buffer): string {
  return keys.mark('session name', token.toString('base64url')).subarray(0, 12).toString('base64url');
}

async function findAccount({ db }: Grounds, id: string): Promise<string> {
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('notFound');
  return found.id;
}

/** The demonstration's first manager, or its owner when it has no manager. */
async function findDemoManager({ db }: Grounds): Promise<string> {
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('disabled_at', 'is', null)
    .orderBy('role')
    .orderBy('created_at')
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('notFound');
  return found.id;
}
