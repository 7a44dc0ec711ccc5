/** Writes all rows of a database into lines, as they were at one moment. */
import { type Kysely, sql, type Transaction } from 'kysely';

import { listDone, TABLE_OF_STEPS } from '../migrations/migrate.ts';
import { FORM, FORM_VERSION, type Head, type Row, type TableHead } from './backup-file.ts';
import { listTables } from './tables-in-order.ts';

/** What passes within minutes, or would let a stolen backup sign in: whoever was signed in signs in again. */
const LEFT_OUT = new Set([TABLE_OF_STEPS, 'rate', 'ceremony', 'session', 'pairing']);
/** Rows fetched at once. */
const AT_ONCE = 500;

/**
 * Gives the lines of a backup one after the other, without the end. All of them come from one snapshot; on the embedded
 * database, with its one session, everybody else waits until it is done.
 *
 * @param take is given each line's value, and may take its time
 * @returns the number of rows
 */
export async function dump<Shape>(
  db: Kysely<Shape>,
  now: Date,
  take: (line: Head | TableHead | Row) => Promise<void>,
): Promise<number> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (within) => {
      // Values are written as text: in one way, whatever the server's settings are.
      for (const setting of ["timezone = 'UTC'", "datestyle = 'ISO'", "bytea_output = 'hex'", 'extra_float_digits = 1'])
        await sql.raw(`set local ${setting}`).execute(within);
      await take({
        form: FORM,
        version: FORM_VERSION,
        steps: [...(await listDone(within))],
        madeAt: now.toISOString(),
      });
      let count = 0;
      for (const { table, columns } of await listTables(within)) {
        if (LEFT_OUT.has(table)) continue;
        await take({ table, columns: [...columns] });
        count += await dumpTable(within, { table, columns: [...columns] }, take);
      }
      return count;
    });
}

async function dumpTable<Shape>(
  db: Transaction<Shape>,
  { table, columns }: TableHead,
  take: (row: Row) => Promise<void>,
): Promise<number> {
  const asText = sql.join(columns.map((column) => sql`${sql.ref(column)}::text as ${sql.id(column)}`));
  await sql`declare of_backup no scroll cursor for select ${asText} from ${sql.table(table)}`.execute(db);
  let count = 0;
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.lit(AT_ONCE)} from of_backup`.execute(db);
    for (const row of rows) await take(columns.map((column) => row[column] ?? null));
    count += rows.length;
    if (rows.length < AT_ONCE) break;
  }
  await sql`close of_backup`.execute(db);
  return count;
}
