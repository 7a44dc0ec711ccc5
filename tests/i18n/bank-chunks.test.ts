import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { gatherBankTexts, gatherItems } from '../../scripts/build/bank-chunks.ts';
import { ContentError, readBank } from '../../src/quiz/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const item = {
  id: 'reeds',
  kind: 'single-choice',
  tier: 'soldier',
  situation: true,
  options: ['a', 'b', 'c'],
  key: 'b',
};

/** A folder with a bank of two ideas in two groups. */
function makeRoot(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'bank-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const concepts = [
    { id: 'iceberg', group: 1 },
    { id: 'push-pull', group: 2 },
  ];
  for (const [name, text] of Object.entries({ 'concepts.json': JSON.stringify({ concepts }), ...files })) {
    const file = join(root, 'levels', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

test('the chunk of the structure holds every idea of the bank, and a torn file as it stands', () => {
  const root = makeRoot({
    'bank/iceberg/items.json': '{"items":[{"id":',
    'bank/push-pull/items.json': JSON.stringify({ items: [item] }),
  });
  const { ideas, files } = gatherItems(root);
  expect(ideas.map(({ id, group }) => [id, group])).toEqual([
    ['iceberg', 1],
    ['push-pull', 2],
  ]);
  const { items, faults } = readBank(files);
  expect(items.map(({ id, idea }) => [id, idea])).toEqual([['reeds', 'push-pull']]);
  expect(new ContentError(faults).message).toMatch(/^levels\/bank\/iceberg\/items\.json: \(whole file\): .*JSON/);
});

test('the words of a group come in the language asked for, with English beneath, and without the other groups', () => {
  const root = makeRoot({
    'bank/iceberg/en.json': '{"items":{"ice":{"stem":"Ice","unit":"{{count}} floes"}}}',
    'bank/iceberg/ru.json': '{"items":{"ice":{"stem":"Лёд"}}}',
    'bank/push-pull/en.json': '{"items":{"reeds":{"stem":"Reeds"}}}',
  });
  expect(gatherBankTexts(root, 1, 'ru')).toEqual({ items: { ice: { stem: 'Лёд', unit: '{{count}} floes' } } });
  expect(gatherBankTexts(root, 2, 'zh-Hant')).toEqual({ items: { reeds: { stem: 'Reeds' } } });
  expect(gatherBankTexts(root, 3, 'en')).toEqual({});
});

test('nothing of the bank is carried by what the page loads first', () => {
  for (const file of ['src/i18n/index.ts', 'src/main.tsx', 'src/app/main.tsx', 'src/app/app.tsx'])
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/virtual:bank|\.\/bank\.ts|levels\/bank/);
  expect(readFileSync(join(ROOT, 'src/app/bank.ts'), 'utf8')).toContain("await import('virtual:bank/items')");
});
