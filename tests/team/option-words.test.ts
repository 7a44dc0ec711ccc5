import { expect, test } from 'vitest';

import type { Item } from '../../src/quiz/index.ts';
import { sayOption, type OptionWords } from '../../src/team/items/option-words.ts';
import { speak } from './speak.ts';

const words: OptionWords = {
  bank: ({ key }) => key.split('.').slice(2).join(' '),
  t: speak('en'),
  shell: (key) => key,
  number: String,
};
const base = { id: 'i', idea: 'x', tier: 'soldier', situation: false } as const;

test('options are called as the item calls them', () => {
  const single: Item = { ...base, kind: 'single-choice', options: ['a', 'b', 'c'], key: 'a' };
  expect(sayOption(single, 'b', words)).toBe('options b text');
  expect(sayOption(single, 'gone', words)).toBe('gone');
  expect(sayOption(undefined, 'b', words)).toBe('b');
});

test('a judged statement has its verdict among the options', () => {
  const item: Item = {
    ...base,
    kind: 'true-false-reason',
    options: ['a', 'b', 'c'],
    key: { verdict: true, reason: 'a' },
  };
  expect(['true', 'false', 'c'].map((taken) => sayOption(item, taken, words))).toEqual([
    'quiz.true',
    'quiz.false',
    'options c text',
  ]);
});

test('what was put somewhere is told with the place', () => {
  const sorting: Item = { ...base, kind: 'sorting', options: ['a', 'b', 'c', 'd'], places: ['p', 'q'], key: {} };
  expect(sayOption(sorting, 'a=q', words)).toBe('options a text: places q');
  const ordering: Item = { ...base, kind: 'ordering', options: ['a', 'b', 'c'], key: ['a', 'b', 'c'] };
  expect(sayOption(ordering, 'b=3', words)).toBe('3. options b text');
  const cloze: Item = { ...base, kind: 'cloze', options: ['a', 'b'], gaps: ['g', 'h'], key: { g: 'a', h: 'b' } };
  expect(sayOption(cloze, 'b=h', words)).toBe('Gap 2: options b text');
});

test('an estimate is told by the side it fell on', () => {
  const item: Item = {
    ...base,
    kind: 'estimate',
    options: ['low', 'right', 'high'],
    range: { min: 0, max: 100, step: 5 },
    key: { value: 35, exact: 5, near: 15 },
  };
  expect(['low', 'right', 'high'].map((side) => sayOption(item, side, words))).toEqual([
    'too low',
    'about right',
    'too high',
  ]);
});
