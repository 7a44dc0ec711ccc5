import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BadTexts, readTextGroups } from '../../scripts/content/read-texts.ts';

it('tells a file of words that is no JSON by its line, also to one who only builds the game', () => {
  const root = mkdtempSync(join(tmpdir(), 'texts-'));
  try {
    for (const folder of ['levels', 'src/i18n/texts']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'levels/concepts.json'), '{"concepts":[]}');
    writeFileSync(join(root, 'src/i18n/texts/ru.json'), '{\n  "a": "b"\n  "c": "d"\n}\n');
    expect(() => readTextGroups(root)).toThrow(
      new BadTexts('src/i18n/texts/ru.json: is not JSON (line 2: a comma is missing at the end of this line)'),
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
