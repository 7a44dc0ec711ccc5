import { describe, expect, it } from 'vitest';
import type { BankOnDisk } from '../../scripts/content/read-bank.ts';
import { listProblems, reportIdeas } from '../../scripts/content/report-bank.ts';
import { choice, judgement, ordering, several } from '../quiz/items.ts';

const none = { en: [], 'zh-Hans': [], 'zh-Hant': [], ru: [] };
const empty = new Map<string, string>();
const terms = { en: 'a', 'zh-Hans': 'b', 'zh-Hant': 'c', ru: 'd' };
const bank: BankOnDisk = {
  concepts: [
    { id: 'iceberg', kind: 'core', group: 1, terms },
    { id: 'push-pull', kind: 'core', group: 1, terms },
  ],
  items: [choice, several, ordering, judgement].map((item) =>
    Object.assign(structuredClone(item), { idea: 'iceberg' }),
  ),
  faults: [],
  texts: { en: empty, 'zh-Hans': empty, 'zh-Hant': empty, ru: empty },
  textFaults: none,
};
const acts = new Map([
  ['pond', ['iceberg', 'push-pull']],
  ['road', ['push-pull']],
]);
const reportOf = (changed: Partial<BankOnDisk>) => reportIdeas({ ...bank, ...changed }, acts);

describe('the report on the bank', () => {
  it('says of an idea which acts play it and what there is of it', () => {
    expect(reportOf({})[0]).toEqual({
      id: 'iceberg',
      acts: ['pond'],
      items: 4,
      kinds: { 'single-choice': 1, 'multiple-response': 1, ordering: 1, 'graded-judgement': 1 },
      tiers: { soldier: 1, general: 2, marshal: 1 },
      languages: { en: 4, 'zh-Hans': 4, 'zh-Hant': 4, ru: 4 },
      missing: [],
    });
  });

  it('says what an idea without items lacks', () => {
    expect(reportOf({})[1]).toMatchObject({
      acts: ['pond', 'road'],
      items: 0,
      missing: [
        '0 of 4 items',
        '0 of 2 kinds',
        'a situation with a customer or a colleague',
        'en: no texts',
        'zh-Hans: no texts',
        'zh-Hant: no texts',
        'ru: no texts',
      ],
    });
  });

  it('misses a kind, and a situation', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) =>
      Object.assign(structuredClone(choice), { id, idea: 'iceberg', situation: false }),
    );
    expect(reportOf({ items })[0]?.missing).toEqual(['1 of 2 kinds', 'a situation with a customer or a colleague']);
  });

  it('counts an item in a language only when none of its texts is wrong', () => {
    const file = 'levels/bank/iceberg/ru.json';
    const wrong = { file, path: 'items.which.stem', reason: 'the text is missing' };
    const report = reportOf({ textFaults: { ...none, ru: [wrong] } })[0];
    expect(report?.languages).toEqual({ en: 4, 'zh-Hans': 4, 'zh-Hant': 4, ru: 3 });
    expect(report?.missing).toEqual([`${file}: items.which.stem: the text is missing`]);
    for (const path of ['', 'line 7']) {
      const gone = reportOf({ textFaults: { ...none, ru: [{ file, path, reason: 'cannot be read' }] } })[0];
      expect(gone?.languages.ru).toBe(0);
    }
    const wordless = reportOf({
      textFaults: { ...none, ru: [{ file, path: 'items.which', reason: 'has no words' }] },
    })[0];
    expect(wordless?.languages.ru).toBe(3);
  });

  it('names every text that is wrong, and not only the first', () => {
    const wrong = ['which.stem', 'which.options.bolt.text'].map((path) => ({
      file: 'levels/bank/iceberg/ru.json',
      path: `items.${path}`,
      reason: 'the text is missing',
    }));
    expect(reportOf({ textFaults: { ...none, ru: wrong } })[0]?.missing).toEqual([
      'levels/bank/iceberg/ru.json: items.which.stem: the text is missing',
      'levels/bank/iceberg/ru.json: items.which.options.bolt.text: the text is missing',
    ]);
  });

  it('complains of a bank that is too small or cannot be read', () => {
    const fault = { file: 'levels/bank/iceberg/items.json', path: 'items[2].key', reason: 'is odd' };
    expect(listProblems({ ...bank, faults: [fault] })).toEqual([
      '4 items in all, not 240',
      'levels/bank/iceberg/items.json: items[2].key: is odd',
    ]);
    expect(reportOf({ faults: [fault] })[0]?.missing).toEqual(['levels/bank/iceberg/items.json: items[2].key: is odd']);
  });
});
