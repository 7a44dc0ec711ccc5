import { expect, test } from 'vitest';

import { checkTypography } from '../../scripts/content/check-typography.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { makeFile } from './make-texts.ts';

function complain(language: Language, text: string): readonly string[] {
  return checkTypography(makeFile(language, { text })).map(({ reason }) => reason.replace(/: “.*$/s, ''));
}

test.each<[Language, string]>([
  ['en', 'The hunter’s bolt missed. “Grain,” he said — and waited… {{count}} ducks (3.5 %) came.'],
  ['zh-Hans', '“撒谷子吧，”他说，“别放箭。”——鸭群飞来了{{count}}只……第 3 晚（共 5 晚），约 3.5 只。'],
  ['zh-Hant', '「撒穀子吧，」他說，「別放箭。」——鴨群飛來了{{count}}隻……皇后與公里、《點將台》。'],
  ['ru', 'Охотник сказал: «Зерно надёжнее „меткого“ выстрела» — и стал ждать… {{count}} уток.'],
  ['zh-Hans', '$t(sides.{{to}})是$t(places.{{place}})，不通。'],
])('well-set %s passes', (language, text) => {
  expect(complain(language, text)).toEqual([]);
});

test.each<[Language, string, string]>([
  ['en', "The hunter's bolt", 'has straight quotes instead of “ ” and ’'],
  ['en', 'He waited...', 'has three dots instead of …'],
  ['en', 'Grain - and glue', 'has a hyphen where a dash belongs'],
  ['en', 'Two  ducks', 'has two spaces in a row'],
  ['en', ' A duck', 'begins or ends with a space'],
  ['en', 'A <b>duck</b>', 'has markup'],
  ['en', 'A d\u0443ck', 'has a letter of another script'],
  ['ru', 'Сказал: "зерно"', 'has straight quotes instead of « »'],
  ['ru', 'Сказал: “зерно”', 'has English quotes instead of « » (and „ “ inside them)'],
  ['ru', 'Зерно - и клей', 'has a hyphen where a dash belongs'],
  ['ru', 'Зерно , клей', 'has a space before punctuation'],
  ['ru', 'З\u0065рно', 'mixes Latin and Cyrillic in one word'],
  ['zh-Hans', '撒谷子,别放箭', 'has Western punctuation beside Chinese'],
  ['zh-Hans', '撒谷子.', 'has a full stop instead of 。'],
  ['zh-Hans', '撒 谷子', 'has a space between two characters'],
  ['zh-Hans', '撒谷子， 别放箭', 'has a space beside full-width punctuation'],
  ['zh-Hans', '等着…', 'has … instead of ……'],
  ['zh-Hans', '鸭子—飞了', 'has — instead of ——'],
  ['zh-Hans', '第３晚', 'has full-width letters or digits'],
  ['zh-Hans', '撒穀子', 'has a character that only Traditional Chinese uses'],
  ['zh-Hans', '「撒谷子」', 'has corner brackets instead of “ ”'],
  ['zh-Hant', '別放箭，鸭子', 'has a character that only Simplified Chinese uses'],
  ['zh-Hant', '别放箭', 'has a character that only Simplified Chinese uses'],
  ['zh-Hant', '“撒穀子”', 'has curly quotes instead of 「 」'],
])('%s: “%s” %s', (language, text, reason) => {
  expect(complain(language, text)).toContain(reason);
});

test('the problem names the file and the key', () => {
  expect(checkTypography(makeFile('ru', { 'tools.grain': 'Зерно ,' }))[0]).toMatchObject({
    file: 'levels/pond/ru.json',
    at: 'tools.grain',
  });
});
