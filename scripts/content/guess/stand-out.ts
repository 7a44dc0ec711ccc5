/**
 * An option that is much longer than all others catches the eye before anything is read. The guessers find a habit of the whole
 * bank; one item by itself is too few for them, so it is measured here.
 */
import type { Language } from '../../../src/i18n/languages.ts';
import { optionText, type Item } from '../../../src/quiz/index.ts';
import type { BankTexts } from '../read-bank.ts';
import { CHOOSING } from './choosing.ts';

/** So many times as long as the second longest is too long. */
const MUCH = 2;
/** Options shorter than this, in signs, are single words and numbers: there lengths differ and tell nothing. */
const WORDS = 8;

/** What must be mended, a line for each item. */
export function findStandingOut(items: readonly Item[], language: Language, texts: BankTexts): readonly string[] {
  return items
    .filter(({ kind }) => CHOOSING.includes(kind))
    .flatMap((item) => {
      const lengths = item.options
        .map((option) => ({ option, length: [...(texts.get(optionText(item, option).key) ?? '')].length }))
        .toSorted((a, b) => b.length - a.length);
      const [longest, second] = lengths;
      if (longest === undefined || second === undefined || second.length < WORDS) return [];
      if (longest.length <= MUCH * second.length) return [];
      const file = `levels/bank/${item.idea}/${language}.json`;
      return [
        `${file}: items.${item.id}.options.${longest.option}.text: stands out: ${longest.length} signs, and the next longest option has ${second.length}`,
      ];
    });
}
