/** The commands on the database, as they are typed. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, inject, onTestFinished, test } from 'vitest';

import type { Place } from '../../../src/server/database/database.ts';
import { checkBackup } from '../../../src/server/database/backup/read-backup.ts';
import { startWriting } from '../../../src/server/database/backup/wanted-backup.ts';
import { openDatabase } from '../../../src/server/database/open-database.ts';
import { addTeam, makeFolder, readTeams, run } from '../harness/commands.ts';
import { makeServerDatabase } from '../harness/test-database.ts';

/** A database with one team in it. */
async function makePlace(): Promise<{ readonly place: Place; readonly env: Record<string, string> }> {
  if (inject('template').kind === 'embedded') {
    const folder = await makeFolder();
    return { place: { kind: 'embedded', folder }, env: { DATA_DIR: folder } };
  }
  const { url, drop } = await makeServerDatabase();
  onTestFinished(drop);
  return { place: { kind: 'postgres', url }, env: { DATABASE_URL: url, DATA_DIR: await makeFolder() } };
}

test('backup and restore, there and back', async () => {
  const file = join(await makeFolder(), 'kept.backup');
  const from = await makePlace();
  await addTeam(from.place, 'Ducks');
  const made = await run('backup', [file], from.env);
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/1 rows of the .* are in .*kept.backup/) });
  expect(made.said).toMatch(from.place.kind === 'embedded' ? /Keep the file .*secret-key/ : /Keep SECRET_KEY/);
  expect(made.said).not.toContain('of-a-test');

  const to = await makePlace();
  expect(await run('restore', [file], to.env)).toMatchObject({
    code: 0,
    said: expect.stringContaining('1 rows are in'),
  });
  expect(await readTeams(to.place)).toEqual(['Ducks']);
  const again = await run('restore', [file], to.env);
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/not empty.*--replace/s) });
  expect((await run('restore', [file, '--replace'], to.env)).code).toBe(0);
  expect(await readTeams(to.place)).toEqual(['Ducks']);
}, 180_000);

test('a backup is made while a server works; a restore is refused in words', async () => {
  const { place, env } = await makePlace();
  await addTeam(place, 'Ducks');
  const database = await openDatabase(place);
  onTestFinished(() => database.close());
  // What a server with an embedded database does besides.
  if (place.kind === 'embedded')
    onTestFinished(startWriting(place.folder, { database, now: () => new Date(), onFault: () => {}, lookMs: 50 }));
  const file = join(await makeFolder(), 'kept.backup');
  expect(await run('backup', [file], env)).toMatchObject({ code: 0, said: expect.stringContaining('1 rows of') });
  expect(await checkBackup(file)).toMatchObject({ form: 'marshals-baton-backup' });
  const words = place.kind === 'embedded' ? 'is in use by process' : 'A server is working on this database';
  expect(await run('restore', [file, '--replace'], env)).toMatchObject({
    code: 1,
    said: expect.stringContaining(words),
  });
}, 60_000);

test.each([
  ['backup', ['kept.backup']],
  ['owner-link', []],
  ['records/recount', []],
] as const)(
  '%s on a database that nothing has made says so, and makes none',
  async (command, given) => {
    const folder = join(await makeFolder(), 'mistyped');
    const { code, said } = await run(command, given, { DATA_DIR: folder });
    expect(code).toBe(1);
    expect(said).toContain('is empty or of another version: start the server with it once.');
    expect(existsSync(folder)).toBe(false);
  },
  60_000,
);

test('moving to what is no PostgreSQL is refused', async () => {
  const folder = await makeFolder();
  const wrong = await run('move-database', ['--to', 'elsewhere'], { DATA_DIR: folder });
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('must be an address like postgres://') });
  expect(await readdir(folder)).toEqual([]);
}, 60_000);

test.each(['backup', 'restore', 'move-database'])(
  '%s without what it needs says how it is typed',
  async (command) => {
    const { code, said } = await run(command, [], { DATA_DIR: await makeFolder() });
    expect(code).toBe(1);
    expect(said).toMatch(/npm run [\w:]+ -- /);
  },
  60_000,
);
