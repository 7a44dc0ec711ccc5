/** What a manager does about the players of a team. */
import type { PlayersAnswer } from '../../wire/accounts.ts';
import { RenameSchema } from '../../wire/joining.ts';
import { accountOf } from '../accounts/account-of.ts';
import { writeAudit } from '../guard/audit.ts';
import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Route } from '../routing/route.ts';
import { removeDevice } from './devices.ts';
import { erase } from './erase.ts';
import { makePairing } from './pairing.ts';
import { renamePlayer } from './rename.ts';

const BOTH = ['manager', 'owner'] as const;

export const rosterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/teams/:team/players',
    allow: BOTH,
    async handle({ grounds, params }) {
      const answer: PlayersAnswer = { players: await listPlayers(grounds, params['team'] ?? '') };
      return { json: answer };
    },
  }),

  route({
    method: 'PATCH',
    path: '/api/teams/:team/players/:player',
    allow: BOTH,
    body: RenameSchema,
    async handle({ grounds, caller, body, params }) {
      const [team, player] = [params['team'] ?? '', params['player'] ?? ''];
      await renamePlayer(grounds, { player, team, name: body.name, by: accountOf(caller).id });
      return { status: 204 };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/teams/:team/players/:player',
    allow: BOTH,
    async handle({ grounds, caller, params }) {
      const [team, player] = [params['team'] ?? '', params['player'] ?? ''];
      await erase(grounds, { player, team, by: accountOf(caller).id });
      return { status: 204 };
    },
  }),

  // For somebody who lost their device and their words: the manager knows who stands before them, the server does not.
  route({
    method: 'POST',
    path: '/api/teams/:team/players/:player/pairings',
    allow: BOTH,
    limits: [{ count: 60, seconds: 3600, by: 'caller' }],
    async handle({ grounds, caller, params }) {
      const [team, player] = [params['team'] ?? '', params['player'] ?? ''];
      const pairing = await grounds.db.transaction().execute(async (db) => {
        const found = await db
          .selectFrom('player')
          .select('id')
          .where('id', '=', player)
          .where('team_id', '=', team)
          .where('kind', '=', 'player')
          .executeTakeFirst();
        if (found === undefined) throw new Refusal('notFound');
        await writeAudit(db, grounds, {
          action: 'pairingMade',
          account: accountOf(caller).id,
          team,
          subject: player,
        });
        return makePairing(db, grounds, player);
      });
      return { status: 201, json: pairing };
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/teams/:team/players/:player/devices/:device',
    allow: BOTH,
    async handle({ grounds, caller, params }) {
      const [team, player] = [params['team'] ?? '', params['player'] ?? ''];
      await grounds.db.transaction().execute(async (db) => {
        const found = await db
          .selectFrom('player')
          .select('id')
          .where('id', '=', player)
          .where('team_id', '=', team)
          .executeTakeFirst();
        if (found === undefined) throw new Refusal('notFound');
        await removeDevice(db, player, params['device'] ?? '');
        await writeAudit(db, grounds, {
          action: 'deviceRemoved',
          account: accountOf(caller).id,
          team,
          subject: player,
        });
      });
      return { status: 204 };
    },
  }),
];

async function listPlayers({ db }: Grounds, team: string): Promise<PlayersAnswer['players']> {
  const players = await db
    .selectFrom('player')
    .select(['id', 'name', 'kind', 'created_at', 'seen_at'])
    .where('team_id', '=', team)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const devices = await db
    .selectFrom('device')
    .innerJoin('player', 'player.id', 'device.player_id')
    .select(['device.player_id', 'device.id', 'device.created_at', 'device.seen_at'])
    .where('player.team_id', '=', team)
    .orderBy('device.created_at')
    .execute();
  const byPlayer = new Map<string, (typeof devices)[number][]>();
  for (const device of devices) byPlayer.set(device.player_id, [...(byPlayer.get(device.player_id) ?? []), device]);
  return players.map((player) => ({
    id: player.id,
    name: player.name,
    kind: player.kind,
    joinedAt: player.created_at.toISOString(),
    seenAt: player.seen_at.toISOString(),
    devices: (byPlayer.get(player.id) ?? []).map((device) => ({
      id: device.id,
      createdAt: device.created_at.toISOString(),
      seenAt: device.seen_at.toISOString(),
    })),
  }));
}
