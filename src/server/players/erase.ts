/** Erasing: every row of a player goes, and tombstones keep a device that was offline from bringing them back. */
import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit, type AuditAction } from '../guard/audit.ts';
import { withdrawOptions } from '../records/options.ts';
import { Refusal } from '../routing/refusal.ts';
import { setTombstones } from './tombstones.ts';

export interface Erased {
  readonly player: string;
  readonly team: string;
}

/**
 * Erases one player in the transaction given. Rows that hang on the player go by the database's own rule; what names
 * the player elsewhere (the audit's subjects, the team's counts of options) is taken out here.
 *
 * @returns null when there is no such player
 */
export async function erasePlayer(
  db: Kysely<Tables>,
  grounds: Pick<Grounds, 'keys' | 'now' | 'library'>,
  player: string,
  { action, by }: { readonly action: AuditAction; readonly by: string | null },
): Promise<Erased | null> {
  const found = await db.selectFrom('player').select('team_id').where('id', '=', player).forUpdate().executeTakeFirst();
  if (found === undefined) return null;
  const team = found.team_id;
  const [devices, wrote] = [
    await db.selectFrom('device').select(['id', 'token']).where('player_id', '=', player).execute(),
    await db.selectFrom('record').select('device').distinct().where('player_id', '=', player).execute(),
  ];
  const ids = new Set([...devices.map(({ id }) => id), ...wrote.map(({ device }) => device)]);
  await setTombstones(db, grounds, { player, devices: [...ids], tokens: devices.map(({ token }) => token) });
  await withdrawOptions(db, grounds.library, { player, team });
  await db
    .updateTable('audit')
    .set({ subject: null })
    .where('subject', 'in', [player, ...ids])
    .execute();
  await db.deleteFrom('player').where('id', '=', player).execute();
  await writeAudit(db, grounds, { action, account: by, team });
  return { player, team };
}

/** Erases a player now and tells the team's pages. @throws Refusal `notFound`, also for a player of another team */
export async function erase(
  grounds: Grounds,
  { player, team, by }: { readonly player: string; readonly team: string; readonly by: string | null },
): Promise<void> {
  await grounds.db.transaction().execute(async (db) => {
    const erased = await erasePlayer(db, grounds, player, { action: 'erased', by });
    if (erased === null || erased.team !== team) throw new Refusal('notFound');
  });
  await tellErased(grounds, { player, team });
}

/** Erases a team's players and the team. @throws Refusal `notFound` */
export async function eraseTeam(grounds: Grounds, team: string, by: string): Promise<void> {
  await grounds.db.transaction().execute(async (db) => {
    // Codes first, then the team, then the players, as joining and delivering take them: nobody waits crosswise, and
    // nobody joins in between. The team's own row stays open to the counts of a delivery that is under way.
    await db.selectFrom('join_code').select('id').where('team_id', '=', team).orderBy('id').forUpdate().execute();
    const found = await db.selectFrom('team').select('id').where('id', '=', team).forNoKeyUpdate().executeTakeFirst();
    if (found === undefined) throw new Refusal('notFound');
    const players = await db.selectFrom('player').select('id').where('team_id', '=', team).execute();
    for (const { id } of players) await erasePlayer(db, grounds, id, { action: 'erased', by });
    await db.deleteFrom('team').where('id', '=', team).execute();
    await writeAudit(db, grounds, { action: 'teamRemoved', account: by, team });
  });
  await tellErased(grounds, { player: '', team });
}

/** To be called after the transaction has committed. */
export function tellErased(grounds: Grounds, { player, team }: Erased): Promise<void> {
  return grounds.changes.tell({ team, player, what: 'erased', at: grounds.now().toISOString() });
}
