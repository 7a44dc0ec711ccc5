/** An answer in a list of many: one line with its sign, verdict and stem, which opens to what is told of it. */
import type { JSX } from 'preact';
import { scoreResponse } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import type { ReviewProps } from './props.ts';
import { Told } from './told.tsx';
import { VERDICT_ICONS, verdictOf } from './verdict.ts';
import { useItemWords } from './words.ts';
import './questions.css';

export function Review({ item, order, response, number }: ReviewProps): JSX.Element {
  const { t } = useText();
  const words = useItemWords(item);
  const scored = scoreResponse(item, response, order);
  const word = verdictOf(scored);
  return (
    <details class="review">
      <summary>
        <span class={`review-mark verdict-${word}`}>
          <Icon name={VERDICT_ICONS[word]} />
          <span>{t(`quiz.${word}`)}</span>
        </span>
        <span class="review-stem">
          <span class="quiet small">{t('quiz.number', { number: formatNumber(number) })}</span>
          <span>{words.stem}</span>
        </span>
      </summary>
      <Told item={item} order={order} scored={scored} words={words} />
    </details>
  );
}
