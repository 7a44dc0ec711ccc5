import { describe, expect, it } from 'vitest';
import { findAlike } from '../../scripts/content/guess/alike.ts';
import { GUESSERS } from '../../scripts/content/guess/guessers.ts';
import { judgeGuessers } from '../../scripts/content/guess/judge.ts';
import { judgeBank } from '../../scripts/content/guess/judge-bank.ts';
import { judgeSliders } from '../../scripts/content/guess/sliders.ts';
import { listTasks } from '../../scripts/content/guess/tasks.ts';
import { overlapOf } from '../../scripts/content/guess/words.ts';
import type { Item } from '../../src/quiz/index.ts';
import { cloze, estimate, judgement, matching, ordering, several, sorting, statement } from '../quiz/items.ts';
import { makeWorded, writeFairly, writeWith, type Write } from './make-bank.ts';

const judge = (seed: number, write: Write, count = 80) => {
  const { items, texts } = makeWorded(count, seed, write);
  return judgeGuessers(items.flatMap((item) => listTasks(item, 'en', texts)));
};
const winners = (verdicts: ReturnType<typeof judge>): readonly string[] =>
  verdicts.filter(({ beatsChance }) => beatsChance).map(({ guesser }) => guesser);

describe('blind guessers', () => {
  it('find nothing in a fair bank: of sixteen, one may look unfair by luck', () => {
    const unfair = Array.from({ length: 16 }, (_unused, seed) => winners(judge(seed + 1, writeFairly))).filter(
      (names) => names.length > 0,
    );
    expect(unfair.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['longest option', writeWith('That is why it has to be said at such length')],
    ['shortest option', ((isKey, random) => (isKey ? 'Bread.' : writeFairly(isKey, random))) satisfies Write],
    ['most hedged option', writeWith('perhaps')],
    ['most absolute option', writeWith('always')],
    ['odd one out by form', writeWith('Why?')],
    ['option with most parts', writeWith('bread, copper, winter')],
  ])('find a bank where the key is the %s', (guesser, write) => {
    const verdicts = judge(3, write);
    expect(winners(verdicts)).toContain(guesser);
    const own = verdicts.find((verdict) => verdict.guesser === guesser);
    expect(own?.mean).toBeGreaterThan(0.8);
    expect(own?.chance).toBeCloseTo(0.25, 12);
    expect(own?.gains[0]?.gain).toBeCloseTo(0.75, 12);
  });

  it('find a key that stands first in the file, or repeats the stem', () => {
    const { items, texts } = makeWorded(60, 5, writeFairly);
    const first = items.map((item) => Object.assign(structuredClone(item), { key: 'a' }) as Item);
    expect(winners(judgeGuessers(first.flatMap((item) => listTasks(item, 'en', texts))))).toEqual([
      'first option of the file',
    ]);
    const echoing = new Map(texts);
    for (const item of items)
      if (item.kind === 'single-choice')
        echoing.set(`items.${item.id}.options.${item.key}.text`, texts.get(`items.${item.id}.stem`) ?? '');
    expect(winners(judgeGuessers(items.flatMap((item) => listTasks(item, 'en', echoing))))).toContain(
      'repeats the stem',
    );
  });

  it('need more to be sure of less: five items with a long key prove nothing', () => {
    const verdicts = judge(3, writeWith('That is why it has to be said at such length'), 5);
    expect(verdicts.find(({ guesser }) => guesser === 'longest option')?.mean).toBe(1);
    const enough = judge(3, writeWith('That is why it has to be said at such length'), 12);
    expect(winners(enough)).toContain('longest option');
  });

  it('share a tie: who cannot tell the options apart earns chance', () => {
    const blind = judge(1, () => 'Bread and copper.', 20).filter(({ guesser }) => !/of the file|shown/.test(guesser));
    expect(blind.length).toBeGreaterThan(10);
    for (const { mean, chance } of blind) expect(mean).toBeCloseTo(chance, 12);
  });

  it('have as many names as there are guessers, and say nothing of an empty bank', () => {
    const verdicts = judgeGuessers([]);
    expect(verdicts.map(({ guesser }) => guesser)).toEqual(Object.keys(GUESSERS));
    expect(winners(verdicts)).toEqual([]);
  });
});

describe('what a guesser is faced with', () => {
  const all = new Map<string, string>();
  for (const item of [several, statement, judgement, cloze])
    for (const option of item.options) all.set(`items.${item.id}.options.${option}.text`, option);
  for (const item of [matching, sorting]) {
    for (const option of item.options) all.set(`items.${item.id}.options.${option}.text`, option);
    for (const place of item.places) all.set(`items.${item.id}.places.${place}`, place);
  }
  const worths = (item: Item): readonly (readonly number[])[] =>
    listTasks(item, 'en', all).map(({ options }) => options.map(({ worth }) => worth));

  it('is worth what the kind says', () => {
    expect(worths(several)).toEqual([[1, 0, 1, 0, 0]]);
    expect(worths(statement)).toEqual([[0, 1, 0, 0]]);
    expect(worths(judgement)).toEqual([[0.75, 0, 1, 0.25, 0.5]]);
    expect(worths(cloze)).toEqual([[1, 0, 1, 0]]);
    expect(worths(matching)).toEqual([
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 1, 0],
    ]);
    expect(worths(sorting)).toHaveLength(4);
    expect([...worths(ordering), ...worths(estimate)]).toEqual([]);
  });

  it('is nothing where words are missing', () => {
    expect(listTasks(several, 'en', new Map([...all].slice(1)))).toEqual([]);
  });
});

describe('a bank as a whole', () => {
  const empty = new Map<string, string>();
  const withEnglish = (items: readonly Item[], texts: ReadonlyMap<string, string>) =>
    judgeBank({ items, texts: { en: texts, ru: empty, 'zh-Hans': empty, 'zh-Hant': empty } }, 'en');

  it('has pairs found that are alike in their words, or in what they are about', () => {
    const { items, texts } = makeWorded(30, 2, writeFairly);
    // Every made item is about the same fourteen words; the stems are given words of their own.
    const own = new Map(texts);
    for (const [n, { id }] of items.entries())
      own.set(`items.${id}.stem`, `of${n}a of${n}b of${n}c of${n}d of${n}e of${n}f of${n}g`);
    const [third, ninth] = ['items.item-3.stem', 'items.item-9.stem'];
    const found = (change: (stem: string) => string) =>
      findAlike(items, 'en', new Map([...own, [ninth, change(own.get(third) ?? '')]]));
    expect(found((stem) => stem.replaceAll('of3', 'of9')).filter(({ of }) => of === 'matter')).toEqual([]);
    expect(found((stem) => stem.split(' ').toReversed().join(' ')).filter(({ of }) => of === 'matter')).toMatchObject([
      { first: 'item-3', second: 'item-9' },
    ]);
    const copied = new Map(own);
    for (const [key, text] of own)
      if (key.startsWith('items.item-3.')) copied.set(key.replace('item-3', 'item-9'), text);
    expect(findAlike(items, 'en', copied)[0]).toEqual({ first: 'item-3', second: 'item-9', shared: 1, of: 'runs' });
  });

  it('may not have nothing but true statements', () => {
    const make = (verdicts: readonly boolean[]): readonly Item[] =>
      verdicts.map((verdict, n) => ({ ...statement, id: `s-${n}`, key: { verdict, reason: 'thirst' } }));
    expect(withEnglish(make(Array.from({ length: 12 }, () => true)), empty).problems).toEqual([
      '12 of 12 statements are true: the verdict can be guessed',
    ]);
    expect(withEnglish(make(Array.from({ length: 12 }, (_unused, n) => n % 3 === 0)), empty).problems).toEqual([]);
  });

  it('names language, kind and guesser in what it complains of', () => {
    const { items, texts } = makeWorded(60, 4, writeWith('perhaps'));
    expect(withEnglish(items, texts).problems.join('\n')).toMatch(
      /en: single-choice: “most hedged option” earns 100\.0 % where chance earns 25\.0 %/,
    );
  });
});

describe('the slider of an estimate', () => {
  const make = (values: readonly number[]): readonly Item[] =>
    values.map((value, n) =>
      Object.assign(structuredClone(estimate), {
        id: `e-${n}`,
        range: { min: 0, max: 100, step: 1 },
        key: { value, exact: 3, near: 10 },
      }),
    );

  it('may have its value anywhere, but not always in the middle', () => {
    const spread = judgeSliders(make([12, 33, 47, 61, 70, 88, 20, 91, 38, 55, 80, 29]));
    expect(spread.filter(({ beatsChance }) => beatsChance)).toEqual([]);
    const middling = judgeSliders(make([50, 52, 48, 50, 51, 49, 50, 47]));
    expect(middling.filter(({ beatsChance }) => beatsChance).map(({ place }) => place)).toEqual(['middle']);
    expect(middling.find(({ place }) => place === 'middle')?.mean).toBe(1);
    expect(judgeSliders([])).toMatchObject([{ z: 0 }, { z: 0 }, { z: 0 }]);
  });
});

it('measures what two texts share by the shorter one', () => {
  expect(overlapOf(new Set(['a', 'b']), new Set(['a', 'b', 'c', 'd']))).toBe(1);
  expect(overlapOf(new Set(['a', 'x']), new Set(['a', 'b', 'c', 'd']))).toBe(0.5);
  expect(overlapOf(new Set(), new Set(['a']))).toBe(0);
});
