/** Judges the lists that visitors' names are made of: every word, and every pair of them. Pure. */
import type { NameLanguage } from '../../src/wire/kiosk.ts';
import { WORDS_IN_LIST } from '../../src/wire/kiosk.ts';
import { joinName, type NameWords } from '../../src/app/claim/visitor-name.ts';
import { BAD_CYRILLIC, BAD_HAN, BAD_LATIN, BAD_SOUNDS } from './bad-words.ts';

/** Something wrong with a word or with a pair. */
export interface NameFault {
  readonly language: NameLanguage;
  /** The word, or both of them. */
  readonly name: string;
  readonly reason: string;
}

/** How a Chinese word sounds: its syllables without tones; undefined when that is not known. */
export type ReadSounds = (word: string) => readonly string[] | undefined;

/** Longest name, in characters: what a line of the board holds on a phone at double text size. */
export const LONGEST: Readonly<Record<NameLanguage, number>> = { en: 25, 'zh-Hans': 5, 'zh-Hant': 6, ru: 31 };

const FORM: Readonly<Record<NameLanguage, readonly [first: RegExp, second: RegExp]>> = {
  en: [/^[A-Z][a-z]+$/, /^[A-Z][a-z]+$/],
  'zh-Hans': [/^\p{sc=Han}{2,3}$/u, /^\p{sc=Han}{2,3}$/u],
  'zh-Hant': [/^\p{sc=Han}{2,3}$/u, /^\p{sc=Han}{2,4}$/u],
  // Every adjective is masculine and so is every noun, so that any of the first agrees with any of the second.
  ru: [/^[А-ЯЁ][а-яё]+(?:ый|ий|ой|ийся)$/, /^[а-яё]*[бвгджзйклмнпрстфхцчшщь]$|^фламинго$|^колибри$/],
};

/** Judges one language's lists. An empty answer is what everybody wants. */
export function judgeNames(language: NameLanguage, words: NameWords, readSounds: ReadSounds): readonly NameFault[] {
  const say = (name: string, reason: string): NameFault => ({ language, name, reason });
  const faults = [...judgeWords(language, words, say)];
  const judge = language.startsWith('zh-') ? judgeChinese(readSounds) : judgeLetters;
  for (const first of words.first)
    for (const second of words.second) {
      const name = joinName(language, first, second);
      if (name.length > LONGEST[language]) faults.push(say(name, `is longer than ${LONGEST[language]} characters`));
      const reason = judge(first, second);
      if (reason !== null) faults.push(say(name, reason));
    }
  return faults;
}

function* judgeWords(
  language: NameLanguage,
  { first, second }: NameWords,
  say: (name: string, reason: string) => NameFault,
): Generator<NameFault> {
  const seen = new Set<string>();
  for (const [place, list] of [first, second].entries()) {
    if (list.length < WORDS_IN_LIST) yield say(`${list.length} words`, `are fewer than ${WORDS_IN_LIST}`);
    for (const word of list) {
      if (!(FORM[language][place] as RegExp).test(word)) yield say(word, 'is not of the form of its list');
      if (seen.has(plain(word))) yield say(word, 'stands there twice');
      seen.add(plain(word));
    }
  }
}

/** As it is compared: small letters, ё as е. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

/** Beginning of a word by which it is the same as another one: `Жемчужный жемчуг`, `Sunny Sunbeam`. */
const STEM = 4;

function judgeLetters(one: string, other: string): string | null {
  const [first, second] = [plain(one), plain(other)];
  if (first.slice(0, STEM) === second.slice(0, STEM)) return 'says the same thing twice';
  for (const bad of LETTERS) {
    const found =
      bad.inside.exec(first + second) ??
      bad.edge.exec(first) ??
      bad.edge.exec(second) ??
      bad.across.exec(`${first}|${second}`);
    if (found !== null) return `has “${found[0].replace('|', '')}” in it`;
    const pair = bad.pairs.find(([begin, end]) => `${first}.`.startsWith(begin) && `${second}.`.startsWith(end));
    if (pair !== undefined) return `has “${pair.join(' + ')}” in it`;
  }
  return null;
}

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;

/** Every way to cut a word in two, with the mark of the place where the two words of a name meet. */
function cutInTwo(word: string): readonly string[] {
  // Two letters are not enough to be heard.
  if (word.length < 3) return [];
  return Array.from({ length: word.length - 1 }, (_, own) => `${word.slice(0, own + 1)}\\|${word.slice(own + 1)}`);
}

const LETTERS = [BAD_LATIN, BAD_CYRILLIC].map((bad) => ({
  inside: new RegExp(anyOf(bad.inside)),
  edge: new RegExp(`^${anyOf(bad.edges)}$`),
  across: new RegExp(anyOf(bad.edges.flatMap(cutInTwo))),
  pairs: bad.pairs,
}));

const SEEN = new RegExp(anyOf(BAD_HAN), 'u');
const HEARD = new RegExp(`(?<= )${anyOf(BAD_SOUNDS)}(?= )`);

function judgeChinese(readSounds: ReadSounds): (first: string, second: string) => string | null {
  return (first, second) => {
    const seen = SEEN.exec(first + second);
    if (seen !== null) return `has 「${seen[0]}」 in it`;
    if (first.at(-1) === second[0]) return 'says one character twice running';
    const [one, other] = [readSounds(first), readSounds(second)];
    if (one === undefined || other === undefined) return 'has a word whose sound is not in sounds.json';
    const heard = HEARD.exec(` ${[...one, ...other].join(' ')} `);
    return heard === null ? null : `sounds like “${heard[0]}”`;
  };
}

/** Words with characters that the faces do not draw. */
export function findUndrawn(language: NameLanguage, { first, second }: NameWords, drawn: string): readonly NameFault[] {
  const known = new Set(drawn);
  return [...first, ...second].flatMap((name) => {
    const lacking = [...name].filter((character) => !known.has(character));
    return lacking.length === 0 ? [] : [{ language, name, reason: `needs ${lacking.join(' ')}, which no face draws` }];
  });
}
