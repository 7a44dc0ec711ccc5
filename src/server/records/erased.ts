/** Records of players who were erased do not come back, however late a device brings them. */
import type { Kysely } from 'kysely';

import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Tables } from '../database/tables.ts';
import type { KeyRing } from '../grounds.ts';

/** The mark of a device in `tombstone`: who erases a player leaves one for each device of the player's records. */
export function markDevice(keys: Pick<KeyRing, 'mark'>, device: string): Buffer {
  return keys.mark('erased device', device);
}

/**
 * The ids, of those given, of records that an erased player's device wrote before the erasure. What this player wrote on
 * a device that was theirs already when somebody else of that device was erased is their own, and stays.
 */
export async function findErased(
  executor: Kysely<Tables>,
  keys: Pick<KeyRing, 'mark'>,
  player: string,
  records: readonly StoredRecord[],
): Promise<ReadonlySet<string>> {
  const erasures = await findErasures(executor, keys, [...new Set(records.map(({ device }) => device))]);
  if (erasures.size === 0) return new Set();
  const own = await executor
    .selectFrom('device')
    .select(['id', 'created_at'])
    .where('player_id', '=', player)
    .where('id', 'in', [...erasures.keys()])
    .execute();
  const joined = new Map(own.map(({ id, created_at }) => [id, created_at.getTime()]));
  const isErased = ({ device, at }: StoredRecord): boolean => {
    const erasedAt = erasures.get(device) ?? -Infinity;
    const ownSince = joined.get(device) ?? Infinity;
    return at <= erasedAt && !(ownSince <= erasedAt && at >= ownSince);
  };
  return new Set(records.filter(isErased).map(({ id }) => id));
}

/** When players of these devices were last erased, by device, in milliseconds since 1970; no others. */
async function findErasures(
  executor: Kysely<Tables>,
  keys: Pick<KeyRing, 'mark'>,
  devices: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (devices.length === 0) return new Map();
  const marks = devices.map((device) => ({ device, mark: markDevice(keys, device) }));
  const stones = await executor
    .selectFrom('tombstone')
    .selectAll()
    .where(
      'mark',
      'in',
      marks.map(({ mark }) => mark),
    )
    .execute();
  return new Map(
    stones.flatMap(({ mark, erased_at }) =>
      marks.filter((each) => each.mark.equals(mark)).map(({ device }) => [device, erased_at.getTime()] as const),
    ),
  );
}
