import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { type FolderLock, LOCK_FILE, lockFolder } from '../../../src/server/database/embedded/folder-lock.ts';
import { thisOwner } from '../../../src/server/database/embedded/lock-owner.ts';
import { openDatabase } from '../../../src/server/database/open-database.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a process that opens the folder; gives what it says first. */
async function startHolder(folder: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'hold-folder.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    // Its life sign goes with it, and the next test's folder may get this one's number on the disk.
    await ended;
  });
  const [part] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: part.toString().trim() };
}

/** A lock file as a process leaves it that runs elsewhere: another machine, another container. */
async function leaveForeignLock(folder: string): Promise<string> {
  const file = join(folder, LOCK_FILE);
  await writeFile(
    file,
    JSON.stringify({ ...thisOwner('someone-else'), host: 'elsewhere', place: 'elsewhere', pid: 77 }),
  );
  return file;
}

async function take(folder: string, options?: Parameters<typeof lockFolder>[1]): Promise<FolderLock> {
  const lock = await lockFolder(folder, options);
  onTestFinished(() => lock.release());
  return lock;
}

test('a second process is refused in words, a third opens at once after kill -9, and no row is lost', async () => {
  const folder = await makeFolder();
  const first = await startHolder(folder);
  expect(first.said).toBe('open');
  const second = await startHolder(folder);
  expect(second.said).toContain(`The data folder ${folder} is in use by process ${first.child.pid} on `);
  expect(second.said).toContain('Stop the other server, or give this one a folder of its own with DATA_DIR=');

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(existsSync(join(folder, LOCK_FILE))).toBe(true);
  const database = await openDatabase({ kind: 'embedded', folder });
  onTestFinished(() => database.close());
  const rows = await database.db.selectFrom('tombstone').select('mark').execute();
  expect(rows.map(({ mark }) => mark.toString())).toEqual([String(first.child.pid)]);
}, 180_000);

test('a process that ends by itself leaves no lock', async () => {
  const folder = await makeFolder();
  const { child } = await startHolder(folder);
  child.stdin?.end();
  const [code] = (await once(child, 'exit')) as [number];
  expect([code, (await readdir(folder)).toSorted()]).toEqual([0, ['database']]);
}, 180_000);

test('one process cannot take a folder twice, not even by another path', async () => {
  const folder = await makeFolder();
  const lock = await take(folder);
  const alias = `${folder}-alias`;
  await symlink(folder, alias);
  onTestFinished(() => unlink(alias));
  await expect(lockFolder(folder)).rejects.toThrow(/is in use by process/);
  await expect(lockFolder(alias)).rejects.toThrow(/is in use by process/);
  await lock.release();
  await take(alias);
});

test('of many that come at once, one gets it', async () => {
  const folder = await makeFolder();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  const got = tries.filter((one) => one.status === 'fulfilled');
  expect(got).toHaveLength(1);
  await Promise.all(got.map(({ value }) => value.release()));
  expect(await readdir(folder)).toEqual([]);
});

test('an owner elsewhere that shows life is left alone, however old its file says that it is', async () => {
  const folder = await makeFolder();
  const file = await leaveForeignLock(folder);
  const touching = setInterval(() => void utimes(file, 1, Math.random() * 1e9), 50);
  onTestFinished(() => clearInterval(touching));
  await expect(lockFolder(folder, { deadMs: 800 })).rejects.toThrow(/in use by process 77 on elsewhere/);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ id: 'someone-else' });
});

test('an owner elsewhere that shows no life is dead after a while, and not before', async () => {
  const folder = await makeFolder();
  await leaveForeignLock(folder);
  const began = performance.now();
  await take(folder, { deadMs: 600 });
  expect(performance.now() - began).toBeGreaterThanOrEqual(600);
  expect(await readdir(folder)).toEqual([LOCK_FILE]);
});

test('a lock file that a loss of power has emptied is taken after the same while', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, LOCK_FILE), '');
  await take(folder, { deadMs: 400 });
  expect(JSON.parse(await readFile(join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ pid: process.pid });
});

test.each([
  ['taken by another', (folder: string) => leaveForeignLock(folder), /Another process \(process 77 on elsewhere/],
  ['removed', (folder: string) => unlink(join(folder, LOCK_FILE)), /was removed while the server was running/],
] as const)('whoever has lost the lock hears of it: %s', async (_, lose, words) => {
  const folder = await makeFolder();
  const lock = await take(folder, { touchMs: 30 });
  await lose(folder);
  expect((await lock.lost).message).toMatch(words);
  const left = await readdir(folder);
  await lock.release();
  // Releasing does not take away what somebody else has put there.
  expect(await readdir(folder)).toEqual(left);
});

test('the file is touched while the lock is held', async () => {
  const folder = await makeFolder();
  await take(folder, { touchMs: 30 });
  const file = join(folder, LOCK_FILE);
  await utimes(file, 1, 1);
  await expect.poll(() => statSync(file).mtimeMs).toBeGreaterThan(1000);
});
