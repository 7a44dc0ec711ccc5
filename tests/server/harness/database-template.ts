/** The migrated, empty database from which each test's own is copied. Made once, before the tests of a run. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';

import { makeLiteDialect } from '../../../src/server/database/embedded/dialect.ts';
import { makeLiteSession } from '../../../src/server/database/embedded/lite-session.ts';
import { openLite } from '../../../src/server/database/embedded/open-lite.ts';
import { migrate } from '../../../src/server/database/migrations/migrate.ts';
import { STEPS } from '../../../src/server/database/migrations/migrations.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CACHE = join(ROOT, '.cache', 'test-database');

/** How tests make databases of their own: from a file (embedded), or from a template on a server. */
export type Template =
  | { readonly kind: 'embedded'; readonly dump: string; readonly blank: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      readonly template: string;
      /** What the names of all databases of this run begin with. */
      readonly run: string;
    };

/** Fingerprint of all that decides what an empty database looks like. */
async function fingerprint(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const version = dependencies['@electric-sql/pglite'];
  return createHash('sha256')
    .update(JSON.stringify([version, STEPS]))
    .digest('hex')
    .slice(0, 16);
}

/** The dumps of a PGlite before and after the migrations; kept from run to run. */
export async function makeEmbeddedTemplate(): Promise<Template> {
  const dump = join(CACHE, `${await fingerprint()}.tar`);
  const blank = join(CACHE, `${await fingerprint()}-blank.tar`);
  if (!existsSync(dump) || !existsSync(blank)) {
    const lite = await openLite({ memory: undefined });
    const db = new Kysely<never>({ dialect: makeLiteDialect({ session: makeLiteSession(lite), waitMs: 10_000 }) });
    await keepDump(lite, blank);
    await migrate(db);
    await keepDump(lite, dump);
    await lite.close();
  }
  return { kind: 'embedded', dump, blank };
}

async function keepDump(lite: PGlite, file: string): Promise<void> {
  const bytes = Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer());
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${file}.${process.pid}`, bytes);
  await rename(`${file}.${process.pid}`, file);
}

/** A migrated database on a server, from which PostgreSQL copies others within some tens of milliseconds. */
export async function makePostgresTemplate(url: string): Promise<Template> {
  const template = `baton_template_${await fingerprint()}`;
  await onServer(url, async (client) => {
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template}`);
  });
  const pool = new Pool({ connectionString: withDatabase(url, template), max: 2 });
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  await db.destroy();
  return { kind: 'postgres', url, template, run: `baton_${randomBytes(4).toString('hex')}_` };
}

/** Drops what tests of a run have left: a database that several files share is nobody's to close. */
export function dropDatabasesOf(run: string, url: string): Promise<void> {
  return onServer(url, async (client) => {
    const { rows } = await client.query<{ readonly datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [run],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

/** Runs something on a short connection of its own to the server's first database. */
export async function onServer<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
