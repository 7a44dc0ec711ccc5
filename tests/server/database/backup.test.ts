import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { listTables } from '../../../src/server/database/backup/tables-in-order.ts';
import { checkBackup } from '../../../src/server/database/backup/read-backup.ts';
import { restore } from '../../../src/server/database/backup/restore.ts';
import { writeBackup } from '../../../src/server/database/backup/write-backup.ts';
import type { Database } from '../../../src/server/database/database.ts';
import { STEPS } from '../../../src/server/database/migrations/migrations.ts';
import { hashToken } from '../../../src/server/guard/tokens.ts';
import { erase } from '../../../src/server/players/erase.ts';
import { recount } from '../../../src/server/records/recount.ts';
import {
  makeManager,
  makePlayer,
  makeTeam,
  openTestDatabase,
  openTestGrounds,
  type TestGrounds,
} from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice } from '../records/device.ts';
import { readSums } from '../records/read-sums.ts';
import { sendWords } from '../records/send.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
/** Everything that a text can hold and a careless writer of lines breaks on. */
const NAME = 'Ann "the\\duck" \u2028 О́льга 鴨子 🦆 \t\r\n, {NULL}';

let folder: string;
let open: TestGrounds;
let file: string;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'all.backup');
  open = await openTestGrounds();
  await fill(open);
  await writeBackup(open.database, file, NOW);
});
afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true, force: true });
});

async function fill({ grounds }: TestGrounds): Promise<void> {
  const { db } = grounds;
  const team = await makeTeam(grounds, { name: NAME });
  const manager = await makeManager(grounds, { teams: [team] });
  const ann = await makePlayer(grounds, { team, name: NAME });
  token = ann.token;
  await makePlayer(grounds, { team, name: 'Ben' });
  await db
    .insertInto('tombstone')
    .values({ mark: randomBytes(32), erased_at: NOW })
    .execute();
  await db
    .insertInto('audit')
    .values({ at: NOW, account_id: manager.id, action: 'x', team_id: null, subject: null })
    .execute();
  await db.insertInto('rate').values({ key: 'k', window_start: NOW, count: 3 }).execute();
  // More rows than are fetched at once, so that pages meet.
  for (let from = 0; from < 1200; from += 300)
    await db
      .insertInto('record')
      .values(
        Array.from({ length: 300 }, (_, i) => ({
          player_id: ann.id,
          id: `r${from + i}`,
          device: ann.device,
          seq: from + i + 1,
          type: 'poll' as const,
          schema: 1,
          payload: JSON.stringify({ text: NAME, number: 0.1 + 0.2, nothing: null, at: from + i }),
          payload_hash: 'h',
          written_at: new Date(Date.UTC(2026, 0, 1) + i * 1001),
          received_at: NOW,
          mark: null,
        })),
      )
      .execute();
  await db
    .insertInto('player_day')
    .values({ player_id: ann.id, day: '2026-02-28', team_id: team, runs: 1, answers: 2, seconds: 1 / 3 })
    .execute();
}

/** All rows of all tables that a backup has, in one order. */
async function readAll({ db }: Pick<Database, 'db'>): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { table } of await listTables(db)) {
    if (['migration', 'rate', 'session', 'ceremony', 'pairing'].includes(table)) continue;
    const { rows } = await sql`select * from ${sql.table(table)} as t order by t::text`.execute(db);
    all[table] = rows;
  }
  return all;
}

function writeLines(lines: readonly string[], name: string): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(lines.join('\n')));
  return path;
}

describe('a backup', () => {
  test('restored into an empty database gives every row back', async () => {
    const other = await openTestDatabase();
    onTestFinished(() => other.close());
    const rows = await restore(other, file, { replace: false });
    const before = await readAll(open.database);
    expect(await readAll(other)).toEqual(before);
    expect(rows).toBe(Object.values(before).reduce<number>((sum, table) => sum + (table as unknown[]).length, 0));
    expect((before['record'] as unknown[]).length).toBe(1200);
  });

  test('goes on numbering where it stopped', async () => {
    const other = await openTestDatabase();
    onTestFinished(() => other.close());
    await restore(other, file, { replace: false });
    const { id: before } = await other.db
      .selectFrom('audit')
      .select(({ fn }) => fn.max('id').as('id'))
      .executeTakeFirstOrThrow();
    const made = await other.db
      .insertInto('audit')
      .values({ at: NOW, account_id: null, action: 'y', team_id: null, subject: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(Number(made.id)).toBe(Number(before) + 1);
  });

  test('holds no sessions: whoever steals it cannot sign in', () => {
    const text = gunzipSync(readFileSync(file)).toString();
    expect(text).not.toContain('"session"');
    expect(text).not.toContain('"rate"');
    expect(text).not.toContain(token);
  });

  test('is for its owner only, and leaves nothing beside it', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('fails without a file when it cannot be finished', async () => {
    const closed = await openTestDatabase();
    await closed.close();
    const names = readdirSync(folder);
    await expect(writeBackup(closed, join(folder, 'never'), NOW)).rejects.toThrow(/./);
    await expect(writeBackup(open.database, join(folder, 'no-such-folder', 'x'), NOW)).rejects.toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual(names);
  });
});

describe('restoring', () => {
  test('refuses a database with rows, and replaces it when told to', async () => {
    const other = await openTestGrounds();
    onTestFinished(() => other.close());
    await makeTeam(other.grounds, { name: 'Others' });
    const before = await readAll(other.database);
    await expect(restore(other.database, file, { replace: false })).rejects.toThrow(/not empty .*"team".*--replace/);
    expect(await readAll(other.database)).toEqual(before);
    await restore(other.database, file, { replace: true });
    expect(await readAll(other.database)).toEqual(await readAll(open.database));
  });

  test('does not bring back whoever was erased since', async () => {
    const other = await openTestDatabase();
    onTestFinished(() => other.close());
    await restore(other, file, { replace: false });
    const erased = { mark: hashToken(token), erased_at: NOW };
    await other.db.insertInto('tombstone').values(erased).execute();
    await other.db.deleteFrom('player').where('name', '=', NAME).execute();
    await restore(other, file, { replace: true });
    expect((await other.db.selectFrom('player').select('name').execute()).map(({ name }) => name)).toEqual(['Ben']);
    expect(await other.db.selectFrom('record').select('id').execute()).toEqual([]);
    expect(await other.db.selectFrom('tombstone').selectAll().execute()).toContainEqual(erased);
  });

  test('does not bring them back either when their devices’ tokens have changed since, nor their answers in the counts', async () => {
    const other = await openTestGrounds();
    onTestFinished(() => other.close());
    const { db, library } = other.grounds;
    const team = await makeTeam(other.grounds);
    const [gone, stays] = [await makePlayer(other.grounds, { team }), await makePlayer(other.grounds, { team })];
    for (const player of [gone, stays]) {
      const device = makeDevice(other.grounds.now, player.device);
      const answer = answerItem(itemOf(library.bank, 0), { right: false });
      expect(await sendWords(other, player, [device.write({ type: 'answer', payload: answer })])).toEqual(['counted']);
    }
    await db
      .insertInto('audit')
      .values({ at: NOW, account_id: null, action: 'playerJoined', team_id: team, subject: gone.id })
      .execute();
    const kept = join(folder, 'before-erasure');
    await writeBackup(other.database, kept, NOW);
    // The device comes by its recovery words and gets another token; then the player is erased.
    await db
      .updateTable('device')
      .set({ token: hashToken('another') })
      .where('player_id', '=', gone.id)
      .execute();
    await erase(other.grounds, { player: gone.id, team, by: null });
    await restore(other.database, kept, { replace: true });
    expect((await db.selectFrom('player').select('id').execute()).map(({ id }) => id)).toEqual([stays.id]);
    expect(await db.selectFrom('audit').select('id').where('subject', '=', gone.id).execute()).toEqual([]);
    const sums = await readSums(db);
    await recount(db, library);
    expect(await readSums(db)).toEqual(sums);
  });

  test('leaves tables of others alone', async () => {
    const other = await openTestDatabase();
    onTestFinished(() => other.close());
    await sql`create table theirs (a integer)`.execute(other.db);
    await sql`insert into theirs values (1)`.execute(other.db);
    await restore(other, file, { replace: true });
    expect((await sql`select * from theirs`.execute(other.db)).rows).toEqual([{ a: 1 }]);
  });

  test('finds a damaged file before it touches anything', async () => {
    const packed = readFileSync(file);
    const lines = gunzipSync(packed).toString().split('\n');
    const swapped = [...lines];
    const at = lines.findIndex((line) => line.includes('"r0"'));
    swapped[at] = (lines[at] ?? '').replace('"r0"', '"rX"');
    const damaged: Record<string, string> = {
      'cut short': join(folder, 'short'),
      'a changed row': writeLines(swapped, 'changed'),
      'a row less': writeLines([...lines.slice(0, at), ...lines.slice(at + 1)], 'less'),
      'without its end': writeLines(lines.slice(0, -2), 'endless'),
      'something else': writeLines(['{"form":"x"}', ''], 'else'),
      'a name that is no name': writeLines(['{"table":"a; drop table player","columns":["a"]}'], 'name'),
      'no gzip': join(folder, 'plain'),
    };
    writeFileSync(join(folder, 'short'), packed.subarray(0, packed.length - 100));
    writeFileSync(join(folder, 'plain'), 'hello');
    const before = await readAll(open.database);
    for (const [what, path] of Object.entries(damaged))
      await expect(restore(open.database, path, { replace: true }), what).rejects.toThrow(/damaged, or is no backup/);
    await expect(restore(open.database, join(folder, 'none'), { replace: true })).rejects.toThrow(/There is no file/);
    expect(await readAll(open.database)).toEqual(before);
  });

  test('brings a backup of an earlier version to the present shape', async () => {
    const other = await openTestDatabase();
    onTestFinished(() => other.close());
    const later = [
      ...STEPS,
      { name: '9999-later', statements: [`alter table team add column colour text default 'red'`] },
    ];
    await restore(other, file, { replace: true, steps: later });
    expect((await sql`select distinct colour from team`.execute(other.db)).rows).toEqual([{ colour: 'red' }]);
  });

  test('refuses a backup of a newer version', async () => {
    expect((await checkBackup(file)).steps).toEqual(STEPS.map(({ name }) => name));
    await expect(restore(open.database, file, { replace: true, steps: [] })).rejects.toThrow(/newer version/);
  });
});
