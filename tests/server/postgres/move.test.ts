import { readdir } from 'node:fs/promises';

import { expect, onTestFinished, test } from 'vitest';

import type { Place } from '../../../src/server/database/database.ts';
import { addTeam, makeFolder, readTeams, run } from '../harness/commands.ts';
import { makeServerDatabase } from '../harness/test-database.ts';

test('moving to PostgreSQL brings all rows, and leaves the old database as it is', async () => {
  const folder = await makeFolder();
  const embedded: Place = { kind: 'embedded', folder };
  await addTeam(embedded, 'Ducks');
  const { url, drop } = await makeServerDatabase();
  onTestFinished(drop);
  const moved = await run('move-database', ['--to', url], { DATA_DIR: folder });
  expect(moved).toMatchObject({
    code: 0,
    said: expect.stringMatching(/1 rows of the embedded database .* PostgreSQL/),
  });
  expect(moved.said).toContain(`SECRET_KEY=$(cat ${folder}/secret-key)`);
  expect(await readTeams({ kind: 'postgres', url })).toEqual(['Ducks']);
  const twice = await run('move-database', ['--to', url], { DATA_DIR: folder });
  expect(twice).toMatchObject({ code: 1, said: expect.stringContaining('not empty') });
  expect(await readTeams(embedded)).toEqual(['Ducks']);
  expect((await readdir(folder)).filter((name) => name.startsWith('moving'))).toEqual([]);
}, 180_000);
