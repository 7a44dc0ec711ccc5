/**
 * Whose a record is. A device's id is no secret (an exported file has it), so it proves nothing; but one that is known
 * tells when something comes from elsewhere:
 * - from the caller's device, or another of the player's: own;
 * - from a device that nobody here has ever used: own, an import of what was earned before joining;
 * - from a device of somebody else: a copy. So is a record that somebody else has delivered from a shared device.
 */
import type { Kysely } from 'kysely';

import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Tables } from '../database/tables.ts';

/** The ids, of those given, of records that are somebody else's. */
export async function findForeign(
  executor: Kysely<Tables>,
  player: string,
  records: readonly StoredRecord[],
): Promise<ReadonlySet<string>> {
  const foreign = new Set<string>();
  const devices = [...new Set(records.map(({ device }) => device))];
  if (devices.length === 0) return foreign;
  const owners = await executor
    .selectFrom('device')
    .select(['id', 'player_id'])
    .where('id', 'in', devices)
    .union(
      // What does not count proves nothing: else a copy that was kept and marked would make the next one own.
      executor
        .selectFrom('record')
        .select(['device as id', 'player_id'])
        .where('device', 'in', devices)
        .where('mark', 'is', null),
    )
    .execute();
  for (const device of devices) {
    const own = owners.filter(({ id }) => id === device);
    if (own.every(({ player_id }) => player_id === player)) continue;
    const brought = records.filter((record) => record.device === device);
    const isMine = own.some(({ player_id }) => player_id === player);
    const taken = isMine ? await findTaken(executor, player, device, brought) : brought;
    for (const { id } of taken) foreign.add(id);
  }
  return foreign;
}

/** On a device that several have used: what another of them has delivered. */
async function findTaken(
  executor: Kysely<Tables>,
  player: string,
  device: string,
  records: readonly StoredRecord[],
): Promise<readonly { readonly id: string }[]> {
  return executor
    .selectFrom('record')
    .select('id')
    .where('device', '=', device)
    .where('player_id', '!=', player)
    .where(
      'id',
      'in',
      records.map(({ id }) => id),
    )
    .execute();
}
