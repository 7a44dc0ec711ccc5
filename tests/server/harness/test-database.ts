import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { inject } from 'vitest';

import type { Database } from '../../../src/server/database/database.ts';
import { makeLiteSession } from '../../../src/server/database/embedded/lite-session.ts';
import { openLite } from '../../../src/server/database/embedded/open-lite.ts';
import { overSession } from '../../../src/server/database/embedded/over-session.ts';
import { openPostgres } from '../../../src/server/database/postgres/open-postgres.ts';
import { onServer, withDatabase } from './database-template.ts';

/** A query that waits longer for the embedded database's session has met a deadlock: tests find it soon. */
const WAIT_MS = 5000;

/** On which database this run of the tests is. */
export const testsOnPostgres = (): boolean => inject('template').kind === 'postgres';

/** A migrated, empty database of one's own; gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const template = inject('template');
  if (template.kind === 'embedded') return openFromDump(template.dump);
  return openServerDatabase(await makeServerDatabase(template.template));
}

/** A database without tables, for tests of what makes them. */
export async function openBlankDatabase(): Promise<Database> {
  const template = inject('template');
  if (template.kind === 'embedded') return openFromDump(template.blank);
  return openServerDatabase(await makeServerDatabase());
}

async function openFromDump(dump: string): Promise<Database> {
  const lite = await openLite({ memory: new Blob([await readFile(dump)]) });
  return overSession(makeLiteSession(lite), { waitMs: WAIT_MS });
}

async function openServerDatabase({ url, drop }: ServerDatabase): Promise<Database> {
  const database = await openPostgres(url);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

export interface ServerDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * The address of a fresh database on the test's PostgreSQL server; only when the tests run on PostgreSQL.
 *
 * @param from the template to copy; by default an empty one without tables
 */
export async function makeServerDatabase(from = 'template0'): Promise<ServerDatabase> {
  const template = inject('template');
  if (template.kind !== 'postgres') throw new Error('These tests run on the embedded database.');
  const name = `${template.run}${randomBytes(8).toString('hex')}`;
  await onServer(template.url, (client) => client.query(`create database ${name} template ${from}`));
  return {
    url: withDatabase(template.url, name),
    drop: () =>
      onServer(template.url, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}
