import { expect, test } from 'vitest';

import { checkParity } from '../../scripts/content/check-parity.ts';
import { writeProblem } from '../../scripts/content/problem.ts';
import { makeGroup } from './make-texts.ts';

const complete = {
  en: { name: 'The pond', ducks_one: 'One duck', ducks_other: '{{count}} ducks at {{place}}' },
  'zh-Hans': { name: '池塘', ducks_other: '{{place}}有{{count}}只' },
  'zh-Hant': { name: '池塘', ducks_other: '{{place}}有{{count}}隻' },
  ru: {
    name: 'Пруд',
    ducks_one: '{{count}} утка, {{place}}',
    ducks_few: '{{count}} утки, {{place}}',
    ducks_many: '{{count}} уток, {{place}}',
    ducks_other: '{{count}} утки, {{place}}',
  },
} as const;

/** The reasons that are given when some of the complete texts are changed. */
function complain(changed: Parameters<typeof makeGroup>[0]): readonly string[] {
  return checkParity(
    makeGroup({ ...complete, en: { ...complete.en, ducks_one: 'One duck at {{place}}' }, ...changed }),
  ).map(writeProblem);
}

test('complete texts pass', () => {
  expect(complain({})).toEqual([]);
});

test('a missing file is named', () => {
  const { ru: _, ...rest } = complete;
  expect(checkParity(makeGroup(rest)).map(writeProblem)).toContain('levels/pond/ru.json: the whole file: is missing');
});

test('a missing key and a key too many are named', () => {
  expect(complain({ 'zh-Hans': { ducks_other: '{{place}}{{count}}', title: '池塘' } })).toEqual([
    'levels/pond/zh-Hans.json: name: is missing',
    'levels/pond/zh-Hans.json: title: does not exist in English',
  ]);
});

test('every plural form that a language counts with is needed, and no other', () => {
  const { ducks_few: _, ...russian } = complete.ru;
  expect(complain({ ru: russian })).toEqual(['levels/pond/ru.json: ducks: lacks the plural few']);
  expect(complain({ 'zh-Hant': { ...complete['zh-Hant'], ducks_one: '{{place}}{{count}}' } })).toEqual([
    'levels/pond/zh-Hant.json: ducks: has the plural one, which zh-Hant does not use',
  ]);
  expect(complain({ 'zh-Hant': { name: '池塘', ducks: '{{place}}{{count}}' } })).toEqual([
    'levels/pond/zh-Hant.json: ducks: lacks plural forms, unlike English',
  ]);
});

test('placeholders must be the same in every language', () => {
  expect(complain({ 'zh-Hans': { ...complete['zh-Hans'], ducks_other: '{{place}}有{{cuont}}只' } })).toEqual([
    'levels/pond/zh-Hans.json: ducks: has the placeholders {cuont, place} instead of {count, place}',
  ]);
});

test('a text that puts in another one must find it in the same file', () => {
  const bell = {
    'sides.left': 'Left',
    'sides.right': 'Right',
    bell: 'The bell: $t(sides.{{side}}).',
    drum: '$t(bell)',
  };
  expect(checkParity(makeGroup({ en: bell })).filter(({ file }) => file.endsWith('en.json'))).toEqual([]);
  const broken = { ...bell, bell: 'The bell: $t(side.{{side}}) of $t(sides.middle).' };
  expect(
    checkParity(makeGroup({ en: broken }))
      .map(writeProblem)
      .filter((problem) => problem.includes('en.json')),
  ).toEqual([
    'levels/pond/en.json: bell: puts in side., which is no text of the file',
    'levels/pond/en.json: bell: puts in sides.middle, which is no text of the file',
  ]);
});

test('only where "one" means a single thing may the number be left out', () => {
  expect(complain({ ru: { ...complete.ru, ducks_one: 'Утка, {{place}}' } })).toEqual([
    'levels/pond/ru.json: ducks_one: lacks a placeholder of ducks: count, place',
  ]);
  expect(complain({ en: { ...complete.en, ducks_one: 'One duck' } })).toEqual([
    'levels/pond/en.json: ducks_one: lacks a placeholder of ducks: count, place',
  ]);
});

test('an empty text is named', () => {
  expect(complain({ ru: { ...complete.ru, name: ' ' } })).toEqual(['levels/pond/ru.json: name: is empty']);
});
