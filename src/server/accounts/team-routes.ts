import { TeamManagersSchema, TeamSchema, type TeamsAnswer, type TeamShown } from '../../wire/accounts.ts';
import { makeUuid } from '../database/uuid.ts';
import { writeAudit } from '../guard/audit.ts';
import { eraseTeam } from '../players/erase.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Route } from '../routing/route.ts';
import { accountOf } from './account-of.ts';
import { giveTeams } from './make-account.ts';
import { listAccounts } from './list-accounts.ts';
import { listTeams } from './teams.ts';

const BOTH = ['manager', 'owner'] as const;

export const teamRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/teams',
    allow: BOTH,
    async handle({ grounds, caller }) {
      const { id, role } = accountOf(caller);
      const answer: TeamsAnswer = { teams: await listTeams(grounds.db, { id, role }) };
      return { json: answer };
    },
  }),

  route({
    method: 'POST',
    path: '/api/teams',
    allow: BOTH,
    body: TeamSchema,
    limits: [{ count: 60, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller, body }) {
      const account = accountOf(caller);
      const id = makeUuid(grounds.now());
      await grounds.db.transaction().execute(async (db) => {
        await db
          .insertInto('team')
          .values({ id, name: body.name, retention_days: body.retentionDays, created_at: grounds.now() })
          .execute();
        if (account.role === 'manager') await giveTeams(db, account.id, [id]);
        await writeAudit(db, grounds, { action: 'teamMade', account: account.id, team: id });
      });
      const shown: TeamShown = { id, name: body.name, players: 0, retentionDays: body.retentionDays };
      return { status: 201, json: shown };
    },
  }),

  route({
    method: 'PATCH',
    path: '/api/teams/:team',
    allow: BOTH,
    body: TeamSchema,
    async handle({ grounds, caller, body, params }) {
      const team = params['team'] ?? '';
      await grounds.db.transaction().execute(async (db) => {
        const changed = await db
          .updateTable('team')
          .set({ name: body.name, retention_days: body.retentionDays })
          .where('id', '=', team)
          .returning('id')
          .executeTakeFirst();
        if (changed === undefined) throw new Refusal('notFound');
        await writeAudit(db, grounds, { action: 'teamChanged', account: accountOf(caller).id, team });
      });
      return { status: 204 };
    },
  }),

  // Its players are erased with it: they could no longer be reached, nor find out what is kept of them.
  route({
    method: 'DELETE',
    path: '/api/teams/:team',
    allow: ['owner'],
    async handle({ grounds, caller, params }) {
      await eraseTeam(grounds, params['team'] ?? '', accountOf(caller).id);
      return { status: 204 };
    },
  }),

  route({
    method: 'GET',
    path: '/api/teams/:team/managers',
    allow: BOTH,
    async handle({ grounds, params }) {
      return { json: { accounts: await listAccounts(grounds, params['team']) } };
    },
  }),

  route({
    method: 'PUT',
    path: '/api/teams/:team/managers',
    allow: ['owner'],
    body: TeamManagersSchema,
    async handle({ grounds, caller, body, params }) {
      const team = params['team'] ?? '';
      await grounds.db.transaction().execute(async (db) => {
        await db.deleteFrom('team_manager').where('team_id', '=', team).execute();
        const wanted = [...new Set(body.accounts)];
        const managers =
          wanted.length === 0
            ? []
            : await db
                .selectFrom('account')
                .select('id')
                .where('id', 'in', wanted)
                .where('role', '=', 'manager')
                .where('disabled_at', 'is', null)
                .execute();
        if (managers.length !== wanted.length) throw new Refusal('notFound', 'accounts');
        if (managers.length > 0)
          await db
            .insertInto('team_manager')
            .values(managers.map(({ id }) => ({ team_id: team, account_id: id })))
            .execute();
        await writeAudit(db, grounds, { action: 'managersChanged', account: accountOf(caller).id, team });
      });
      return { status: 204 };
    },
  }),
];
