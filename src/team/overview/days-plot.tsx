/** Results a day, the last 28 days. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { Overview } from '../../wire/team.ts';
import { bottomAxis, leftAxis, STILL } from '../plots/axes.ts';
import { asFill, makeHatch } from '../plots/hatch.ts';
import { bars } from '../plots/bars.ts';
import { Plot } from '../plots/plot.tsx';
import { writeDayOfMonth } from '../words/amounts.ts';

/** A label under every seventh day, the last one under today. */
const WEEK = 7;

const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

export function DaysPlot({ days }: { readonly days: Overview['days'] }): JSX.Element {
  const { t } = usePartText('team');
  const data = useMemo(
    (): uPlot.AlignedData => [
      days.map((_, place) => place),
      days.map(({ runs, answers }) => runs + answers),
      days.map(({ runs }) => runs),
    ],
    [days],
  );
  const runs = days.reduce((sum, day) => sum + day.runs, 0);
  const answers = days.reduce((sum, day) => sum + day.answers, 0);
  const counts = { runs: formatNumber(runs), answers: formatNumber(answers) };
  const most = Math.max(4, ...days.map((day) => day.runs + day.answers));
  return (
    <section class="days">
      <h2>{t('days.heading')}</h2>
      <Plot
        label={t('days.label', counts)}
        data={data}
        height={150}
        options={(inks) => ({
          ...STILL,
          scales: { x: { time: false, range: () => [-0.7, days.length - 0.3] }, y: { range: () => [0, most * 1.1] } },
          axes: [
            bottomAxis(
              inks,
              (place) => (days[place] === undefined ? '' : writeDayOfMonth(days[place].day)),
              () => days.map((_, place) => place).filter((place) => (days.length - 1 - place) % WEEK === 0),
            ),
            leftAxis(inks, (value) => formatNumber(value), wholeSteps),
          ],
          series: [{}, bars(asFill(makeHatch(inks.indigo, inks.leaf)), 0.72, 40), bars(inks.indigo, 0.72, 40)],
        })}
        table={
          <table class="ledger">
            <caption class="unseen">{t('days.heading')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.day')}</th>
                <th scope="col" class="num">
                  {t('column.runs')}
                </th>
                <th scope="col" class="num">
                  {t('column.answers')}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, runs: ran, answers: answered }) => (
                <tr key={day}>
                  <th scope="row">{writeDayOfMonth(day)}</th>
                  <td class="num">{formatNumber(ran)}</td>
                  <td class="num">{formatNumber(answered)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
      <p class="key">
        <span class="key-runs">{t('days.runs', { count: runs, number: counts.runs })}</span>
        <span class="key-answers">{t('days.answers', { count: answers, number: counts.answers })}</span>
      </p>
    </section>
  );
}
