/**
 * For each version of the database that was ever released: rows as that version's program wrote them, in SQL of its
 * own, and what must be true of them after the migrations. Never changed afterwards; a new version is added at the end.
 * Place n holds what is put into a database that has had the first n steps.
 */
import { type Kysely, sql } from 'kysely';
import { expect } from 'vitest';

import type { Tables } from '../../../src/server/database/tables.ts';

export interface FillOfVersion {
  fill(db: Kysely<Tables>): Promise<void>;
  check(db: Kysely<Tables>): Promise<void>;
}

export const FILL_OF_VERSION: readonly FillOfVersion[] = [
  {
    // Version 0: a PostgreSQL database that belongs to others too, as some are given one.
    async fill(db) {
      await sql`create table theirs (a integer)`.execute(db);
      await sql`insert into theirs values (1)`.execute(db);
    },
    async check(db) {
      const { rows } = await sql`select a from theirs`.execute(db);
      expect(rows).toEqual([{ a: 1 }]);
      await sql`drop table theirs`.execute(db);
    },
  },
];
