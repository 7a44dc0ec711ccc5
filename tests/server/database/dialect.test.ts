/** One SQL on both databases: what code may rely on, whichever it runs on. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Database } from '../../../src/server/database/database.ts';
import { toWire } from '../../../src/server/database/embedded/wire-value.ts';
import { isUuid, makeUuid } from '../../../src/server/database/uuid.ts';
import { openTestDatabase, testsOnPostgres } from '../harness/grounds.ts';

const AT = new Date('2026-03-29T01:30:00.123Z');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error as { code?: unknown }).code,
  );

describe('values', () => {
  test('come back as the same kinds on both databases', async () => {
    const { rows } = await sql`
      select 7::integer as whole, 7::bigint as long, 1.50::numeric as exact, 0.1::double precision as float,
        true as yes, null as nothing, 'x'::text as text, ${AT}::timestamptz as at, date '2026-02-28' as day,
        '{"a": [1, null]}'::jsonb as json, ${Buffer.from([0, 255, 92])}::bytea as bytes,
        array['a', null, 'b"\\,']::text[] as texts, array[1, 2] as numbers, count(*) as count, count(*)::integer as counted
    `.execute(database.db);
    expect(rows).toEqual([
      {
        whole: 7,
        long: '7',
        exact: '1.50',
        float: 0.1,
        yes: true,
        nothing: null,
        text: 'x',
        at: AT,
        day: '2026-02-28',
        json: { a: [1, null] },
        bytes: Buffer.from([0, 255, 92]),
        texts: ['a', null, 'b"\\,'],
        numbers: [1, 2],
        count: '1',
        counted: 1,
      },
    ]);
    expect(Buffer.isBuffer((rows[0] as { bytes: unknown }).bytes)).toBe(true);
  });

  test('are taken as parameters in every form that a column has', async () => {
    const names = ['a"b', 'c\\d', '{}', 'NULL', 'é🦆'];
    const { rows } = await sql<{ found: string }>`
      select said as found from unnest(${sql.val(names)}::text[]) as said
    `.execute(database.db);
    expect(rows.map(({ found }) => found)).toEqual(names);
    const { rows: back } = await sql`
      select ${true}::boolean as yes, ${3}::integer as three, ${0.1 + 0.2}::double precision as sum,
        ${JSON.stringify({ a: 1 })}::jsonb as json, ${null}::text as nothing, ${9007199254740993n}::bigint as big
    `.execute(database.db);
    expect(back).toEqual([
      { yes: true, three: 3, sum: 0.1 + 0.2, json: { a: 1 }, nothing: null, big: '9007199254740993' },
    ]);
    expect(() => toWire(() => 1)).toThrow(TypeError);
  });
});

describe('errors', () => {
  test('have the same codes, and the session goes on', async () => {
    const { db } = database;
    const team = { id: makeUuid(AT), name: 'A' };
    await db.insertInto('team').values(team).execute();
    expect(await codeOf(db.insertInto('team').values(team).execute())).toBe('23505');
    expect(await codeOf(db.selectFrom('team').selectAll().where('id', '=', 'pond').execute())).toBe('22P02');
    expect(await codeOf(sql`select from nowhere`.execute(db))).toBe('42P01');
    expect(await codeOf(sql`selec`.execute(db))).toBe('42601');
    expect(await codeOf(sql`select ${'a\0b'}::text`.execute(db))).toMatch(/^22/);
    expect(await codeOf(sql`select ${'{"a":"\\u0000"}'}::jsonb`.execute(db))).toBe('22P05');
    expect(await codeOf(sql`select ${'9'.repeat(30)}::bigint`.execute(db))).toBe('22003');
    expect(
      await codeOf(db.insertInto('team_manager').values({ team_id: team.id, account_id: team.id }).execute()),
    ).toBe('23503');
    expect(await db.selectFrom('team').select('name').execute()).toEqual([{ name: 'A' }]);
  });

  test('within a transaction undo all of it', async () => {
    const { db } = database;
    const before = await db.selectFrom('tombstone').selectAll().execute();
    await expect(
      db.transaction().execute(async (within) => {
        await within
          .insertInto('tombstone')
          .values({ mark: Buffer.from('x'), erased_at: AT })
          .execute();
        await sql`select 1 / 0`.execute(within);
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await db.selectFrom('tombstone').selectAll().execute()).toEqual(before);
  });
});

describe('changes', () => {
  test('say how many rows they touched', async () => {
    const { db } = database;
    const rows = ['1', '2', '3'].map((name) => ({ mark: Buffer.from(`count ${name}`), erased_at: AT }));
    const made = await db.insertInto('tombstone').values(rows).executeTakeFirstOrThrow();
    expect(made.numInsertedOrUpdatedRows).toBe(3n);
    const changed = await db
      .updateTable('tombstone')
      .set({ erased_at: AT })
      .where('mark', '>=', Buffer.from('count 2'))
      .executeTakeFirstOrThrow();
    expect(changed.numUpdatedRows).toBe(2n);
    const gone = await db
      .deleteFrom('tombstone')
      .where(
        'mark',
        'in',
        rows.map(({ mark }) => mark),
      )
      .executeTakeFirstOrThrow();
    expect(gone.numDeletedRows).toBe(3n);
  });

  test('of many at once are each whole', async () => {
    const { db } = database;
    const team = makeUuid(AT);
    await db.insertInto('team').values({ id: team, name: '0', retention_days: 1 }).execute();
    await Promise.all(
      Array.from({ length: 40 }, () =>
        db.transaction().execute(async (within) => {
          const { name } = await within
            .selectFrom('team')
            .select('name')
            .where('id', '=', team)
            .forUpdate()
            .executeTakeFirstOrThrow();
          await within
            .updateTable('team')
            .set({ name: String(Number(name) + 1) })
            .where('id', '=', team)
            .execute();
        }),
      ),
    );
    expect(await db.selectFrom('team').select('name').where('id', '=', team).execute()).toEqual([{ name: '40' }]);
  });

  test('inside a transaction go through the transaction: db would wait for itself, and is told so', async () => {
    const { db } = database;
    const outcome = await db
      .transaction()
      .execute(() => db.selectFrom('team').select('id').execute())
      .then(
        () => 'answered',
        (error: unknown) => (error as Error).message,
      );
    expect(outcome).toMatch(
      testsOnPostgres() ? 'answered' : /one session: inside db.transaction\(\), use the transaction/,
    );
    // Afterwards everything goes on.
    expect(await codeOf(db.selectFrom('team').select('id').execute())).toBe('no error');
  }, 30_000);
});

describe('signals', () => {
  test('reach every listener until it stops', async () => {
    const heard: string[] = [];
    const hear = (text: string): void => void heard.push(text);
    const stops = [database.signals.hear(hear, () => {}), database.signals.hear(hear, () => {})];
    await database.signals.send(['one', "it's two"]);
    await expect.poll(() => heard.toSorted()).toEqual(["it's two", "it's two", 'one', 'one']);
    stops[0]?.();
    await database.signals.send(['three']);
    await expect.poll(() => heard.filter((text) => text === 'three')).toEqual(['three']);
    stops[1]?.();
  });
});

test('ids sort by time and are UUIDs of version 7', () => {
  const ids = [1, 2, 3, 70_000].map((ms) => makeUuid(new Date(AT.getTime() + ms)));
  expect(ids).toEqual(ids.toSorted());
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isUuid(id)).toBe(true);
    expect(Number.parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBeGreaterThan(AT.getTime());
  }
  expect(isUuid('01890000-0000-7000-8000-00000000000G')).toBe(false);
});
