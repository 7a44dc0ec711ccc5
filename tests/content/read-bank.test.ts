import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBankOnDisk } from '../../scripts/content/read-bank.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { choice, ordering } from '../quiz/items.ts';

const IDEA = 'iceberg';
const FOLDER = `levels/bank/${IDEA}`;
const terms = { en: 'a', 'zh-Hans': 'b', 'zh-Hant': 'c', ru: 'd' };
const items = [choice, ordering].map(({ idea: _folder, ...written }) => structuredClone(written));
const wordsOf = (id: string, options: readonly string[]) => ({
  [id]: { stem: 'a', options: Object.fromEntries(options.map((option) => [option, { text: 'b', feedback: 'c' }])) },
});
const words = { ...wordsOf(choice.id, choice.options), ...wordsOf(ordering.id, ordering.options) };

let root = '';
const write = (file: string, value: unknown): void =>
  writeFileSync(join(root, file), typeof value === 'string' ? value : JSON.stringify(value, null, 2));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bank-'));
  mkdirSync(join(root, FOLDER), { recursive: true });
  write('levels/concepts.json', { concepts: [{ id: IDEA, kind: 'core', group: 1, terms }] });
  write(`${FOLDER}/items.json`, { items });
  for (const language of LANGUAGES) write(`${FOLDER}/${language}.json`, { items: words });
});
afterEach(() => rmSync(root, { recursive: true }));

function faults(): readonly string[] {
  const bank = readBankOnDisk(root);
  return [...bank.faults, ...LANGUAGES.flatMap((language) => bank.textFaults[language])].map(
    ({ file, path, reason }) => `${file.replace(`${FOLDER}/`, '')}: ${path}: ${reason}`,
  );
}

describe('one slip in the bank', () => {
  it('is none when all is well', () => expect(faults()).toEqual([]));

  it('that closes a file of items is told once, with its line, and not for every word that hangs on it', () => {
    write(`${FOLDER}/items.json`, JSON.stringify({ items }, null, 2).replace('"single-choice",', '"single-choice"'));
    expect(faults()).toEqual([
      expect.stringMatching(/^items\.json: line \d+: a comma is missing at the end of this line$/),
    ]);
  });

  it('in an item is told once, by the id of the item', () => {
    write(`${FOLDER}/items.json`, {
      items: items
        .map((item) => ({ ...item, tier: 'captain' }))
        .slice(0, 1)
        .concat(items[1] as never),
    });
    expect(faults()).toEqual([
      `items.json: items.${choice.id}.tier: is "captain", and must be one of soldier, general, marshal`,
    ]);
  });

  it('of two right options for a single choice says what is written instead', () => {
    const [first, ...others] = items;
    write(`${FOLDER}/items.json`, { items: [{ ...first, key: choice.options.slice(0, 2) }, ...others] });
    expect(faults()).toEqual([
      `items.json: items.${choice.id}.key: must be the one option that is right; for several, the kind is multiple-response`,
    ]);
  });

  it('in the words of a language leaves what else is wrong there to be seen', () => {
    write(`${FOLDER}/ru.json`, '\uFEFF{}');
    write(`${FOLDER}/en.json`, { items: { ...words, [choice.id]: { ...words[choice.id], stem: '' } } });
    expect(faults()).toEqual([
      `en.json: items.${choice.id}.stem: the text is missing`,
      expect.stringMatching(/^ru\.json: line 1: begins with an invisible mark/),
    ]);
  });

  it('of an id that is not the same in both files is told once for each side', () => {
    const { [choice.id]: own, ...others } = words;
    write(`${FOLDER}/en.json`, { items: { ...others, 'an-other': own } });
    expect(faults()).toEqual([
      `en.json: items.${choice.id}: has no words here: is the id the same as in items.json?`,
      'en.json: items.an-other: is no item of items.json: is the id the same there?',
    ]);
  });
});
