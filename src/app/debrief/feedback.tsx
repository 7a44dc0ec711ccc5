import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { stemText, type Item, type OptionResult, type Rank, type Scored } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { useActText, useText } from '../text.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { RankSeal, type SealTier } from '../ui/rank-seal.tsx';

interface FeedbackProps {
  readonly act: string;
  readonly item: Item;
  readonly scored: Scored;
  next(): void;
  readonly last: boolean;
}

const TIER: Readonly<Record<Rank, SealTier>> = {
  'low-soldier': 'soldier',
  'common-soldier': 'soldier',
  'senior-soldier': 'soldier',
  general: 'general',
  marshal: 'marshal',
};

function markOf(option: OptionResult): { readonly icon: IconName; readonly kind: string } {
  if (option.credit >= 1) return { icon: 'tick', kind: 'right' };
  return option.credit > 0 ? { icon: 'half', kind: 'partly' } : { icon: 'cross', kind: 'wrong' };
}

/** After the answer: every option with what it teaches, the chosen one and the better one marked by sign and word. */
export function Feedback({ act, item, scored, next, last }: FeedbackProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const verdict = useRef<HTMLParagraphElement>(null);
  useEffect(() => verdict.current?.focus(), []);
  const word = scored.right ? 'right' : scored.score > 0 ? 'partly' : 'wrong';
  const options =
    item.kind === 'ordering'
      ? [...scored.options].sort((a, b) => (a.keyPlace ?? 0) - (b.keyPlace ?? 0))
      : scored.options;
  return (
    <>
      <h2 class="stem">{at(stemText(item).key)}</h2>
      <p ref={verdict} tabIndex={-1} class={`verdict verdict-${word}`}>
        <Icon name={word === 'right' ? 'tick' : word === 'partly' ? 'half' : 'cross'} />
        {t(`debrief.${word}`)}
      </p>
      <ul class="answers">
        {options.map((option) => (
          <Answer key={option.option} act={act} option={option} isOrdering={item.kind === 'ordering'} />
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={next}>
          {last ? t('debrief.finish') : t('debrief.next')}
        </button>
      </div>
    </>
  );
}

interface AnswerProps {
  readonly act: string;
  readonly option: OptionResult;
  readonly isOrdering: boolean;
}

function Answer({ act, option, isOrdering }: AnswerProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const { icon, kind } = markOf(option);
  const { rank } = option;
  const place = formatNumber((option.keyPlace ?? 0) + 1);
  return (
    <li class={`answer answer-${kind} ${option.chosen && !isOrdering ? 'answer-chosen' : ''}`}>
      <span class="answer-mark">
        {rank ? <RankSeal tier={TIER[rank]} earned name={t(`debrief.rank.${rank}`)} /> : <Icon name={icon} />}
      </span>
      <div>
        <p class="answer-text">{at(option.text.key, option.text.values)}</p>
        <p class="answer-notes">
          {isOrdering ? (
            <span>
              {option.place === option.keyPlace ? t('debrief.orderRight') : t('debrief.orderMoved', { number: place })}
            </span>
          ) : null}
          {rank ? <span>{t('debrief.shows', { rank: t(`debrief.rank.${rank}`) })}</span> : null}
          {option.chosen && !isOrdering ? <span>{t('debrief.chosen')}</span> : null}
          {option.credit >= 1 && !option.chosen ? <span>{t('debrief.best')}</span> : null}
        </p>
        <p class="answer-feedback">{at(option.feedback.key, option.feedback.values)}</p>
      </div>
    </li>
  );
}
