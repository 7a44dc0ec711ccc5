import type { Kysely, KyselyPlugin } from 'kysely';

import type { Tables } from '../../../src/server/database/tables.ts';

/** The same database, with every query counted that goes through it. */
export function countQueries(db: Kysely<Tables>): { readonly db: Kysely<Tables>; readonly count: () => number } {
  let queries = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      queries++;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { db: db.withPlugin(counter), count: () => queries };
}
