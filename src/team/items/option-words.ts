/** What an option that was taken is called; the names are those that the server counts by (`option`, `option=place`). */
import { optionText, placeText, type Item } from '../../quiz/index.ts';
import type { TeamKey } from '../../i18n/parts.ts';
import type { ShellKey, TextValues } from '../../i18n/index.ts';
import type { TextRef } from '../../kernel/act.ts';

export interface OptionWords {
  bank(ref: TextRef): string;
  t(key: TeamKey, values?: TextValues): string;
  shell(key: ShellKey): string;
  number(value: number): string;
}

/** The words of one option; its name itself where the item is no longer in the bank. */
export function sayOption(item: Item | undefined, taken: string, words: OptionWords): string {
  if (item === undefined) return taken;
  const [option = '', place = ''] = taken.split('=');
  const named = (id: string): string => (item.options.includes(id) ? words.bank(optionText(item, id)) : id);
  switch (item.kind) {
    case 'true-false-reason':
      if (option === 'true') return words.shell('quiz.true');
      return option === 'false' ? words.shell('quiz.false') : named(option);
    case 'estimate':
      return option === 'low' || option === 'high' || option === 'right' ? words.t(`option.${option}`) : taken;
    case 'matching':
    case 'sorting':
      return item.places.includes(place)
        ? words.t('option.at', { option: named(option), place: words.bank(placeText(item, place)) })
        : named(option);
    case 'cloze':
      return words.t('option.inGap', { option: named(option), gap: words.number(item.gaps.indexOf(place) + 1) });
    case 'ordering':
      return words.t('option.inPlace', { option: named(option), place });
    case 'single-choice':
    case 'multiple-response':
    case 'graded-judgement':
      return named(option);
  }
}
