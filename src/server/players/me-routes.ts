/** What a player does about themselves. A kiosk stands in public: whoever stands before it may only play. */
import { RenameSchema, type Me, type Recovery } from '../../wire/joining.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Route } from '../routing/route.ts';
import { removeDevice } from './devices.ts';
import { erase } from './erase.ts';
import { SEES } from './join.ts';
import { makePairing } from './pairing.ts';
import { playerOf } from './player-of.ts';
import { hashRecovery, makeRecovery } from './recovery.ts';
import { renamePlayer } from './rename.ts';

export const meRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/me',
    allow: ['player', 'kiosk'],
    async handle({ grounds, caller }) {
      const { player, device } = playerOf(caller);
      return { json: await describeMe(grounds, player, device) };
    },
  }),

  route({
    method: 'PATCH',
    path: '/api/me',
    allow: ['player'],
    body: RenameSchema,
    limits: [{ count: 20, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller, body }) {
      const { player, team, device } = playerOf(caller);
      await renamePlayer(grounds, { player, team, name: body.name, by: null });
      return { json: await describeMe(grounds, player, device) };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/me',
    allow: ['player'],
    async handle({ grounds, caller }) {
      const { player, team } = playerOf(caller);
      await erase(grounds, { player, team, by: null });
      return { status: 204 };
    },
  }),

  route({
    method: 'POST',
    path: '/api/me/pairings',
    allow: ['player'],
    limits: [{ count: 20, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller }) {
      const { player, team } = playerOf(caller);
      const pairing = await grounds.db.transaction().execute(async (db) => {
        await writeAudit(db, grounds, { action: 'pairingMade', team, subject: player });
        return makePairing(db, grounds, player);
      });
      return { status: 201, json: pairing };
    },
  }),

  route({
    method: 'POST',
    path: '/api/me/recovery',
    allow: ['player'],
    limits: [{ count: 10, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller }) {
      const { player, team } = playerOf(caller);
      const recovery = makeRecovery();
      await grounds.db.transaction().execute(async (db) => {
        await db
          .updateTable('player')
          .set({ recovery: hashRecovery(recovery) })
          .where('id', '=', player)
          .execute();
        await writeAudit(db, grounds, { action: 'recoveryRenewed', team, subject: player });
      });
      const answer: Recovery = { recovery };
      return { status: 201, json: answer };
    },
  }),

  // One's own device leaves by the same: its token is void, what it delivered stays the player's.
  route({
    method: 'DELETE',
    path: '/api/me/devices/:device',
    allow: ['player'],
    async handle({ grounds, caller, params }) {
      const { player, team } = playerOf(caller);
      await grounds.db.transaction().execute(async (db) => {
        await removeDevice(db, player, params['device'] ?? '');
        await writeAudit(db, grounds, { action: 'deviceRemoved', team, subject: player });
      });
      return { status: 204 };
    },
  }),
];

async function describeMe({ db }: Grounds, player: string, own: string): Promise<Me> {
  const found = await db
    .selectFrom('player')
    .innerJoin('team', 'team.id', 'player.team_id')
    .select(['player.name', 'team.name as team', 'team.retention_days'])
    .where('player.id', '=', player)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('erased');
  const devices = await db
    .selectFrom('device')
    .select(['id', 'seen_at'])
    .where('player_id', '=', player)
    .orderBy('created_at')
    .execute();
  return {
    player,
    name: found.name,
    team: found.team,
    devices: devices.map(({ id, seen_at }) => ({ id, own: id === own, seenAt: seen_at.toISOString() })),
    retentionDays: found.retention_days,
    sees: SEES,
  };
}
