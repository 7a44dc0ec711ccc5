/** Results of one act, run after run: does practice help? */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatList, formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { RunBrief } from '../../wire/team.ts';
import { ChoiceEntry } from '../forms/fields.tsx';
import { bottomAxis, leftAxis, STILL } from '../plots/axes.ts';
import { Plot } from '../plots/plot.tsx';
import { writeMoment } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { coursesOf } from './courses.ts';

export function ScoresPlot({ runs }: { readonly runs: readonly RunBrief[] }): JSX.Element | null {
  const { t } = usePartText('team');
  const names = useNames();
  const courses = useMemo(() => coursesOf(runs), [runs]);
  const [chosen, choose] = useState<string | null>(null);
  const course = courses.find(({ act }) => act === chosen) ?? courses[0];
  const data = useMemo(
    (): uPlot.AlignedData => [
      (course?.runs ?? []).map((_, place) => place + 1),
      (course?.runs ?? []).map(({ score }) => score),
    ],
    [course],
  );
  if (course === undefined) return null;
  const scores = course.runs.map(({ score }) => score);
  const low = Math.min(0, ...scores);
  const high = Math.max(1, ...scores);
  return (
    <div class="block-plot">
      {courses.length < 2 ? null : (
        <ChoiceEntry
          label={t('column.act')}
          value={course.act}
          change={choose}
          choices={courses.map(({ act }) => ({ value: act, text: names.act(act) }))}
        />
      )}
      <Plot
        label={t('runs.plotLabel', {
          act: names.act(course.act),
          list: formatList(scores.map((score) => formatNumber(score))),
        })}
        data={data}
        height={160}
        caption={t('runs.plot', { act: names.act(course.act) })}
        options={(inks) => ({
          ...STILL,
          scales: {
            x: { time: false, range: () => [0.6, scores.length + 0.4] },
            y: { range: () => [low, low + (high - low) * 1.12] },
          },
          axes: [
            bottomAxis(inks, (value) => (Number.isInteger(value) ? formatNumber(value) : '')),
            leftAxis(inks, (value) => formatNumber(value)),
          ],
          series: [
            {},
            {
              stroke: inks.indigo,
              width: 2 * inks.scale,
              points: { show: true, size: 7 * inks.scale, fill: inks.indigo, stroke: inks.indigo },
            },
          ],
        })}
        table={
          <table class="ledger">
            <caption class="unseen">{t('runs.plot', { act: names.act(course.act) })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.at')}</th>
                <th scope="col" class="num">
                  {t('column.score')}
                </th>
              </tr>
            </thead>
            <tbody>
              {course.runs.map((run) => (
                <tr key={run.record}>
                  <th scope="row">{writeMoment(run.at)}</th>
                  <td class="num">{formatNumber(run.score)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </div>
  );
}
