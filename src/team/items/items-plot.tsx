/** Every question as a point: how many get it right, and how well it tells strong from weak. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatPercent } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { ItemsReport } from '../../wire/team.ts';
import { bottomAxis, leftAxis, STILL } from '../plots/axes.ts';
import { Plot } from '../plots/plot.tsx';
import { writeSigned } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { readItem } from './reading.ts';

type Told = ItemsReport['items'][number];

export function ItemsPlot({ items }: { readonly items: readonly Told[] }): JSX.Element | null {
  const { t } = usePartText('team');
  const names = useNames();
  const placed = useMemo(
    () =>
      items
        .filter((item): item is Told & { readonly discrimination: number } => item.discrimination !== null)
        .toSorted((a, b) => a.facility - b.facility),
    [items],
  );
  const data = useMemo((): uPlot.AlignedData => {
    const isGood = placed.map((item) => readItem(item) === 'good');
    return [
      placed.map(({ facility }) => facility * 100),
      placed.map(({ discrimination }, place) => (isGood[place] === true ? discrimination : null)),
      placed.map(({ discrimination }, place) => (isGood[place] === true ? null : discrimination)),
    ];
  }, [placed]);
  if (placed.length < 3) return null;
  const odd = placed.filter((item) => readItem(item) !== 'good').length;
  return (
    <section class="block block-plot">
      <h2>{t('items.plot')}</h2>
      <Plot
        label={t('items.plotLabel', { count: placed.length, odd })}
        data={data}
        height={260}
        caption={t('items.plotText')}
        options={(inks) => ({
          ...STILL,
          scales: { x: { time: false, range: () => [-3, 103] }, y: { range: () => [-1.05, 1.05] } },
          axes: [
            {
              ...bottomAxis(
                inks,
                (value) => formatPercent(value / 100),
                () => [0, 25, 50, 75, 100],
              ),
              label: t('items.facility'),
              labelFont: inks.font,
              labelSize: Math.round(20 * inks.scale),
            },
            {
              ...leftAxis(inks, (value) => writeSigned(value, 1), [0.5]),
              label: t('items.discrimination'),
              labelFont: inks.font,
              labelSize: Math.round(22 * inks.scale),
              size: Math.round(46 * inks.scale),
            },
          ],
          series: [
            {},
            {
              paths: () => null,
              points: { show: true, size: 8 * inks.scale, fill: inks.jade, stroke: inks.jade },
            },
            {
              paths: () => null,
              points: {
                show: true,
                size: 9 * inks.scale,
                width: 2 * inks.scale,
                fill: inks.leaf,
                stroke: inks.cinnabar,
              },
            },
          ],
        })}
        table={
          <table class="ledger">
            <caption class="unseen">{t('items.plot')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.idea')}</th>
                <th scope="col" class="num">
                  {t('items.facility')}
                </th>
                <th scope="col" class="num">
                  {t('items.discrimination')}
                </th>
              </tr>
            </thead>
            <tbody>
              {placed.map((item) => (
                <tr key={item.item}>
                  <th scope="row">{names.idea(item.idea)}</th>
                  <td class="num">{names.percent(item.facility)}</td>
                  <td class="num">{writeSigned(item.discrimination)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </section>
  );
}
