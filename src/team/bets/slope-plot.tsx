/** Before and after, as slopes: one line for each answer, from the share of first bets to the share of later ones. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatList, formatNumber, formatPercent } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { bottomAxis, leftAxis, STILL } from '../plots/axes.ts';
import type { Inks } from '../plots/inks.ts';
import { Plot } from '../plots/plot.tsx';
import { useNames } from '../words/names.ts';
import type { ActBets } from './bets.tsx';
import { shareOf } from './share-of.ts';

/** Each line has an ink, a dash and a number at its end: three ways to tell it from the others. */
const LOOKS: readonly { readonly ink: 'indigo' | 'cinnabar' | 'jade' | 'ink' | 'quiet'; readonly dash: number[] }[] = [
  { ink: 'indigo', dash: [] },
  { ink: 'cinnabar', dash: [10, 5] },
  { ink: 'jade', dash: [3, 4] },
  { ink: 'ink', dash: [12, 4, 3, 4] },
  { ink: 'quiet', dash: [2, 2] },
  { ink: 'indigo', dash: [6, 3] },
];

const lookOf = (place: number): (typeof LOOKS)[number] => LOOKS[place % LOOKS.length] ?? { ink: 'ink', dash: [] };

export function SlopePlot({ bets, nameOf }: { readonly bets: ActBets; nameOf(choice: string): string }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const before = bets.options.reduce((sum, option) => sum + option.before, 0);
  const after = bets.options.reduce((sum, option) => sum + option.after, 0);
  const data = useMemo(
    (): uPlot.AlignedData => [
      [0, 1],
      ...bets.options.map((option) => [
        shareOf(option.before, before) * 100,
        after === 0 ? null : shareOf(option.after, after) * 100,
      ]),
    ],
    [bets],
  );
  const list = formatList(
    bets.options.map((option) =>
      t('bets.said', {
        option: nameOf(option.choice),
        before: names.percent(shareOf(option.before, before)),
        after: after === 0 ? '–' : names.percent(shareOf(option.after, after)),
      }),
    ),
  );
  return (
    <div class="slopes">
      <Plot
        label={t('bets.label', { list })}
        data={data}
        height={210}
        options={(inks) => ({
          ...STILL,
          padding: [10 * inks.scale, 34 * inks.scale, 0, 0],
          scales: { x: { time: false, range: () => [-0.12, 1.12] }, y: { range: () => [-4, 104] } },
          axes: [
            bottomAxis(
              inks,
              (place) => (place === 0 ? t('bets.before') : t('bets.after')),
              () => [0, 1],
            ),
            leftAxis(inks, (value) => formatPercent(value / 100), [25, 50]),
          ],
          series: [{}, ...bets.options.map((_, place) => lineOf(inks, place))],
          hooks: { draw: [(plot: uPlot): void => numberLines(plot, inks)] },
        })}
        table={
          <table class="ledger">
            <caption class="unseen">{t('bets.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.answer')}</th>
                <th scope="col" class="num">
                  {t('bets.before')}
                </th>
                <th scope="col" class="num">
                  {t('bets.after')}
                </th>
              </tr>
            </thead>
            <tbody>
              {bets.options.map((option) => (
                <tr key={option.choice}>
                  <th scope="row">{nameOf(option.choice)}</th>
                  <td class="num">
                    {formatNumber(option.before)} ({names.percent(shareOf(option.before, before))})
                  </td>
                  <td class="num">
                    {formatNumber(option.after)} {after === 0 ? '' : `(${names.percent(shareOf(option.after, after))})`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
      <ol class="slope-key">
        {bets.options.map((option, place) => (
          <li key={option.choice} class={`slope-${lookOf(place).ink}`}>
            <svg viewBox="0 0 40 10" width="40" height="10" aria-hidden="true">
              <path
                d="M0 5H40"
                stroke="currentColor"
                stroke-width="2.5"
                stroke-dasharray={lookOf(place).dash.join(' ')}
              />
            </svg>
            <span>{nameOf(option.choice)}</span>
            <span class="num">
              {t('bets.change', {
                before: names.percent(shareOf(option.before, before)),
                after: after === 0 ? '–' : names.percent(shareOf(option.after, after)),
              })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function lineOf(inks: Inks, place: number): uPlot.Series {
  const { ink, dash } = lookOf(place);
  return {
    stroke: inks[ink],
    width: 2.5 * inks.scale,
    dash,
    points: { show: true, size: 8 * inks.scale, fill: inks[ink], stroke: inks[ink] },
  };
}

/** Puts the number that a line has in the key at its right end; those that meet stand beside one another. */
function numberLines(plot: uPlot, inks: Inks): void {
  const { ctx } = plot;
  ctx.save();
  ctx.font = inks.font.replace(/^\d+/, (size) => String(Number(size) * devicePixelRatio));
  ctx.textBaseline = 'middle';
  const taken: number[] = [];
  plot.data.slice(1).forEach((values, place) => {
    const last = values[1] ?? values[0];
    if (last === null || last === undefined) return;
    const at = values[1] === null || values[1] === undefined ? 0 : 1;
    const y = plot.valToPos(last, 'y', true);
    const met = taken.filter((other) => Math.abs(other - y) < 14 * devicePixelRatio).length;
    taken.push(y);
    ctx.fillStyle = inks[lookOf(place).ink];
    const x = plot.valToPos(at, 'x', true) + 6 * devicePixelRatio + (8 + met * 13) * inks.scale * devicePixelRatio;
    ctx.fillText(String(place + 1), x, y);
  });
  ctx.restore();
}
