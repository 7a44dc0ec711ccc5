import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Kysely, sql } from 'kysely';
import { parseSync } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import type { Database } from '../../../src/server/database/database.ts';
import { isMigrated, listDone, migrate } from '../../../src/server/database/migrations/migrate.ts';
import { STEPS, type Step } from '../../../src/server/database/migrations/migrations.ts';
import type { Tables } from '../../../src/server/database/tables.ts';
import { openTestDatabase } from '../harness/grounds.ts';
import { openBlankDatabase } from '../harness/test-database.ts';
import { FILL_OF_VERSION } from './versions.ts';

interface Shape {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: string;
}

/** Columns, constraints and indexes: everything by which two databases can differ in shape. */
async function readShape(db: Kysely<Tables>): Promise<unknown> {
  const columns = await sql<Shape>`
    select table_name as table, column_name as column, data_type as type, is_nullable as nullable,
      column_default as "default", is_identity as identity
    from information_schema.columns where table_schema = current_schema() order by 1, ordinal_position
  `.execute(db);
  const constraints = await sql`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = current_schema()::regnamespace and contype <> 'n' order by 1, 2
  `.execute(db);
  const indexes = await sql`
    select indexname as name, indexdef as definition from pg_indexes where schemaname = current_schema() order by 1
  `.execute(db);
  return { columns: columns.rows, constraints: constraints.rows, indexes: indexes.rows };
}

async function openBlank(): Promise<Database> {
  const database = await openBlankDatabase();
  onTestFinished(() => database.close());
  return database;
}

describe('migrations', () => {
  test('are named in their order, once each', () => {
    const names = STEPS.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].toSorted());
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+$/);
  });

  test.each(STEPS.map((_, place) => place))(
    'from version %i with rows in it lead to the same shape, and keep the rows',
    async (version) => {
      const { db } = await openBlank();
      await migrate(db, STEPS.slice(0, version));
      expect(await isMigrated(db)).toBe(false);
      await FILL_OF_VERSION[version]?.fill(db);
      expect(await migrate(db)).toEqual(STEPS.slice(version).map(({ name }) => name));
      expect(await isMigrated(db)).toBe(true);
      const fresh = await openTestDatabase();
      onTestFinished(() => fresh.close());
      await FILL_OF_VERSION[version]?.check(db);
      expect(await readShape(db)).toEqual(await readShape(fresh.db));
    },
  );

  test('every version has rows to be tested with', () => {
    expect(FILL_OF_VERSION).toHaveLength(STEPS.length);
  });

  test('run once, also when several instances start together', async () => {
    const { db } = await openBlank();
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(db)));
    expect(ran.flat()).toEqual(STEPS.map(({ name }) => name));
    expect(await migrate(db)).toEqual([]);
  });

  test('do all or nothing', async () => {
    const { db } = await openBlank();
    const broken: readonly Step[] = [
      ...STEPS,
      { name: '9998-good', statements: ['create table good (a integer)'] },
      { name: '9999-broken', statements: ['create table half (a integer)', 'select broken'] },
    ];
    await expect(migrate(db, broken)).rejects.toMatchObject({ code: '42703' });
    expect(await listDone(db)).toEqual([]);
    const { rows } = await sql`select 1 from pg_tables where schemaname = current_schema()`.execute(db);
    expect(rows).toEqual([]);
    await migrate(db);
    expect(await isMigrated(db)).toBe(true);
  });

  test('refuse a database that is newer than the program, and change nothing', async () => {
    const { db } = await openBlank();
    const later = { name: '9999-later', statements: ['create table later (a integer)'] };
    await migrate(db, [...STEPS, later]);
    const before = await readShape(db);
    await expect(migrate(db)).rejects.toThrow(
      /made by a newer version of this program .*9999-later.* Nothing was changed/,
    );
    expect(await readShape(db)).toEqual(before);
  });
});

describe('tables.ts', () => {
  interface Column {
    readonly type: string;
    readonly nullable: boolean;
  }
  interface Node {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly [field: string]: unknown;
  }
  const source = readFileSync(join(import.meta.dirname, '../../../src/server/database/tables.ts'), 'utf8');

  /** What a row of PostgreSQL's type is when it is read. */
  const READ_AS: Readonly<Record<string, RegExp>> = {
    uuid: /^string$/,
    text: /^string$|^('[a-zA-Z]+'( \| )?)+$/,
    bytea: /^Buffer$/,
    boolean: /^boolean$/,
    integer: /^number$/,
    'double precision': /^number$/,
    bigint: /^string$/,
    date: /^string$/,
    'timestamp with time zone': /^Date$/,
    jsonb: /^json$/,
  };

  /** The type that is read from a column, without what is only for writing. */
  function readTypeOf(text: string): Column {
    const bare = text.replace(/\s+/g, ' ').trim();
    const inner =
      /^ColumnType<([^,]+),/.exec(bare)?.[1] ??
      /^Generated<(.+)>$/.exec(bare)?.[1] ??
      (/^(Made)?Time$/.test(bare) ? 'Date' : undefined) ??
      (bare.startsWith('Json<') ? 'json' : bare);
    const parts = inner.split('|').map((part) => part.trim());
    return {
      type: parts.filter((part) => part !== 'null').join(' | '),
      nullable: parts.includes('null'),
    };
  }

  function readTables(): Map<string, Map<string, Column>> {
    const body = (parseSync('tables.ts', source).program as unknown as { body: readonly Node[] }).body;
    const interfaces = new Map<string, readonly { readonly name: string; readonly text: string }[]>();
    for (const statement of body) {
      const declaration = (statement['declaration'] ?? statement) as Node;
      if (declaration.type !== 'TSInterfaceDeclaration') continue;
      const { id, body: members } = declaration as unknown as { id: { name: string }; body: { body: readonly Node[] } };
      interfaces.set(
        id.name,
        members.body.map((member) => {
          const { key, typeAnnotation } = member as unknown as {
            key: { name: string };
            typeAnnotation: { typeAnnotation: Node };
          };
          const { start, end } = typeAnnotation.typeAnnotation;
          return { name: key.name, text: source.slice(start, end) };
        }),
      );
    }
    const tables = interfaces.get('Tables') ?? [];
    return new Map(
      tables.map(({ name, text }) => [
        name,
        new Map((interfaces.get(text) ?? []).map((column) => [column.name, readTypeOf(column.text)])),
      ]),
    );
  }

  let columns: readonly Shape[];
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    const found = await sql<Shape>`
      select table_name as table, column_name as column, data_type as type, is_nullable as nullable
      from information_schema.columns where table_schema = current_schema() and table_name <> 'migration'
    `.execute(database.db);
    columns = found.rows;
  });
  afterAll(() => database.close());

  test('names every table and column of the database, and no other', () => {
    const said = [...readTables()].flatMap(([table, own]) => [...own.keys()].map((column) => `${table}.${column}`));
    expect(said.length).toBeGreaterThan(150);
    expect(said.toSorted()).toEqual(columns.map(({ table, column }) => `${table}.${column}`).toSorted());
  });

  test('says of each what the database gives, and whether it may be missing', () => {
    const tables = readTables();
    const wrong = columns.filter(({ table, column, type, nullable }) => {
      const said = tables.get(table)?.get(column);
      return said === undefined || said.nullable !== (nullable === 'YES') || READ_AS[type]?.test(said.type) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test('everything about a player goes with the player', async () => {
    const { rows } = await sql<{ table: string; rule: string }>`
      select c.table_name as table, coalesce(r.delete_rule, 'none') as rule
      from information_schema.columns c
      left join information_schema.key_column_usage k
        on k.table_name = c.table_name and k.column_name = 'player_id' and k.table_schema = c.table_schema
        and k.constraint_name like '%player_id_fkey'
      left join information_schema.referential_constraints r
        on r.constraint_name = k.constraint_name and r.constraint_schema = c.table_schema
      where c.column_name = 'player_id' and c.table_schema = current_schema()
    `.execute(database.db);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ rule }) => rule !== 'CASCADE')).toEqual([]);
  });
});
