import { describe, expect, test } from 'vitest';

import { completeWord, findWord, plainWord, splitWords } from '../../src/wire/recovery-words/find-word.ts';
import { listWords, RECOVERY_LANGUAGES, RECOVERY_LENGTH } from '../../src/wire/recovery-words/words.ts';

const ALL = Array.from({ length: 256 }, (_, number) => number);
const read = (text: string): readonly (number | undefined)[] => splitWords(text).map(findWord);

describe.each(RECOVERY_LANGUAGES)('%s', (language) => {
  const list = listWords(language);

  test('has 256 words, none twice', () => {
    expect(list).toHaveLength(256);
    expect(new Set(list.map(plainWord)).size).toBe(256);
    expect(list.every((word) => plainWord(word) !== '')).toBe(true);
  });

  test('has no word that is the beginning of another', () => {
    const begun = list.filter((word) => list.some((other) => other !== word && other.startsWith(word)));
    expect(begun).toEqual([]);
  });

  test('comes back from paper as it was written, whatever stands between the words', () => {
    for (const between of [' ', '\n', ', ', '，', '、', '. ', ';']) expect(read(list.join(between))).toEqual(ALL);
    expect(read(list.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'))).toEqual(ALL);
  });

  test('is completed in its own language first', () => {
    for (const word of list) expect(completeWord(word, language)[0], word).toBe(word);
  });
});

test('a word that is on two lists stands in one place on both', () => {
  const places = new Map<string, number>();
  for (const language of RECOVERY_LANGUAGES)
    for (const [number, word] of listWords(language).entries()) {
      expect(places.get(word) ?? number, word).toBe(number);
      places.set(word, number);
    }
});

test('words of several languages may be mixed', () => {
  const mixed = ALL.slice(0, RECOVERY_LENGTH).map(
    (number) => listWords(RECOVERY_LANGUAGES[number % 4] ?? 'en')[number],
  );
  expect(read(mixed.join(' '))).toEqual(ALL.slice(0, RECOVERY_LENGTH));
});

describe.each(['en', 'ru'] as const)('%s', (language) => {
  const list = listWords(language).map(plainWord);

  test('has short words of plain letters, no two of which begin with the same four', () => {
    for (const word of list) expect(word).toMatch(language === 'en' ? /^[a-z]{3,10}$/ : /^[а-я]{2,9}$/);
    expect(new Set(list.map((word) => word.slice(0, 4))).size).toBe(256);
  });

  test('has no two words that differ in one letter', () => {
    const near = list.flatMap((word, at) =>
      list
        .slice(at + 1)
        .filter((other) => isOneLetterOff(word, other))
        .map((other) => `${word} ${other}`),
    );
    expect(near).toEqual([]);
    expect([isOneLetterOff('lamb', 'lamp'), isOneLetterOff('cave', 'caves'), isOneLetterOff('caves', 'cave')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('is known by its first four letters, but not by wrong ones after them', () => {
    expect(list.map((word) => findWord(word.slice(0, 4)))).toEqual(ALL);
    for (const word of list) expect(findWord(`${word}xx`), word).toBeUndefined();
  });
});

describe.each(['zh-Hans', 'zh-Hant'] as const)('%s', (language) => {
  const list = listWords(language);

  test('has words of two characters, none of which is another one turned round', () => {
    for (const word of list) expect(word).toMatch(/^\p{Script=Han}{2}$/u);
    const known = new Set(list);
    expect(list.filter((word) => word[0] !== word[1] && known.has([...word].toReversed().join('')))).toEqual([]);
  });

  test('is read without blanks', () => expect(read(list.join(''))).toEqual(ALL));
});

test.each(['', 'x', 'xyzzy', 'app', '苹', '苹香', '42'])('%j is no word', (typed) => {
  expect(findWord(typed)).toBeUndefined();
});

test('the lists are those that players have on paper', () => {
  // Never to be changed after the first release: other lists need another form of what is kept.
  expect(RECOVERY_LANGUAGES.map((language) => printOf(listWords(language).join(' ')))).toEqual(PRINTS);
});

/** Whether one letter changed, added or left out makes one word of the other. */
function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return long.length - short.length <= 1 && rest === long.slice(at + 1);
}

/** FNV-1a, 32 bits. */
function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16);
}
const PRINTS = ['43a56795', '9a3c47c4', '5eeb259a', '8890bbda'];
