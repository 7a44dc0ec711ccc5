import { CodeSchema, type CodesAnswer, type CodeShown } from '../../wire/accounts.ts';
import { accountOf } from '../accounts/account-of.ts';
import type { JoinCodeTable } from '../database/tables.ts';
import { makeUuid } from '../database/uuid.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Route } from '../routing/route.ts';
import { makeJoinCode, markCode, showCode } from './codes.ts';

const BOTH = ['manager', 'owner'] as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const SEALED = 'join code';
/** Open at once in a team: each more is one more to guess. */
const MOST_OPEN = 20;
const MOST_SHOWN = 100;

export const codeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/teams/:team/codes',
    allow: BOTH,
    async handle({ grounds, params }) {
      const rows = await grounds.db
        .selectFrom('join_code')
        .selectAll()
        .where('team_id', '=', params['team'] ?? '')
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(MOST_SHOWN)
        .execute();
      const answer: CodesAnswer = { codes: rows.map((row) => showRow(grounds, row)) };
      return { json: answer };
    },
  }),

  route({
    method: 'POST',
    path: '/api/teams/:team/codes',
    allow: BOTH,
    body: CodeSchema,
    limits: [{ count: 60, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller, body, params }) {
      const team = params['team'] ?? '';
      const code = makeJoinCode();
      const at = grounds.now();
      const row = await grounds.db.transaction().execute(async (db) => {
        const open = await db
          .selectFrom('join_code')
          .select('id')
          .where('team_id', '=', team)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', at)
          .whereRef('uses', '<', 'most_uses')
          .execute();
        if (open.length >= MOST_OPEN) throw new Refusal('conflict', `a team has at most ${MOST_OPEN} open codes`);
        const made = await db
          .insertInto('join_code')
          .values({
            id: makeUuid(at),
            team_id: team,
            kind: body.kind,
            code: markCode(grounds.keys, 'join', code),
            sealed: grounds.keys.seal(SEALED, code),
            most_uses: body.mostUses,
            created_at: at,
            expires_at: new Date(at.getTime() + body.days * DAY_MS),
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await writeAudit(db, grounds, { action: 'codeMade', account: accountOf(caller).id, team, subject: made.id });
        return made;
      });
      return { status: 201, json: showRow(grounds, row) };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/teams/:team/codes/:code',
    allow: BOTH,
    async handle({ grounds, caller, params }) {
      const [team, code] = [params['team'] ?? '', params['code'] ?? ''];
      const revoked = await grounds.db
        .updateTable('join_code')
        .set({ revoked_at: grounds.now() })
        .where('id', '=', code)
        .where('team_id', '=', team)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (revoked === undefined) throw new Refusal('notFound');
      await writeAudit(grounds.db, grounds, {
        action: 'codeRevoked',
        account: accountOf(caller).id,
        team,
        subject: code,
      });
      return { status: 204 };
    },
  }),
];

type Row = Pick<JoinCodeTable, 'id' | 'kind' | 'sealed' | 'most_uses'> & {
  readonly uses: number;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
};

function showRow({ keys, now }: Grounds, row: Row): CodeShown {
  const state = stateOf(row, now());
  // Sealed with a key that was since changed, it cannot be shown again; it still opens nothing then.
  const code = state === 'open' ? keys.open(SEALED, row.sealed) : null;
  return {
    id: row.id,
    code: code === null ? null : showCode(code),
    kind: row.kind,
    uses: row.uses,
    mostUses: row.most_uses,
    expiresAt: row.expires_at.toISOString(),
    state,
  };
}

function stateOf(row: Row, now: Date): CodeShown['state'] {
  if (row.revoked_at !== null) return 'revoked';
  if (row.uses >= row.most_uses) return 'used';
  return row.expires_at <= now ? 'expired' : 'open';
}
