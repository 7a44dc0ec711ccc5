/** Minutes a week, the whole team together, the last eight weeks. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatList, formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { TimeReport } from '../../wire/team.ts';
import { bottomAxis, leftAxis, STILL } from '../plots/axes.ts';
import { asFill, makeHatch } from '../plots/hatch.ts';
import { bars } from '../plots/bars.ts';
import { Plot } from '../plots/plot.tsx';
import { writeMinutes } from '../words/amounts.ts';
import { sumWeeks } from './sum-weeks.ts';

export function WeeksPlot({ people }: { readonly people: TimeReport['people'] }): JSX.Element {
  const { t } = usePartText('team');
  const weeks = useMemo(() => sumWeeks(people.map((person) => person.weeks)), [people]);
  const data = useMemo((): uPlot.AlignedData => {
    const last = weeks.length - 1;
    // The last week is under way, and drawn so.
    return [
      weeks.map((_, place) => place),
      weeks.map((minutes, place) => (place === last ? null : minutes)),
      weeks.map((minutes, place) => (place === last ? minutes : null)),
    ];
  }, [weeks]);
  const most = Math.max(10, ...weeks);
  const nameOf = (place: number): string => {
    const ago = weeks.length - 1 - place;
    return ago === 0 ? t('time.thisWeek') : t('time.weeksAgo', { count: ago });
  };
  return (
    <section class="block block-plot">
      <h2>{t('time.weeks')}</h2>
      <Plot
        label={t('time.weeksLabel', { list: formatList(weeks.map(writeMinutes)) })}
        data={data}
        height={170}
        caption={t('time.underWay')}
        options={(inks, width) => ({
          ...STILL,
          scales: { x: { time: false, range: () => [-0.6, weeks.length - 0.4] }, y: { range: () => [0, most * 1.1] } },
          axes: [
            bottomAxis(
              inks,
              (place) => (width < 560 * inks.scale ? formatNumber(place - weeks.length + 1) : nameOf(place)),
              () => weeks.map((_, place) => place),
            ),
            leftAxis(inks, (value) => formatNumber(value)),
          ],
          series: [{}, bars(inks.indigo, 0.6, 70), bars(asFill(makeHatch(inks.indigo, inks.leaf)), 0.6, 70)],
        })}
        table={
          <table class="ledger">
            <caption class="unseen">{t('time.weeks')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.week')}</th>
                <th scope="col" class="num">
                  {t('column.time')}
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((minutes, place) => (
                <tr key={nameOf(place)}>
                  <th scope="row">{nameOf(place)}</th>
                  <td class="num">{writeMinutes(minutes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </section>
  );
}
