/** An item's words, ready to be shown. */
import { optionFeedback, optionText, passageText, placeText, stemText, unitText, type Item } from '../../quiz/index.ts';
import { useBankText } from '../bank.ts';
import { formatNumber } from '../format.ts';
import { splitPassage, type PassagePart } from './passage.ts';

/** Places after the point that an estimate is read out with. */
const DIGITS = 2;

export interface ItemWords {
  readonly stem: string;
  option(option: string): string;
  feedback(option: string): string;
  place(place: string): string;
  /** An estimate's number with its unit. */
  amount(count: number): string;
  /** A cloze's passage, in pieces. */
  passage(gaps: readonly string[]): readonly PassagePart[];
}

/** Words of an item in the language of the moment; the texts of its idea must have been loaded. */
export function useItemWords(item: Item): ItemWords {
  const text = useBankText();
  return {
    stem: text(stemText(item)),
    option: (option) => text(optionText(item, option)),
    feedback: (option) => text(optionFeedback(item, option)),
    place: (place) => text(placeText(item, place)),
    // As a string, so that no plural is looked for: the unit is worded to need none.
    amount: (count) => text({ ...unitText(item, count), values: { count: formatNumber(count, DIGITS) } }),
    passage: (gaps) => splitPassage((values) => text({ ...passageText(item), values }), gaps),
  };
}
