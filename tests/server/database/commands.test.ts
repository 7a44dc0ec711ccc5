/** The commands on the database, as they are typed. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, inject, onTestFinished, test } from 'vitest';

import type { Place } from '../../../src/server/database/database.ts';
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

test('a running server keeps its folder: the backup is refused in words', async () => {
  const { place, env } = await makePlace();
  const database = await openDatabase(place);
  onTestFinished(() => database.close());
  const file = join(await makeFolder(), 'kept.backup');
  const made = await run('backup', [file], env);
  // On PostgreSQL it is made while the server works.
  const [code, words] = place.kind === 'postgres' ? [0, 'rows of'] : [1, 'is in use by process'];
  expect(made).toMatchObject({ code, said: expect.stringContaining(words) });
}, 60_000);

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
