/**
 * What a made-up name says. A name travels as a language and two places, so that nobody can make one up; the words lie in
 * `levels/kiosk-names/`, and the first 200 of either list keep their places for good.
 */
import type { MadeName, NameLanguage } from '../../wire/kiosk.ts';
import en from '../../../levels/kiosk-names/en.json';
import ru from '../../../levels/kiosk-names/ru.json';
import zhHans from '../../../levels/kiosk-names/zh-Hans.json';
import zhHant from '../../../levels/kiosk-names/zh-Hant.json';

/** The words of one language: any of the first stands before any of the second. */
export interface NameWords {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

export const NAME_WORDS: Readonly<Record<NameLanguage, NameWords>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ru };

/** The name as its language writes it; places beyond the lists, which no server passes on, give an empty word. */
export function nameText({ language, first, second }: MadeName): string {
  const words = NAME_WORDS[language];
  return joinName(language, words.first[first] ?? '', words.second[second] ?? '');
}

/** Chinese writes the two words as one. */
export function joinName(language: NameLanguage, first: string, second: string): string {
  return `${first}${language.startsWith('zh-') ? '' : ' '}${second}`;
}
