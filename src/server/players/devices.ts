import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { hashToken, makeToken } from '../guard/tokens.ts';
import { Refusal } from '../routing/refusal.ts';

const MOST_DEVICES = 20;

/**
 * Gives a device a token of its own for a player. A device that has one already gets another, and the old one is void.
 *
 * @returns the token, shown this once
 * @throws Refusal `conflict` when the player has too many devices
 */
export async function addDevice(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  player: string,
  device: string,
): Promise<string> {
  const others = await db
    .selectFrom('device')
    .select('id')
    .where('player_id', '=', player)
    .where('id', '!=', device)
    .execute();
  if (others.length >= MOST_DEVICES) throw new Refusal('conflict', `a player has at most ${MOST_DEVICES} devices`);
  const token = makeToken();
  const at = now();
  await db
    .insertInto('device')
    .values({ player_id: player, id: device, token: hashToken(token), created_at: at, seen_at: at })
    .onConflict((conflict) =>
      conflict.columns(['player_id', 'id']).doUpdateSet({ token: hashToken(token), seen_at: at }),
    )
    .execute();
  return token;
}

/** Takes a device's token away. What it delivered stays. @throws Refusal `notFound` */
export async function removeDevice(db: Kysely<Tables>, player: string, device: string): Promise<void> {
  const removed = await db
    .deleteFrom('device')
    .where('player_id', '=', player)
    .where('id', '=', device)
    .returning('id')
    .executeTakeFirst();
  if (removed === undefined) throw new Refusal('notFound');
}
