/** K13: the words of visitors' names make no bad name, in any pair, in any language; and the check would notice. */
import { describe, expect, it } from 'vitest';
import { checkNames } from '../../scripts/names/check-names.ts';
import { findUndrawn, judgeNames } from '../../scripts/names/judge-names.ts';
import { readSoundsFile } from '../../scripts/names/read-sounds.ts';
import { NAME_WORDS, nameText } from '../../src/app/claim/visitor-name.ts';
import { makeName } from '../../src/kiosk/names/make-name.ts';
import { MadeNameSchema, NAME_LANGUAGES, WORDS_IN_LIST, type NameLanguage } from '../../src/wire/kiosk.ts';
import { safeParse } from 'valibot';

const ROOT = new URL('../..', import.meta.url).pathname;
const readSounds = readSoundsFile();

/** What is said against the lists when some of their words are others. */
function judgeWith(language: NameLanguage, first: readonly string[], second: readonly string[]): readonly string[] {
  const words = NAME_WORDS[language];
  // A few of the real ones for company: a bad word is bad in every pair.
  const planted = {
    first: [...first, ...words.first.slice(0, 5)],
    second: [...second, ...words.second.slice(0, 5)],
  };
  return judgeNames(language, planted, readPlanted).map(({ name, reason }) => `${name} ${reason}`);
}

const PLANTED: Readonly<Record<string, string>> = {
  云纱: 'yun sha',
  碧桃: 'bi tao',
  野草: 'ye cao',
  泥人: 'ni ren',
  云白: 'yun bai',
  莲灯: 'lian deng',
};
const readPlanted = (word: string): readonly string[] | undefined => PLANTED[word]?.split(' ') ?? readSounds(word);

describe('names of visitors', () => {
  it('K13: no pair of words in any language is a bad one', () => {
    expect(checkNames(ROOT).slice(0, 20)).toEqual([]);
  });

  it('has at least 200 words in each list, and the first 200 of each are reached', () => {
    for (const language of NAME_LANGUAGES) {
      const { first, second } = NAME_WORDS[language];
      expect(first.length, language).toBeGreaterThanOrEqual(WORDS_IN_LIST);
      expect(second.length, language).toBeGreaterThanOrEqual(WORDS_IN_LIST);
      const lowest = makeName(language, () => 0);
      const highest = makeName(language, () => 1 - Number.EPSILON / 2);
      expect(lowest.name).toEqual({ language, first: 0, second: 0 });
      expect(highest.name).toEqual({ language, first: WORDS_IN_LIST - 1, second: WORDS_IN_LIST - 1 });
      for (const { name, text } of [lowest, highest]) {
        expect(safeParse(MadeNameSchema, name).success).toBe(true);
        expect(text).toBe(nameText(name));
      }
    }
  });

  it('writes a name as its language does', () => {
    const at = (language: NameLanguage): string => nameText({ language, first: 2, second: 3 });
    for (const language of ['en', 'ru'] as const)
      expect(at(language)).toBe(`${NAME_WORDS[language].first[2]} ${NAME_WORDS[language].second[3]}`);
    for (const language of ['zh-Hans', 'zh-Hant'] as const)
      expect(at(language)).toBe(`${NAME_WORDS[language].first[2]}${NAME_WORDS[language].second[3]}`);
  });

  it('has the two Chinese lists written apart, not turned into each other', () => {
    const shared = NAME_WORDS['zh-Hans'].second.filter((word) => NAME_WORDS['zh-Hant'].second.includes(word));
    expect(shared.length).toBeLessThan(WORDS_IN_LIST / 3);
  });
});

describe('the check of the names', () => {
  it('hears a bad word inside a word, in every language', () => {
    expect(judgeWith('en', [], ['Peacock']).join()).toMatch(/Peacock has “cock”/);
    expect(judgeWith('en', ['Drunken'], []).join()).toMatch(/has “drunk”/);
    expect(judgeWith('ru', [], ['мудак']).join()).toMatch(/has “муда”/);
    expect(judgeWith('ru', ['Пьяный'], []).join()).toMatch(/has “пьян”/);
    expect(judgeWith('zh-Hans', [], ['菊花']).join()).toMatch(/「菊花」/);
    expect(judgeWith('zh-Hant', [], ['烏龜']).join()).toMatch(/「龜」/);
  });

  it('hears what two innocent words become together', () => {
    expect(judgeWith('en', ['Golden'], ['Dawn'])).toContain('Golden Dawn has “golden + dawn” in it');
    expect(judgeWith('en', ['Iris'], ['Explorer'])).toContain('Iris Explorer has “sex” in it');
    expect(judgeWith('ru', ['Золотой'], ['дождик'])).toContain('Золотой дождик has “золот + дожд” in it');
    expect(judgeWith('zh-Hans', ['云白'], ['莲灯'])).toContain('云白莲灯 has 「白莲」 in it');
  });

  it('hears homophones across the place where two Chinese words meet', () => {
    expect(judgeWith('zh-Hans', ['云纱'], ['碧桃'])).toContain('云纱碧桃 sounds like “sha bi”');
    expect(judgeWith('zh-Hans', ['野草'], ['泥人'])).toContain('野草泥人 sounds like “cao ni”');
    expect(judgeWith('zh-Hans', ['云海'], []).join()).toMatch(/whose sound is not in sounds.json/);
  });

  it('sees doubled words, lists too short, names too long, forms that do not agree', () => {
    expect(judgeWith('en', ['Sunny'], ['Sunbeam', 'Sunny']).join()).toMatch(/Sunny stands there twice/);
    expect(judgeWith('ru', ['Янтарный'], ['янтарь']).join()).toMatch(/says the same thing twice/);
    expect(judgeWith('ru', ['Янтарная'], []).join()).toMatch(/Янтарная is not of the form of its list/);
    expect(judgeWith('ru', [], ['ворона']).join()).toMatch(/ворона is not of the form of its list/);
    expect(judgeWith('en', ['Extraordinarily'], ['Hummingbirdlike']).join()).toMatch(/is longer than 25 characters/);
    expect(judgeWith('zh-Hans', ['春风'], ['风筝']).join()).toMatch(/says one character twice running/);
    const short = { first: NAME_WORDS.en.first.slice(0, 199), second: NAME_WORDS.en.second };
    expect(judgeNames('en', short, readSounds).map(({ reason }) => reason)).toContain('are fewer than 200');
  });

  it('sees characters that no face draws', () => {
    expect(findUndrawn('en', { first: ['Café'], second: [] }, 'Caf')).toEqual([
      { language: 'en', name: 'Café', reason: 'needs é, which no face draws' },
    ]);
  });
});
