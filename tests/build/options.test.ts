import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

function call(script: string, ...given: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, script), ...given], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
}

it.each([
  ['an option that does not exist', 'scripts/claims.ts', ['--sedes', '9'], "Unknown option '--sedes'"],
  ['an option without its value', 'scripts/claims.ts', ['--seeds'], "Option '--seeds <value>' argument missing"],
  ['a value out of range', 'scripts/claims.ts', ['--seeds', '1'], '--seeds must be a whole number from 2 up'],
])('A command says in one sentence what is wrong with %s, and ends with 2', (_, script, given, sentence) => {
  expect(call(script, ...given)).toEqual({ status: 2, said: sentence });
});
