/** How many hold each rank. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatList, formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { RANKS } from '../../quiz/index.ts';
import type { RanksReport } from '../../wire/team.ts';
import { bottomAxis, leftAxis, STILL } from '../plots/axes.ts';
import { bars } from '../plots/bars.ts';
import { Plot } from '../plots/plot.tsx';
import { useNames } from '../words/names.ts';
import { TIER_OF } from './rank-mark.tsx';

const TIER_INK = { soldier: 'jade', general: 'indigo', marshal: 'cinnabar' } as const;
const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500];

export function RanksPlot({ people }: { readonly people: RanksReport['people'] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const counts = useMemo(
    () => RANKS.map((rank) => people.filter(({ latest }) => latest?.rank === rank).length),
    [people],
  );
  const waiting = people.filter(({ latest }) => latest === null).length;
  const most = Math.max(3, ...counts);
  const said = formatList(
    RANKS.map((rank, place) => t('ranks.said', { rank: names.rank(rank), number: formatNumber(counts[place] ?? 0) })),
  );
  const data = useMemo((): uPlot.AlignedData => {
    const places = RANKS.map((_, place) => place);
    // One series per tier, so that each has its own ink.
    return [
      places,
      ...(['soldier', 'general', 'marshal'] as const).map((tier) =>
        RANKS.map((rank, place) => (TIER_OF[rank] === tier ? (counts[place] ?? 0) : null)),
      ),
    ] as uPlot.AlignedData;
  }, [counts]);
  return (
    <section class="block block-plot">
      <h2>{t('ranks.plot')}</h2>
      <p>{waiting === 0 ? t('ranks.allExamined') : t('ranks.waiting', { count: waiting })}</p>
      <Plot
        label={t('ranks.plotLabel', { list: said })}
        data={data}
        height={190}
        options={(inks, width) => ({
          ...STILL,
          scales: { x: { time: false, range: () => [-0.6, RANKS.length - 0.4] }, y: { range: () => [0, most * 1.12] } },
          axes: [
            bottomAxis(
              inks,
              (place) => {
                const rank = RANKS[place];
                // On a phone five names do not fit beside one another; the table behind has them.
                return rank === undefined ? '' : width < 480 * inks.scale ? String(place + 1) : names.rank(rank);
              },
              () => RANKS.map((_, place) => place),
            ),
            leftAxis(inks, (value) => formatNumber(value), wholeSteps),
          ],
          series: [
            {},
            ...(['soldier', 'general', 'marshal'] as const).map((tier) => bars(inks[TIER_INK[tier]], 0.6, 90)),
          ],
        })}
        table={
          <table class="ledger">
            <caption class="unseen">{t('ranks.plot')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.rank')}</th>
                <th scope="col" class="num">
                  {t('column.people')}
                </th>
              </tr>
            </thead>
            <tbody>
              {RANKS.map((rank, place) => (
                <tr key={rank}>
                  <th scope="row">
                    {formatNumber(place + 1)}. {names.rank(rank)}
                  </th>
                  <td class="num">{formatNumber(counts[place] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </section>
  );
}
