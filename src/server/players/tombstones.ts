/** What is left of an erased player: keyed fingerprints, by which a device that was offline is known, and nobody else. */
import { createHash } from 'node:crypto';

import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { markDevice } from '../records/erased.ts';

/** The mark of a player. Without the key, so that a restore knows it; an id has 74 random bits, which nobody guesses. */
function markPlayer(player: string): Buffer {
  return createHash('sha256').update(`player ${player}`).digest();
}

/** Sets tombstones for a player, for devices (by id) and for tokens (by the hash that is kept of them). */
export async function setTombstones(
  db: Kysely<Tables>,
  { keys, now }: Pick<Grounds, 'keys' | 'now'>,
  {
    player,
    devices,
    tokens,
  }: { readonly player: string; readonly devices: readonly string[]; readonly tokens: readonly Buffer[] },
): Promise<void> {
  const marks = [markPlayer(player), ...devices.map((device) => markDevice(keys, device)), ...tokens];
  const at = now();
  await db
    .insertInto('tombstone')
    .values(marks.map((mark) => ({ mark, erased_at: at })))
    .onConflict((conflict) => conflict.column('mark').doUpdateSet({ erased_at: at }))
    .execute();
}
