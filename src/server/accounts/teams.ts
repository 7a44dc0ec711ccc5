/** Teams: who sees which, and what they are called. */
import { sql, type Kysely } from 'kysely';

import type { AccountRole, TeamsAnswer, TeamShown } from '../../wire/accounts.ts';
import type { Tables } from '../database/tables.ts';

/** The teams that an account sees, by name: owners all, managers those given to them. */
export async function listTeams(
  db: Kysely<Tables>,
  { id, role }: { readonly id: string; readonly role: AccountRole },
): Promise<TeamsAnswer['teams']> {
  let query = db
    .selectFrom('team')
    .leftJoin('player', (join) => join.onRef('player.team_id', '=', 'team.id').on('player.kind', '=', 'player'))
    .select(['team.id', 'team.name', 'team.retention_days', sql<number>`count(player.id)::integer`.as('players')])
    .groupBy('team.id')
    .orderBy('team.name')
    .orderBy('team.id');
  if (role === 'manager')
    query = query.where('team.id', 'in', (at) =>
      at.selectFrom('team_manager').select('team_id').where('account_id', '=', id),
    );
  return (await query.execute()).map((row): TeamShown => ({
    id: row.id,
    name: row.name,
    players: row.players,
    retentionDays: row.retention_days,
  }));
}
