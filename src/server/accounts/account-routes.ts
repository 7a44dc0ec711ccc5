import {
  ChangeAccountSchema,
  ChangeNameSchema,
  ChangePasswordSchema,
  type AccountsAnswer,
  type AuditAnswer,
} from '../../wire/accounts.ts';
import { writeAudit } from '../guard/audit.ts';
import { endSessions, startSession } from '../guard/sessions.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Route } from '../routing/route.ts';
import { accountOf } from './account-of.ts';
import { answerSession } from './answer-session.ts';
import { changeRole, removeAccount } from './change-account.ts';
import { listAccounts } from './list-accounts.ts';
import { listAudit } from './list-audit.ts';
import { refuseWeak } from './passwords/rules.ts';
import { fitsPassword, hashPassword } from './passwords/scrypt.ts';

const BOTH = ['manager', 'owner'] as const;

export const accountRoutes: readonly Route[] = [
  route({
    method: 'PATCH',
    path: '/api/account',
    allow: BOTH,
    body: ChangeNameSchema,
    async handle({ grounds, caller, body }) {
      const { id } = accountOf(caller);
      await grounds.db.updateTable('account').set({ name: body.name }).where('id', '=', id).execute();
      return answerSession(grounds, id);
    },
  }),

  // All other browsers are signed out: whoever knew the old password is gone with it.
  route({
    method: 'POST',
    path: '/api/account/password',
    allow: BOTH,
    body: ChangePasswordSchema,
    limits: [{ count: 10, seconds: 900, by: 'caller' }],
    async handle({ grounds, caller, body, request }) {
      const { id } = accountOf(caller);
      const account = await grounds.db
        .selectFrom('account')
        .select(['name', 'email', 'password'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (account.password === null) throw new Refusal('notAllowed', 'this account has no password');
      if (!(await fitsPassword(body.old, account.password))) throw new Refusal('wrongLogin');
      refuseWeak(body.fresh, account);
      const password = await hashPassword(body.fresh);
      const cookie = await grounds.db.transaction().execute(async (db) => {
        await db.updateTable('account').set({ password }).where('id', '=', id).execute();
        await endSessions(db, id);
        await writeAudit(db, grounds, { action: 'passwordChanged', account: id, subject: id });
        return startSession(db, grounds, request, id, 'password');
      });
      return answerSession(grounds, id, { cookies: [cookie] });
    },
  }),

  route({
    method: 'GET',
    path: '/api/accounts',
    allow: ['owner'],
    async handle({ grounds }) {
      const answer: AccountsAnswer = { accounts: await listAccounts(grounds) };
      return { json: answer };
    },
  }),

  route({
    method: 'PATCH',
    path: '/api/accounts/:account',
    allow: ['owner'],
    body: ChangeAccountSchema,
    async handle({ grounds, caller, body, params }) {
      await changeRole(grounds, { account: params['account'] ?? '', role: body.role, by: accountOf(caller).id });
      return { status: 204 };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/accounts/:account',
    allow: ['owner'],
    async handle({ grounds, caller, params }) {
      await removeAccount(grounds, { account: params['account'] ?? '', by: accountOf(caller).id });
      return { status: 204 };
    },
  }),

  route({
    method: 'GET',
    path: '/api/audit',
    allow: ['owner'],
    async handle({ grounds, query }) {
      const answer: AuditAnswer = { entries: await listAudit(grounds, query.get('before')) };
      return { json: answer };
    },
  }),
];
