import { sql, type Kysely } from 'kysely';

import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { countOptions } from './options.ts';
import { sumEverything } from './sums.ts';

/**
 * Makes all sums anew from the results: after an edit of the bank, or should one ever be wrong. Deliveries wait
 * meanwhile. With the bank unchanged it changes nothing.
 */
export async function recount(db: Kysely<Tables>, library: Pick<Library, 'items'>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`lock table attempt, answer, player_act, player_item, player_day, item_option in exclusive mode`.execute(
      transaction,
    );
    for (const table of ['player_act', 'player_item', 'player_day', 'item_option'] as const)
      await transaction.deleteFrom(table).execute();
    await sumEverything(transaction);
    await countOptions(transaction, library);
  });
}
