import { listWords, RECOVERY_LANGUAGES, type RecoveryLanguage } from './words.ts';

/** A word as it is compared: small letters, narrow letters, е for ё, nothing around it. */
export function plainWord(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е');
}

const HAN = /^\p{Script=Han}+$/u;

const numbers = new Map<string, number>();
for (const language of RECOVERY_LANGUAGES)
  for (const [number, word] of listWords(language).entries()) numbers.set(plainWord(word), number);

/** Letters that are enough to tell a word from all others of its language. */
const ENOUGH = 4;
const byBeginning = new Map<string, string>();
for (const word of numbers.keys()) if (word.length > ENOUGH) byBeginning.set(word.slice(0, ENOUGH), word);

/**
 * The number of a word in whatever language it is, written out or from its fourth letter on cut off; undefined when it is
 * none.
 */
export function findWord(typed: string): number | undefined {
  const word = plainWord(typed);
  const begun = byBeginning.get(word.slice(0, ENOUGH));
  return numbers.get(word) ?? (begun?.startsWith(word) === true ? numbers.get(begun) : undefined);
}

/** Words that begin so, those of the given language first; at most `most`. Nothing for nothing. */
export function completeWord(typed: string, language: RecoveryLanguage, most = 6): readonly string[] {
  const begun = plainWord(typed);
  if (begun === '') return [];
  const languages = [language, ...RECOVERY_LANGUAGES.filter((other) => other !== language)];
  const words = languages.flatMap((each) => listWords(each).filter((word) => plainWord(word).startsWith(begun)));
  return [...new Set(words)].slice(0, most);
}

/**
 * Words of a pasted or typed line: with numbers, commas or full stops between them, or only blanks; Chinese ones also
 * without.
 */
export function splitWords(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[\s\d.,;:、，。；)]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (HAN.test(word) ? (word.match(/.{1,2}/gu) ?? []) : [word]));
}
