import type { Kysely } from 'kysely';

import type { Pairing } from '../../wire/joining.ts';
import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';
import { makePairingCode, markCode, showCode } from './codes.ts';

const PAIRING_MS = 10 * 60 * 1000;

/**
 * Makes a code by which a second device becomes this player's, inside a transaction; codes made before it are void.
 *
 * @throws Refusal `erased` when the player is no more
 */
export async function makePairing(
  db: Kysely<Tables>,
  { keys, now }: Pick<Grounds, 'keys' | 'now'>,
  player: string,
): Promise<Pairing> {
  const held = await db.selectFrom('player').select('id').where('id', '=', player).forUpdate().executeTakeFirst();
  if (held === undefined) throw new Refusal('erased');
  const code = makePairingCode();
  const expires = new Date(now().getTime() + PAIRING_MS);
  await db.deleteFrom('pairing').where('player_id', '=', player).execute();
  await db
    .insertInto('pairing')
    .values({ code: markCode(keys, 'pairing', code), player_id: player, expires_at: expires })
    .execute();
  return { code: showCode(code), expiresAt: expires.toISOString() };
}

/**
 * Uses such a code up, inside a transaction; the player's row is locked until its end.
 *
 * @returns the player's id; null when the code is unknown, used or too old
 */
export async function takePairing(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  code: Buffer,
): Promise<string | null> {
  // The player first and the code then, as an erasure takes them: the two never wait for each other crosswise.
  const found = await db
    .selectFrom('player')
    .innerJoin('pairing', 'pairing.player_id', 'player.id')
    .select('player.id')
    .where('pairing.code', '=', code)
    .forUpdate('player')
    .executeTakeFirst();
  if (found === undefined) return null;
  const taken = await db
    .deleteFrom('pairing')
    .where('code', '=', code)
    .where('expires_at', '>', now())
    .returning('player_id')
    .executeTakeFirst();
  return taken?.player_id ?? null;
}

/**
 * Remembers for ten minutes that a device came by recovery words which are void now: when the answer with its token and
 * the new words is lost on the way, the same device may come by the same words once more.
 */
export async function rememberWords(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  player: string,
  mark: Buffer,
): Promise<void> {
  const expires = new Date(now().getTime() + PAIRING_MS);
  await db
    .insertInto('pairing')
    .values({ code: mark, player_id: player, expires_at: expires })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ expires_at: expires }))
    .execute();
}
