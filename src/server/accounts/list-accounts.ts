import { sql } from 'kysely';

import type { AccountShown } from '../../wire/accounts.ts';
import type { Grounds } from '../grounds.ts';
import { IDLE_MS } from '../guard/sessions.ts';

/** Owners and managers by name; with a team only those that it was given to, and of their teams only that one. */
export async function listAccounts({ db, now }: Grounds, team?: string): Promise<readonly AccountShown[]> {
  const at = now();
  const [given, seen] = await Promise.all([
    db.selectFrom('team_manager').select(['account_id', 'team_id']).execute(),
    db
      .selectFrom('session')
      .select(['account_id', sql<Date>`max(seen_at)`.as('seen_at')])
      .where('expires_at', '>', at)
      .where('seen_at', '>', new Date(at.getTime() - IDLE_MS))
      .groupBy('account_id')
      .execute(),
  ]);
  const seenAt = new Map(seen.map((row) => [row.account_id, row.seen_at]));
  const accounts = await db
    .selectFrom('account')
    .select((one) => [
      'id',
      'name',
      'email',
      'role',
      one
        .selectFrom('passkey')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('passkey.account_id', '=', 'account.id')
        .as('passkeys'),
    ])
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return accounts
    .map((account) => ({
      id: account.id,
      name: account.name,
      email: account.email,
      role: account.role,
      teams: given
        .filter((row) => row.account_id === account.id && (team === undefined || row.team_id === team))
        .map((row) => row.team_id),
      passkeys: account.passkeys ?? 0,
      seenAt: seenAt.get(account.id)?.toISOString() ?? null,
    }))
    .filter((account) => team === undefined || account.teams.length > 0);
}
