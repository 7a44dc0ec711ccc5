import { type Kysely, sql, type Transaction } from 'kysely';

import { openLibrary } from '../../content/open-library.ts';
import { withdrawOptions } from '../../records/options.ts';
import { type Database, DatabaseTrouble } from '../database.ts';
import { migrateWithin } from '../migrations/migrate.ts';
import { STEPS, type Step } from '../migrations/migrations.ts';
import type { Tables } from '../tables.ts';
import { LINE_NAME } from '../line-name.ts';
import type { TableHead, Row } from './backup-file.ts';
import { checkBackup, readBackup } from './read-backup.ts';
import { listTables } from './tables-in-order.ts';

/** Values in one statement; PostgreSQL takes 65,535 at most. */
const VALUES_AT_ONCE = 8000;

export interface RestoreOptions {
  /** Replaces what the database holds; without it a database with rows is refused. */
  readonly replace: boolean;
  readonly steps?: readonly Step[];
}

/**
 * Puts a backup into a database, in one transaction: afterwards all of it is there, or nothing has changed. The file is
 * read once before, so that a damaged one is found without touching anything. Who was erased since the backup was made
 * stays erased: tombstones of the database are kept, and what they name is taken out again.
 *
 * @param database opened without migrations (`openUnmigrated`)
 * @returns the number of rows
 * @throws DatabaseTrouble when the file is damaged or newer than the program, the database is not empty, or a server works
 *   on it
 */
export async function restore(
  database: Pick<Database, 'db'>,
  file: string,
  { replace, steps = STEPS }: RestoreOptions,
): Promise<number> {
  const head = await checkBackup(file);
  const strange = head.steps.filter((name, place) => steps[place]?.name !== name);
  if (strange.length > 0)
    throw new DatabaseTrouble(
      `${file} was made by a newer version of this program (steps ${strange.join(', ')}). Restore it with that one.`,
    );
  return (database.db as unknown as Kysely<unknown>).transaction().execute(async (db) => {
    const before = await listTables(db, steps);
    await refuseRunning(db);
    // An erasure under way is waited for, and no other begins: each is among the tombstones that are read below.
    for (const { table } of before) await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(db);
    if (!replace) await refuseFull(db, before);
    const tombstones = await readTombstones(db, before);
    for (const { table } of before.toReversed()) await sql`drop table ${sql.table(table)}`.execute(db);
    await migrateWithin(db, steps.slice(0, head.steps.length));
    const count = await fill(db, file, steps);
    await migrateWithin(db, steps);
    await keepErased(db, tombstones);
    return count;
  });
}

/**
 * Refuses while a server has its line for news open: it would go on with what it knows of other rows. The embedded
 * database has its lock for that, and shows only this process here.
 */
async function refuseRunning(db: Transaction<unknown>): Promise<void> {
  const { rows } = await sql<{ lines: number }>`
    select count(*)::integer as lines from pg_stat_activity
    where datname = current_database() and application_name = ${LINE_NAME}
  `.execute(db);
  // One of them is this command's own.
  if ((rows[0]?.lines ?? 0) > 1)
    throw new DatabaseTrouble(
      'A server is working on this database. Stop it (all of them, if there are several) first.',
    );
}

async function refuseFull(db: Transaction<unknown>, tables: readonly { readonly table: string }[]): Promise<void> {
  for (const { table } of tables) {
    if (table === 'migration' || table === 'rate') continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0)
      throw new DatabaseTrouble(
        `The database is not empty (there are rows in "${table}"). Give an empty one; only ` +
          '"npm run restore -- FILE --replace" puts a backup in the place of everything in one.',
      );
  }
}

async function fill(db: Transaction<unknown>, file: string, steps: readonly Step[]): Promise<number> {
  let table: TableHead | undefined;
  let waiting: Row[] = [];
  let count = 0;
  const write = async (): Promise<void> => {
    if (table !== undefined && waiting.length > 0) await insert(db, table, waiting);
    count += waiting.length;
    waiting = [];
  };
  for await (const line of readBackup(file)) {
    if (line.kind === 'table') {
      await write();
      table = line.table;
    } else if (line.kind === 'row') {
      if (line.row.length !== table?.columns.length)
        throw new DatabaseTrouble(`${file}: a row has too many or few values.`);
      waiting.push(line.row);
      if (waiting.length * table.columns.length >= VALUES_AT_ONCE) await write();
    }
  }
  await write();
  for (const { table: name, numbered } of await listTables(db, steps))
    for (const column of numbered) await goOnNumbering(db, name, column);
  return count;
}

async function insert(db: Transaction<unknown>, { table, columns }: TableHead, rows: readonly Row[]): Promise<void> {
  const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`));
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) overriding system value values ${values}`.execute(db);
}

/** The next row gets the number after the highest one. */
async function goOnNumbering(db: Transaction<unknown>, table: string, column: string): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
    from ${sql.table(table)}
  `.execute(db);
}

interface Tombstone {
  readonly mark: Buffer;
  readonly erased_at: Date;
}

async function readTombstones(
  db: Transaction<unknown>,
  tables: readonly { readonly table: string }[],
): Promise<readonly Tombstone[]> {
  if (!tables.some(({ table }) => table === 'tombstone')) return [];
  return (await sql<Tombstone>`select mark, erased_at from tombstone`.execute(db)).rows;
}

async function keepErased(db: Transaction<unknown>, tombstones: readonly Tombstone[]): Promise<void> {
  for (const { mark, erased_at } of tombstones)
    await sql`
      insert into tombstone (mark, erased_at) values (${mark}, ${erased_at})
      on conflict (mark) do update set erased_at = greatest(tombstone.erased_at, excluded.erased_at)
    `.execute(db);
  // By the player's own mark, or by a token (its hash, as the device's row keeps it): players who were erased before there
  // was the first have the second.
  const { rows } = await sql<{ id: string; team: string }>`
    select id, team_id as team from player
    where sha256(convert_to('player ' || id, 'UTF8')) in (select mark from tombstone)
      or id in (select player_id from device where token in (select mark from tombstone))
  `.execute(db);
  if (rows.length === 0) return;
  // Read only when it is needed: what the team's counts have of their answers is known by the bank.
  const library = await openLibrary();
  const whole = db as unknown as Transaction<Tables>;
  for (const { id, team } of rows) {
    await withdrawOptions(whole, library, { player: id, team });
    await sql`update audit set subject = null where subject = ${id}`.execute(db);
    await sql`delete from player where id = ${id}`.execute(db);
  }
}
