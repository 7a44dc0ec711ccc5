/** How long and how often people play, and whether they come back. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { TimeReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { writeAgo, writeMinutes } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { WeekColumns } from './week-columns.tsx';
import { WeeksPlot } from './weeks-plot.tsx';

export function Time({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  return (
    <ReportPage<TimeReport>
      team={team}
      report="time"
      filters={['search', 'act', 'from', 'to']}
      isEmpty={({ people }) => people.length === 0}
    >
      {(report) => (
        <>
          <Returned report={report} />
          <WeeksPlot people={report.people} />
          <h2>{t('time.table')}</h2>
          <TimeTable team={team.id} report={report} />
        </>
      )}
    </ReportPage>
  );
}

function Returned({ report }: { readonly report: TimeReport }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const minutes = report.people.reduce((sum, person) => sum + person.minutes, 0);
  return (
    <dl class="figures">
      <div>
        <dt>{t('time.returned')}</dt>
        <dd>{report.returned === null ? '–' : names.percent(report.returned)}</dd>
      </div>
      <div>
        <dt>{t('time.all')}</dt>
        <dd>{writeMinutes(minutes)}</dd>
      </div>
    </dl>
  );
}

function TimeTable({ team, report }: { readonly team: string; readonly report: TimeReport }): JSX.Element {
  const { t } = usePartText('team');
  const [now] = useState(() => Date.now());
  const most = Math.max(1, ...report.people.flatMap(({ weeks }) => weeks));
  return (
    <Scroller label={t('time.table')}>
      <table class="ledger">
        <thead>
          <tr>
            <th scope="col" class="stay">
              {t('column.person')}
            </th>
            <th scope="col" class="num">
              {t('column.time')}
            </th>
            <th scope="col" class="num">
              {t('column.days')}
            </th>
            <th scope="col">{t('column.weeks')}</th>
            <th scope="col">{t('column.last')}</th>
          </tr>
        </thead>
        <tbody>
          {report.people.map((person) => (
            <tr key={person.id}>
              <th scope="row" class="stay">
                <PageLink to={toPerson(team, person.id)}>{person.name}</PageLink>
              </th>
              <td class="num nowrap">{person.minutes === 0 ? '–' : writeMinutes(person.minutes)}</td>
              <td class="num">{formatNumber(person.days)}</td>
              <td>
                <WeekColumns weeks={person.weeks} most={most} />
              </td>
              <td class="quiet nowrap">
                {person.lastAt === null ? t('progress.never') : writeAgo(Date.parse(person.lastAt), now)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
