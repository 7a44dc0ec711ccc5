/** The first page: who needs me today, and what to do with the whole team this week. To be read in ten seconds. */
import type { JSX } from 'preact';
import type { Overview as OverviewReport } from '../../wire/team.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { TeamPageProps } from '../book.tsx';
import { toPerson, toReport } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { DaysPlot } from './days-plot.tsx';
import { Needs } from './needs.tsx';
import { ThisWeek } from './this-week.tsx';

export function Overview({ team }: TeamPageProps): JSX.Element {
  return (
    <ReportPage<OverviewReport> team={team} report="overview" filters={[]} isEmpty={({ players }) => players === 0}>
      {(report) => (
        <>
          <Figures team={team.id} report={report} />
          <Names team={team.id} report={report} />
          <div class="columns">
            <Needs team={team.id} needs={report.needs} />
            <div class="column">
              <ThisWeek team={team.id} week={report.thisWeek} />
              <DaysPlot days={report.days} />
            </div>
          </div>
        </>
      )}
    </ReportPage>
  );
}

/** The team in five numbers. */
function Figures({ team, report }: { readonly team: string; readonly report: OverviewReport }): JSX.Element {
  const { t } = usePartText('team');
  const started = report.players - report.notStarted;
  const figures = [
    [t('figure.started'), started],
    [t('figure.active'), report.active7Days],
    [t('figure.ready'), report.ready],
  ] as const;
  return (
    <dl class="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {`${formatNumber(value)} `}
            <span class="figure-of">{t('figure.of', { count: report.players })}</span>
          </dd>
        </div>
      ))}
      {report.marked === 0 ? null : (
        <div>
          <dt>
            <PageLink to={toReport(team, 'marked')}>{t('figure.marked', { count: report.marked })}</PageLink>
          </dt>
          <dd>{formatNumber(report.marked)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Who the numbers are: those who are ready, and those who have not begun. */
function Names({ team, report }: { readonly team: string; readonly report: OverviewReport }): JSX.Element | null {
  const { t } = usePartText('team');
  const lists = [
    [t('figure.whoReady'), report.names.ready, report.ready],
    [t('figure.whoNotStarted'), report.names.notStarted, report.notStarted],
  ] as const;
  const shown = lists.filter(([, people]) => people.length > 0);
  if (shown.length === 0) return null;
  return (
    <dl class="named">
      {shown.map(([name, people, all]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <ul>
              {people.map((person) => (
                <li key={person.id}>
                  <PageLink to={toPerson(team, person.id)}>{person.name}</PageLink>
                </li>
              ))}
              {all > people.length ? <li>{t('need.more', { count: all - people.length })}</li> : null}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
