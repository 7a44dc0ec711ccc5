import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';

/** Whether somebody owns this server; until then the set-up link stands open. */
export async function hasOwner(db: Kysely<Tables>): Promise<boolean> {
  const owner = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return owner !== undefined;
}
