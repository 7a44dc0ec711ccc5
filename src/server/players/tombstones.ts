/** What is left of an erased player: keyed fingerprints, by which a device that was offline is known, and nobody else. */
import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { markDevice } from '../records/erased.ts';

/** Sets tombstones for devices (by id) and for tokens (by the hash that is kept of them). */
export async function setTombstones(
  db: Kysely<Tables>,
  { keys, now }: Pick<Grounds, 'keys' | 'now'>,
  { devices, tokens }: { readonly devices: readonly string[]; readonly tokens: readonly Buffer[] },
): Promise<void> {
  const marks = [...devices.map((device) => markDevice(keys, device)), ...tokens];
  if (marks.length === 0) return;
  const at = now();
  await db
    .insertInto('tombstone')
    .values(marks.map((mark) => ({ mark, erased_at: at })))
    .onConflict((conflict) => conflict.column('mark').doUpdateSet({ erased_at: at }))
    .execute();
}
