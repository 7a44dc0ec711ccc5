import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';
import type { Caller } from '../routing/route.ts';
import { findSession } from './sessions.ts';
import { hashToken } from './tokens.ts';

const NOBODY: Caller = { role: 'nobody' };
/** A device's last sign of life is written this often at most. */
const SEEN_EVERY_MS = 10 * 60 * 1000;

/**
 * Who sends a request: a device by `Authorization: Bearer`, or a browser by its session. A request with both is the
 * device's. What was revoked or has run out is nobody's.
 *
 * @throws Refusal `erased` for the token of a player who was erased, so that the device can say so
 */
export async function findCaller(grounds: Grounds, request: Request): Promise<Caller> {
  const header = request.headers.get('authorization');
  // Another scheme is not meant for us: a proxy in front may ask for a password of its own.
  if (header !== null && /^bearer\b/i.test(header)) return findDevice(grounds, header);
  const session = await findSession(grounds, request);
  if (session === null) return NOBODY;
  const { account, role, token } = session;
  return { role, account, teams: role === 'owner' ? [] : await findTeams(grounds, account), session: token };
}

async function findDevice(grounds: Grounds, header: string): Promise<Caller> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(header)?.[1];
  if (token === undefined) return NOBODY;
  const hash = hashToken(token);
  const found = await grounds.db
    .selectFrom('device')
    .innerJoin('player', 'player.id', 'device.player_id')
    .select(['device.id', 'device.player_id', 'device.seen_at', 'player.team_id', 'player.kind'])
    .where('device.token', '=', hash)
    .executeTakeFirst();
  if (found === undefined) {
    if (await isErased(grounds, hash)) throw new Refusal('erased');
    return NOBODY;
  }
  await noteSeen(grounds, { device: found.id, player: found.player_id, seenAt: found.seen_at });
  return { role: found.kind, player: found.player_id, team: found.team_id, device: found.id };
}

async function isErased({ db }: Grounds, mark: Buffer): Promise<boolean> {
  return (await db.selectFrom('tombstone').select('mark').where('mark', '=', mark).executeTakeFirst()) !== undefined;
}

async function noteSeen(
  { db, now }: Grounds,
  { device, player, seenAt }: { readonly device: string; readonly player: string; readonly seenAt: Date },
): Promise<void> {
  const at = now();
  if (at.getTime() - seenAt.getTime() <= SEEN_EVERY_MS) return;
  await db
    .updateTable('device')
    .set({ seen_at: at })
    .where('player_id', '=', player)
    .where('id', '=', device)
    .execute();
  await db.updateTable('player').set({ seen_at: at }).where('id', '=', player).where('seen_at', '<', at).execute();
}

/** Read at every request, so that a team given or taken holds at once. */
async function findTeams({ db }: Grounds, account: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('team_manager').select('team_id').where('account_id', '=', account).execute();
  return rows.map((row) => row.team_id);
}
