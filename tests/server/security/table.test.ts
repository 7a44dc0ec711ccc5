/** `docs/security.md` speaks of every requirement of ASVS 5.0 at levels 1 and 2, and the tests that it names exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { ASVS_IDS } from './asvs-ids.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

interface Row {
  readonly ids: readonly string[];
  readonly done: string;
  readonly tests: string;
}

/** Rows of tables whose first cell is one or more numbers of requirements; of ranges every number. */
function readRows(page: string): readonly Row[] {
  return page.split('\n').flatMap((line) => {
    const [, first = '', ...rest] = line.split('|').map((cell) => cell.trim());
    if (!/^\d+\.\d+\.\d+/.test(first)) return [];
    return [{ ids: first.split(',').flatMap(expand), done: rest.slice(0, -2).join(' '), tests: rest.at(-2) ?? '' }];
  });
}

function expand(text: string): readonly string[] {
  const [from = '', to] = text.trim().split('–');
  if (to === undefined) return [from];
  const section = from.slice(0, from.lastIndexOf('.') + 1);
  const [first, last] = [Number(from.slice(section.length)), Number(to)];
  return Array.from({ length: last - first + 1 }, (_, i) => `${section}${first + i}`);
}

/** File and name of each test that a text names: `file` “name”. */
function readTests(text: string): readonly (readonly [file: string, name: string])[] {
  return [...text.matchAll(/`([\w/.-]+\.test\.tsx?)` “([^”]+)”/g)].map(
    ([, file = '', name = '']) => [file, name] as const,
  );
}

function isTest(file: string, name: string): boolean {
  const path = join(ROOT, 'tests', file);
  if (!existsSync(path)) return false;
  const source = readFileSync(path, 'utf8');
  return ["'", '"', '`'].some((quote) =>
    new RegExp(
      `(?:test|it|describe)\\b[^\\n]*\\(\\s*${quote}${escapeName(name)}${quote}|\\)\\(\\s*${quote}${escapeName(name)}${quote}`,
    ).test(source),
  );
}

function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const rows = readRows(PAGE);

describe('docs/security.md', () => {
  test('speaks of every requirement of levels 1 and 2 once, and of no other', () => {
    const spoken = rows.flatMap(({ ids }) => ids);
    expect(ASVS_IDS.length).toBe(253);
    expect(spoken.filter((id, i) => spoken.indexOf(id) !== i)).toEqual([]);
    expect(ASVS_IDS.filter((id) => !spoken.includes(id))).toEqual([]);
    expect(spoken.filter((id) => !ASVS_IDS.includes(id))).toEqual([]);
  });

  test('names only tests that exist', () => {
    const named = readTests(PAGE);
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(([file, name]) => !isTest(file, name))).toEqual([]);
  });

  test('names a test for each requirement, or says plainly that there is none', () => {
    const silent = rows.filter(
      ({ tests }) =>
        readTests(tests).length === 0 && !/^(not covered|no test|of the operator|does not apply)/.test(tests),
    );
    expect(silent.map(({ ids }) => ids.join(', '))).toEqual([]);
  });

  test('would notice', () => {
    expect(isTest('server/security/table.test.ts', 'would notice')).toBe(true);
    expect(isTest('server/security/table.test.ts', 'would not notice')).toBe(false);
    expect(isTest('server/security/none.test.ts', 'would notice')).toBe(false);
    expect(readRows('| 1.2.3–5, 2.1.1 | a | b | `x.test.ts` “c” |')).toEqual([
      { ids: ['1.2.3', '1.2.4', '1.2.5', '2.1.1'], done: 'a b', tests: '`x.test.ts` “c”' },
    ]);
  });
});
