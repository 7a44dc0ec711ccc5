import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';

import { answerWithin } from '../answer-within.ts';
import { type Database, DatabaseTrouble } from '../database.ts';
import type { Tables } from '../tables.ts';
import { CHANNEL, openSignals } from './signals.ts';

/** Connections of one instance. Two cores cannot use more at once, and several instances share one server. */
const CONNECTIONS = 10;
/** Longest wait for a connection from the pool, in milliseconds. */
const CONNECT_MS = 10_000;
/** A query that takes longer is ended by the server: no page needs it any more. */
const STATEMENT_MS = 30_000;
const OLDEST_VERSION = 15;
/** PostgreSQL's number of the type `date`. */
const DATE: number = types.builtins.DATE;

/**
 * Opens a PostgreSQL server and makes sure that it can be used.
 *
 * @throws DatabaseTrouble when it cannot be reached, refuses the password, has no such database or is too old
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    application_name: 'marshals-baton',
    types: { getTypeParser: chooseParser },
  });
  // A connection that breaks while it is idle is replaced at its next use.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseOldServer(db);
    const signals = await openSignals(url, (texts) => notify(db, texts));
    return {
      kind: 'postgres',
      db,
      signals,
      check: (withinMs) => answerWithin(db, withinMs),
      lost: new Promise(() => {}),
      async close() {
        await signals.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw explain(error, url);
  }
}

/** Dates as text, as the embedded database gives them; everything else as `pg` does. */
function chooseParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (type === DATE) return (text) => text;
  return types.getTypeParser(type, format === 'binary' ? 'binary' : 'text') as (text: string) => unknown;
}

async function notify(db: Kysely<Tables>, texts: readonly string[]): Promise<void> {
  const list = sql.val([...texts]);
  await sql`select pg_notify(${CHANNEL}, said) from unnest(${list}::text[]) as said`.execute(db);
}

async function refuseOldServer(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{
    version: number;
  }>`select current_setting('server_version_num')::integer / 10000 as version`.execute(db);
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_VERSION)
    throw new DatabaseTrouble(
      `PostgreSQL ${OLDEST_VERSION} or later is needed; the server of DATABASE_URL is ${version}.`,
    );
}

/** Says in words what to do; the address without its password. */
function explain(error: unknown, url: string): unknown {
  if (error instanceof DatabaseTrouble) return error;
  const { host, pathname, username } = new URL(url);
  const where = `the PostgreSQL server at ${host}`;
  // Node gathers the failures of all addresses of a name into one error.
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = (inner as { code?: unknown }).code;
  const say = (text: string): DatabaseTrouble => new DatabaseTrouble(text, error);
  if (code === 'ECONNREFUSED') return say(`Nothing answers at ${where}. Is it running, and is the port right?`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return say(`There is no machine of the name in DATABASE_URL (${host}).`);
  if (code === '28P01' || code === '28000')
    return say(`${where} does not let in the user "${username}" of DATABASE_URL with this password.`);
  if (code === '3D000')
    return say(`There is no database "${pathname.slice(1)}" on ${where}. Make it with: createdb ${pathname.slice(1)}`);
  if (code === '42501') return say(`The user "${username}" may not make tables in "${pathname.slice(1)}" on ${where}.`);
  return say(`${where} cannot be used: ${inner instanceof Error ? inner.message : String(inner)}`);
}
