import type { JSX } from 'preact';
import { formatNumber, formatPercent } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import type { ProgressCell } from '../../wire/team.ts';

/** One person in one act: best result large, first → last and tries small, and how much of the debrief is settled. */
export function Cell({ cell }: { readonly cell: ProgressCell | null }): JSX.Element {
  const { t } = usePartText('team');
  const { t: shell } = useText();
  if (cell === null || cell.attempts === 0)
    return (
      <span class="cell-none">
        <span aria-hidden="true">–</span>
        <span class="unseen">{t('progress.notPlayed')}</span>
      </span>
    );
  const show = (score: number | null): string => (score === null ? '–' : formatNumber(score));
  const settled = cell.debrief === null ? null : shell('page.percent', { value: formatPercent(cell.debrief) });
  return (
    <span class="cell">
      <b>{show(cell.best)}</b>
      <span class="cell-small">
        {cell.attempts === 1
          ? t('progress.once')
          : t('progress.fromTo', {
              count: cell.attempts,
              first: show(cell.first),
              last: show(cell.last),
              arrow: arrowOf(cell),
            })}
      </span>
      <span class={`cell-small ${cell.debrief === 1 ? 'cell-settled' : ''}`}>
        {settled === null ? t('progress.noDebrief') : t('progress.debrief', { percent: settled })}
      </span>
    </span>
  );
}

/** Of arrows the typefaces have these two. */
function arrowOf({ first, last }: ProgressCell): string {
  if (first === null || last === null || first === last) return '–';
  return last > first ? '↑' : '↓';
}
