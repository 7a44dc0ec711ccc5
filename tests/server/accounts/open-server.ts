/**
 * A server for each test, on one database for all tests of a worker: emptied in a few milliseconds, where a new one takes
 * half a second. It is gone with the worker.
 */
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';

import { openLibrary } from '../../../src/server/content/open-library.ts';
import type { Database } from '../../../src/server/database/database.ts';
import type { Verifier } from '../../../src/server/records/verifier.ts';
import { openTestDatabase, openTestGrounds, type TestGrounds, type TestGroundsOptions } from '../harness/grounds.ts';
import { verifyHere } from '../records/verifier-here.ts';

let shared: Database | undefined;
let isTaken = false;
let verifier: Promise<Verifier> | undefined;

/** A server with an empty database; a second one in the same test gets a database of its own. Closed with the test. */
export async function openServer(options: TestGroundsOptions = {}): Promise<TestGrounds> {
  verifier ??= openLibrary().then((library) => verifyHere(library));
  const parts = { verifier: await verifier, ...options.parts };
  const database = options.database ?? (isTaken ? undefined : await takeShared());
  const server = await openTestGrounds({ ...options, parts, ...(database === undefined ? {} : { database }) });
  onTestFinished(() => server.close());
  return server;
}

async function takeShared(): Promise<Database> {
  isTaken = true;
  onTestFinished(() => {
    isTaken = false;
  });
  shared ??= await openTestDatabase();
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'
  `.execute(shared.db);
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))} restart identity`.execute(shared.db);
  return shared;
}
