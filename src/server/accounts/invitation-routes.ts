import {
  AcceptSchema,
  InviteSchema,
  LookInvitationSchema,
  type InvitationLook,
  type InvitationMade,
  type InvitationsAnswer,
} from '../../wire/accounts.ts';
import { writeAudit } from '../guard/audit.ts';
import { startSession } from '../guard/sessions.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Route } from '../routing/route.ts';
import { accountOf } from './account-of.ts';
import { answerSession } from './answer-session.ts';
import { lookAtLink, makeLink, useLink } from './links.ts';
import { makeAccount } from './make-account.ts';
import { refuseWeak } from './passwords/rules.ts';
import { hashPassword } from './passwords/scrypt.ts';

const LIMITS = [{ count: 30, seconds: 600, by: 'address' }] as const;

export const invitationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/invitations',
    allow: ['owner'],
    async handle({ grounds }) {
      const now = grounds.now();
      const rows = await grounds.db
        .selectFrom('link')
        .select(['id', 'role', 'teams', 'expires_at', 'used_at', 'revoked_at'])
        .where('what', '=', 'invitation')
        .orderBy('created_at', 'desc')
        .limit(200)
        .execute();
      const answer: InvitationsAnswer = {
        invitations: rows.map((row) => ({
          id: row.id,
          role: row.role,
          teams: row.teams,
          expiresAt: row.expires_at.toISOString(),
          state:
            row.used_at !== null
              ? 'used'
              : row.revoked_at !== null
                ? 'revoked'
                : row.expires_at <= now
                  ? 'expired'
                  : 'open',
        })),
      };
      return { json: answer };
    },
  }),

  route({
    method: 'POST',
    path: '/api/invitations',
    allow: ['owner'],
    body: InviteSchema,
    limits: [{ count: 100, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller, body }) {
      const { id: by } = accountOf(caller);
      const teams = body.role === 'owner' ? [] : [...new Set(body.teams)];
      const made = await grounds.db.transaction().execute(async (db) => {
        if (teams.length > 0) {
          const standing = await db.selectFrom('team').select('id').where('id', 'in', teams).execute();
          if (standing.length !== teams.length) throw new Refusal('notFound', 'teams');
        }
        const link = await makeLink(db, grounds, { what: 'invitation', role: body.role, teams, by });
        await writeAudit(db, grounds, { action: 'invited', account: by, subject: link.id });
        return link;
      });
      const answer: InvitationMade = {
        id: made.id,
        link: `${grounds.origin}/team/invitation#${made.token}`,
        expiresAt: made.expiresAt.toISOString(),
      };
      return { status: 201, json: answer };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/invitations/:invitation',
    allow: ['owner'],
    async handle({ grounds, caller, params }) {
      const id = params['invitation'] ?? '';
      const revoked = await grounds.db
        .updateTable('link')
        .set({ revoked_at: grounds.now() })
        .where('id', '=', id)
        .where('what', '=', 'invitation')
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (revoked === undefined) throw new Refusal('notFound');
      await writeAudit(grounds.db, grounds, {
        action: 'invitationRevoked',
        account: accountOf(caller).id,
        subject: id,
      });
      return { status: 204 };
    },
  }),

  route({
    method: 'POST',
    path: '/api/invitations/look',
    allow: ['nobody', 'manager', 'owner'],
    body: LookInvitationSchema,
    limits: LIMITS,
    async handle({ grounds, body }) {
      const found = await lookAtLink(grounds, 'invitation', body.token);
      const teams =
        found.teams.length === 0
          ? []
          : await grounds.db.selectFrom('team').select('name').where('id', 'in', found.teams).orderBy('name').execute();
      const answer: InvitationLook = {
        role: found.role,
        teams: teams.map(({ name }) => name),
        expiresAt: found.expiresAt.toISOString(),
      };
      return { json: answer };
    },
  }),

  route({
    method: 'POST',
    path: '/api/invitations/accept',
    allow: ['nobody', 'manager', 'owner'],
    body: AcceptSchema,
    limits: LIMITS,
    async handle({ grounds, body, request }) {
      const email = body.email.toLowerCase();
      // Looked at first: a password is not stretched for somebody without a link.
      await lookAtLink(grounds, 'invitation', body.token);
      refuseWeak(body.password, { name: body.name, email });
      const password = await hashPassword(body.password);
      const { account, cookie } = await grounds.db.transaction().execute(async (db) => {
        const { role, teams } = await useLink(db, grounds, 'invitation', body.token);
        const account = await makeAccount(db, grounds, { role, name: body.name, email, password, teams });
        await writeAudit(db, grounds, { action: 'invitationAccepted', account, subject: account });
        return { account, cookie: await startSession(db, grounds, request, account, 'password') };
      });
      return answerSession(grounds, account, { cookies: [cookie], status: 201 });
    },
  }),
];
