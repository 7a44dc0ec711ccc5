/** Brings a database to the present shape, one instance at a time, all or nothing. */
import { type Kysely, sql, type Transaction } from 'kysely';

import { DatabaseTrouble } from '../database.ts';
import { STEPS, type Step } from './migrations.ts';

/** Which steps a database has had. */
export const TABLE_OF_STEPS = 'migration';
/** Number of the advisory lock under which steps run; any number that nobody else uses on this database. */
const LOCK = 0x6d_62_61_74;

/**
 * Runs the steps that the database has not had yet, in one transaction. Instances that start together wait for each
 * other.
 *
 * @param steps the steps to run; a test gives fewer to make a database of an earlier version
 * @returns the names of the steps that ran now
 * @throws DatabaseTrouble when the database was made by a newer program
 */
export async function migrate<Shape>(db: Kysely<Shape>, steps: readonly Step[] = STEPS): Promise<readonly string[]> {
  return db.transaction().execute((within) => migrateWithin(within, steps));
}

/** The same in a transaction that is open already. */
export async function migrateWithin<Shape>(db: Transaction<Shape>, steps: readonly Step[]): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(db);
  const done = await listDone(db);
  const known = new Set(steps.map(({ name }) => name));
  const strange = done.filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new DatabaseTrouble(
      `The database was made by a newer version of this program (it has had the steps ${strange.join(', ')}, ` +
        'which this version does not know). Nothing was changed. Start the newer version, or restore a backup ' +
        'that this one made.',
    );
  const missing = steps.slice(done.length);
  if (missing.length === 0) return [];
  await sql`create table if not exists ${sql.table(TABLE_OF_STEPS)} (
    name text primary key,
    done_at timestamptz not null default now()
  )`.execute(db);
  for (const { name, statements } of missing) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await sql`insert into ${sql.table(TABLE_OF_STEPS)} (name) values (${name})`.execute(db);
  }
  return missing.map(({ name }) => name);
}

/** Whether every step of this program has run: what `/readyz` asks. */
export async function isMigrated<Shape>(db: Kysely<Shape>): Promise<boolean> {
  const done = new Set(await listDone(db));
  return STEPS.every(({ name }) => done.has(name));
}

/** Names of the steps that a database has had, in their order. */
export async function listDone<Shape>(db: Kysely<Shape>): Promise<readonly string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${TABLE_OF_STEPS}) is not null as there`.execute(
    db,
  );
  if (rows[0]?.there !== true) return [];
  const { rows: done } = await sql<{ name: string }>`
    select name from ${sql.table(TABLE_OF_STEPS)} order by name collate "C"
  `.execute(db);
  return done.map(({ name }) => name);
}
