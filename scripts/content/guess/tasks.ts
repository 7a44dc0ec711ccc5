/** What a blind guesser is faced with: one pick among options whose worth it does not know. */
import type { Language } from '../../../src/i18n/languages.ts';
import {
  optionText,
  passageText,
  placeText,
  scoreResponse,
  shuffleOptions,
  stemText,
  type Item,
  type ItemKind,
} from '../../../src/quiz/index.ts';
import type { BankTexts } from '../read-bank.ts';

/** One pick. */
export interface Task {
  readonly item: string;
  readonly kind: ItemKind;
  readonly language: Language;
  /** What is read before the options: the stem, with the passage; in a matching or a sorting, the thing to be placed. */
  readonly stem: string;
  /** The options in the order of the file. */
  readonly options: readonly { readonly id: string; readonly text: string; readonly worth: number }[];
  /** The place of each option on a screen, by one seed. */
  readonly shownAt: readonly number[];
}

/** The seed of the shown order. Any one will do: shuffling does not know the key. */
const SEED = 1;

/**
 * The picks in an item. Choice, judgement: an option, worth its score. Several right, and words of a cloze: an option,
 * worth 1 when it is right, or belongs into a gap. Reason: worth 1 when it is the key. Matching, sorting: a place for
 * each option, worth 1 when it is the option's own. An ordering or an estimate has no options to be picked by their
 * looks. An item whose words are not all there gives none.
 */
export function listTasks(item: Item, language: Language, texts: BankTexts): readonly Task[] {
  const stem = [stemText(item).key, ...(item.kind === 'cloze' ? [passageText(item).key] : [])]
    .map((key) => texts.get(key) ?? '')
    .join(' ');
  const make = (
    ids: readonly string[],
    keyOf: (id: string) => string,
    worthOf: (id: string) => number,
    thing?: string,
  ): Task => {
    const shown = shuffleOptions({ ...item, kind: 'single-choice', options: ids, key: '' }, SEED);
    return {
      item: item.id,
      kind: item.kind,
      language,
      stem: thing ?? stem,
      options: ids.map((id) => ({ id, text: texts.get(keyOf(id)) ?? '', worth: worthOf(id) })),
      shownAt: ids.map((id) => shown.indexOf(id)),
    };
  };
  const keyOf = (option: string): string => optionText(item, option).key;
  return tasksOf(item, texts, make, keyOf).filter((task) => task.options.every(({ text }) => text !== ''));
}

function tasksOf(
  item: Item,
  texts: BankTexts,
  make: (
    ids: readonly string[],
    keyOf: (id: string) => string,
    worthOf: (id: string) => number,
    thing?: string,
  ) => Task,
  keyOf: (option: string) => string,
): readonly Task[] {
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
      return [make(item.options, keyOf, (option) => scoreResponse(item, [option]).score)];
    case 'multiple-response':
      return [make(item.options, keyOf, (option) => Number(item.key.includes(option)))];
    case 'true-false-reason':
      return [make(item.options, keyOf, (option) => Number(item.key.reason === option))];
    case 'cloze':
      return [make(item.options, keyOf, (option) => Number(Object.values(item.key).includes(option)))];
    case 'matching':
    case 'sorting':
      return item.options.map((option) =>
        make(
          item.places,
          (place) => placeText(item, place).key,
          (place) => Number(item.key[option] === place),
          texts.get(keyOf(option)) ?? '',
        ),
      );
    case 'ordering':
    case 'estimate':
      return [];
  }
}
