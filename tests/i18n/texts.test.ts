import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { CHECKS } from '../../scripts/content/check-all-texts.ts';
import { writeProblem } from '../../scripts/content/problem.ts';
import { readTextGroups } from '../../scripts/content/read-texts.ts';

const ROOT = join(import.meta.dirname, '..', '..');

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/fonts/build.ts'], { cwd: ROOT });
  if (status !== 0) throw new Error(stderr.toString());
}, 120_000);

test.each(Object.entries(CHECKS))('the language files pass the check of %s', (_name, check) => {
  expect(check(ROOT, readTextGroups(ROOT)).map(writeProblem)).toEqual([]);
});
