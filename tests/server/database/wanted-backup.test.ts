/** Backups that a working server writes for somebody else. */
import { copyFile, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { checkBackup } from '../../../src/server/database/backup/read-backup.ts';
import { askForBackup, startWriting } from '../../../src/server/database/backup/wanted-backup.ts';
import { makeFolder } from '../harness/commands.ts';
import { makeTeam, openTestDatabase, openTestGrounds } from '../harness/grounds.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const QUICK = { lookMs: 10, takenUpMs: 200 };

test('is whole, goes on beside deliveries, and leaves nothing in the folder', async () => {
  const open = await openTestGrounds();
  onTestFinished(() => open.close());
  const faults: unknown[] = [];
  const folder = await makeFolder();
  const stop = startWriting(folder, {
    database: open.database,
    now: () => NOW,
    onFault: (error) => faults.push(error),
    lookMs: 10,
  });
  onTestFinished(stop);
  await makeTeam(open.grounds, { name: 'Before' });
  const files = ['one', 'two'].map((name) => join(folder, name));
  const made = await Promise.all([
    ...files.map((file) => askForBackup(folder, (from) => copyFile(from, file), { lookMs: 10, takenUpMs: 30_000 })),
    makeTeam(open.grounds, { name: 'Meanwhile' }),
  ]);
  expect(made[0]).toEqual({ rows: expect.any(Number), bytes: expect.any(Number) });
  for (const file of files) expect((await checkBackup(file)).madeAt).toBe(NOW.toISOString());
  expect(await readdir(join(folder, 'backups-wanted'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('is given up in words when nobody takes it up', async () => {
  const folder = await makeFolder();
  await expect(askForBackup(folder, async () => {}, QUICK)).rejects.toThrow(/writes no backup.*Stop it/);
  expect(await readdir(join(folder, 'backups-wanted'))).toEqual([]);
});

test('that cannot be written says so to both, and the server goes on', async () => {
  const closed = await openTestDatabase();
  await closed.close();
  const folder = await makeFolder();
  const faults: unknown[] = [];
  const stop = startWriting(folder, {
    database: closed,
    now: () => NOW,
    onFault: (error) => faults.push(error),
    lookMs: 10,
  });
  onTestFinished(stop);
  for (let time = 1; time <= 2; time++) {
    await expect(askForBackup(folder, async () => {}, QUICK)).rejects.toThrow(/could not write the backup/);
    expect(faults).toHaveLength(time);
  }
  expect(await readdir(join(folder, 'backups-wanted'))).toEqual([]);
});

test('what somebody left behind is deleted after an hour, and a wish of then is no wish any more', async () => {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  const folder = await makeFolder();
  const wanted = join(folder, 'backups-wanted');
  await mkdir(wanted);
  const id = '0191b2c3-0000-4000-8000-000000000000';
  for (const ending of ['backup', 'wanted']) {
    await writeFile(join(wanted, `${id}.${ending}`), 'x');
    const old = new Date(Date.now() - 61 * 60 * 1000);
    await utimes(join(wanted, `${id}.${ending}`), old, old);
  }
  await writeFile(join(wanted, `${id}.done`), '{}');
  const stop = startWriting(folder, { database, now: () => NOW, onFault: () => {}, lookMs: 10 });
  onTestFinished(stop);
  await expect.poll(() => readdir(wanted)).toEqual([`${id}.done`]);
});
