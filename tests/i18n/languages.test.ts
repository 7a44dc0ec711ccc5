import { expect, test } from 'vitest';

import { chooseLanguage, languageOf, LANGUAGES, OWN_NAMES } from '../../src/i18n/languages.ts';

test.each([
  ['en-US', 'en'],
  ['en', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-MY', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['yue', 'zh-Hant'],
  ['ru-RU', 'ru'],
  ['ru', 'ru'],
  ['de-DE', null],
  ['', null],
  ['not a tag', null],
])('%s is read in %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('the first wish that can be granted is', () => {
  expect(chooseLanguage([null, undefined, 'de', 'zh-TW', 'zh', 'en-US'])).toBe('zh-Hant');
  expect(chooseLanguage(['fr', 'it'])).toBe('en');
  expect(chooseLanguage([])).toBe('en');
});

test('every language has its own name', () => {
  expect(Object.keys(OWN_NAMES).toSorted()).toEqual([...LANGUAGES].toSorted());
});
