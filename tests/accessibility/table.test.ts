/** The list of checks in `docs/accessibility.md`: complete, and every test that it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from '../../scripts/bots/content.ts';

const CHECKS = 28;
/** What only people can tell: a dated note instead of a test. */
const BY_HAND = new Set([27, 28]);

interface Row {
  readonly number: number;
  readonly held: string;
}

const rows: readonly Row[] = readFileSync(join(ROOT, 'docs/accessibility.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, , held] = line.split('|').map((cell) => cell.trim());
    return number !== undefined && /^\d+$/.test(number) ? [{ number: Number(number), held: held ?? '' }] : [];
  });

/** The files that a row names, each with the names of tests that follow it. */
function readNamed(held: string): readonly { readonly file: string; readonly names: readonly string[] }[] {
  return held.split(/(?=`tests\/[^`]*\.test\.ts`)/).flatMap((part) => {
    const file = /^`(tests\/[^`]*\.test\.ts)`/.exec(part)?.[1];
    return file === undefined ? [] : [{ file, names: [...part.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '') }];
  });
}

describe('the list of checks', () => {
  it('has all of them, in their order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: CHECKS }, (_, n) => n + 1));
  });

  it.each(rows)('$number is held by tests that there are, or by a dated note', ({ number, held }) => {
    const named = readNamed(held);
    const isHeld = BY_HAND.has(number)
      ? /\b20\d\d-\d\d-\d\d\b/.test(held)
      : named.some(({ names }) => names.length > 0);
    expect(isHeld).toBe(true);
    for (const { file, names } of named) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      const source = readFileSync(join(ROOT, file), 'utf8');
      for (const name of names)
        expect(
          [`'${name}'`, `\`${name}\``].some((quoted) => source.includes(quoted)),
          name,
        ).toBe(true);
    }
  });
});
