/** One option after the answer: its sign, its words, what was done with it, and what it teaches. */
import type { JSX } from 'preact';
import type { Item, OptionResult, Rank } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { useText, type ShellTexts } from '../text.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { RankSeal, type SealTier } from '../ui/rank-seal.tsx';
import type { ItemWords } from './words.ts';

const TIER: Readonly<Record<Rank, SealTier>> = {
  'low-soldier': 'soldier',
  'common-soldier': 'soldier',
  'senior-soldier': 'soldier',
  general: 'general',
  marshal: 'marshal',
};

interface AnswerProps {
  readonly item: Item;
  readonly option: OptionResult;
  readonly words: ItemWords;
  /** A cloze's gaps in the order of this language. */
  readonly gaps: readonly string[];
}

export function Answer({ item, option, words, gaps }: AnswerProps): JSX.Element {
  const { t } = useText();
  const { icon, kind } = markOf(option);
  const { rank } = option;
  return (
    <li class={`answer answer-${kind} ${isBanded(item, option) ? 'answer-chosen' : ''}`}>
      <span class="answer-mark">
        {rank ? <RankSeal tier={TIER[rank]} earned name={t(`quiz.rank.${rank}`)} /> : <Icon name={icon} />}
      </span>
      <div>
        <p class="answer-text">
          {item.kind === 'estimate' ? words.amount(amountOf(item, option)) : words.option(option.option)}
        </p>
        <p class="answer-notes">
          {notesOf(item, option, words, gaps, t).map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
        <p class="answer-feedback">{words.feedback(option.option)}</p>
      </div>
    </li>
  );
}

function markOf({ credit }: OptionResult): { readonly icon: IconName; readonly kind: string } {
  if (credit >= 1) return { icon: 'tick', kind: 'right' };
  return credit > 0 ? { icon: 'half', kind: 'partly' } : { icon: 'cross', kind: 'wrong' };
}

/** Where something was picked out of several, what was picked has a band; where everything was placed, nothing has. */
function isBanded({ kind }: Item, { chosen }: OptionResult): boolean {
  return chosen && !['ordering', 'matching', 'sorting', 'cloze'].includes(kind);
}

/** An estimate's own number, or the true one: its texts carry them, for the reader's own number format. */
function amountOf(item: Extract<Item, { kind: 'estimate' }>, { text }: OptionResult): number {
  const count = text.values?.['count'];
  return typeof count === 'number' ? count : item.key.value;
}

function notesOf(
  item: Item,
  option: OptionResult,
  words: ItemWords,
  gaps: readonly string[],
  t: ShellTexts['t'],
): readonly string[] {
  const { chosen, credit, rank, place, keyPlace, chosenPlace, rightPlace } = option;
  const numberOf = (gap: string): string => formatNumber(gaps.indexOf(gap) + 1);
  switch (item.kind) {
    case 'ordering':
      return [
        place === keyPlace ? t('quiz.orderRight') : t('quiz.orderMoved', { number: formatNumber((keyPlace ?? 0) + 1) }),
      ];
    case 'matching':
    case 'sorting':
      return [
        chosenPlace === rightPlace
          ? t('quiz.placedRight')
          : t('quiz.youPut', { place: words.place(chosenPlace ?? '') }),
      ];
    case 'cloze':
      return [
        rightPlace === undefined ? t('quiz.notUsed') : t('quiz.belongsGap', { number: numberOf(rightPlace) }),
        ...(chosenPlace === undefined || chosenPlace === rightPlace
          ? []
          : [t('quiz.putGap', { number: numberOf(chosenPlace) })]),
      ];
    case 'multiple-response':
      if (chosen) return [t('quiz.chosen')];
      return [credit >= 1 ? t('quiz.alsoRight') : t('quiz.leftOut')];
    case 'single-choice':
    case 'graded-judgement':
    case 'true-false-reason':
    case 'estimate':
      return [
        ...(rank ? [t('quiz.shows', { rank: t(`quiz.rank.${rank}`) })] : []),
        ...(chosen ? [t('quiz.chosen')] : []),
        ...(credit >= 1 && !chosen ? [t('quiz.best')] : []),
      ];
  }
}
