import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

import { makeNewFolder } from '../../../src/server/database/embedded/new-folder.ts';
import { openLite } from '../../../src/server/database/embedded/open-lite.ts';
import { overSession } from '../../../src/server/database/embedded/over-session.ts';
import { isOfStatement } from '../../../src/server/database/embedded/thread-messages.ts';
import { openThreadSession } from '../../../src/server/database/embedded/thread-session.ts';

let folder: string;
let files: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durable-'));
  files = join(folder, 'database');
  await makeNewFolder(files, undefined);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function openHere(): Promise<PGlite> {
  const lite = await openLite({ folder: files });
  onTestFinished(async () => {
    if (!lite.closed) await lite.close();
  });
  return lite;
}

test('every commit waits for the disk', async () => {
  const lite = await openHere();
  await lite.exec('create table if not exists kept (a integer)');
  const fsync = vi.spyOn(fs, 'fsyncSync');
  onTestFinished(() => fsync.mockRestore());
  for (let i = 0; i < 100; i++) await lite.query('insert into kept values ($1)', [String(i)]);
  expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(100);
  fsync.mockClear();
  for (let i = 0; i < 100; i++) await lite.query('select count(*) from kept');
  expect(fsync.mock.calls.length).toBeLessThan(10);
  const { rows } = await lite.query<{ fsync: string }>('show fsync');
  expect(rows).toEqual([{ fsync: 'on' }]);
});

test('a commit that the disk does not take is not acknowledged, and ends the session', async () => {
  const lite = await openLite({ folder: files });
  await lite.exec('create table if not exists kept (a integer)');
  const fsync = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  });
  onTestFinished(() => fsync.mockRestore());
  const error: unknown = await lite.query('insert into kept values (-1)').catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    severity: 'PANIC',
    message: expect.stringMatching(/could not fsync file .*No space left/),
  });
  expect(isOfStatement(error)).toBe(false);
  fsync.mockRestore();
  // PostgreSQL has stopped, and is not asked to close. Opened again, it has everything that it acknowledged.
  const again = await openHere();
  const { rows } = await again.query<{ n: number }>('select count(*)::integer as n from kept where a >= 0');
  expect(rows).toEqual([{ n: 100 }]);
});

test('a long query does not hold up the thread that answers', async () => {
  const database = overSession(await openThreadSession({ folder: files }));
  onTestFinished(() => database.close());
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const began = performance.now();
  delay.enable();
  await sql`select count(*) from generate_series(1, 3000) a, generate_series(1, 1000) b where a.a # b.b > 5`.execute(
    database.db,
  );
  delay.disable();
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(200);
  // In nanoseconds. The whole query would be one delay if it ran in this thread.
  expect(delay.max / 1e6).toBeLessThan(took / 2);
}, 120_000);

test('errors keep their codes on the way between threads, and lose their parameters', async () => {
  const database = overSession(await openThreadSession({ folder: files }));
  onTestFinished(() => database.close());
  await sql`create table if not exists once (name text primary key)`.execute(database.db);
  await sql`insert into once values ('Ann')`.execute(database.db);
  const error: unknown = await sql`insert into once values (${'Ann'})`
    .execute(database.db)
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: '23505', table: 'once', constraint: 'once_pkey' });
  expect(JSON.stringify(Object.keys(error as object))).not.toContain('param');
  await sql`drop table once`.execute(database.db);
});

test('what was asked before closing is answered, and afterwards nothing is', async () => {
  const session = await openThreadSession({ folder: files });
  const asked = session.query('select 1 as one', []);
  await session.close();
  expect((await asked).rows).toEqual([{ one: 1 }]);
  await expect(session.query('select 1', [])).rejects.toThrow(/ended/);
});
