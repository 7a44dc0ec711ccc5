import type { JSX } from 'preact';
import type { Estimate, Scored } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { useText } from '../text.ts';
import { DIGITS, Ruler } from './ruler.tsx';

interface EstimateToldProps {
  readonly item: Estimate;
  readonly scored: Scored;
}

/** The ruler with the value, the answer and the bands, and in words what each sign on it means. */
export function EstimateTold({ item, scored: { estimate } }: EstimateToldProps): JSX.Element | null {
  const { t } = useText();
  if (!estimate) return null;
  const { value, exact, near } = item.key;
  const { min, max } = item.range;
  // Only the numbers: what they count stands with the answers below.
  const span = (half: number): string => {
    const from = formatNumber(Math.max(min, value - half), DIGITS);
    const to = formatNumber(Math.min(max, value + half), DIGITS);
    return from === to ? from : t('quiz.span', { from, to });
  };
  return (
    <div class="estimate-told">
      <Ruler item={item} result={estimate} />
      <ul class="ruler-legend">
        <li class="ruler-legend-flag">{t('quiz.mark', { amount: formatNumber(estimate.value, DIGITS) })}</li>
        <li class="ruler-legend-bead">{t('quiz.yours', { amount: formatNumber(estimate.given, DIGITS) })}</li>
        <li class="ruler-legend-exact">{t('quiz.bandExact', { span: span(exact) })}</li>
        <li class="ruler-legend-near">{t('quiz.bandNear', { span: span(near) })}</li>
      </ul>
    </div>
  );
}
