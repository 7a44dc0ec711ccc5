/** What the team knows and what it does not: a heat map of people and groups of ideas, and the worst five ideas. */
import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import type { IdeasReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { HeatMap } from './heat-map.tsx';
import { WorstIdeas } from './worst-ideas.tsx';

export function Ideas({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  return (
    <ReportPage<IdeasReport>
      team={team}
      report="ideas"
      filters={['search', 'act', 'from', 'to']}
      isEmpty={({ people }) => people.length === 0}
      none={{
        isNone: (report) => report.worst.length === 0 && report.team.every((cell) => cell === null),
        heading: t('ideas.noneHeading'),
        text: t('ideas.noneText'),
      }}
    >
      {(report) => (
        <>
          <WorstIdeas worst={report.worst} />
          <HeatMap team={team.id} report={report} />
        </>
      )}
    </ReportPage>
  );
}
