/** People × acts: who has played what, how often, and whether it got better. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { ProgressCell, ProgressReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { writeAgo } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { ActTotals } from './act-totals.tsx';
import { Cell } from './cell.tsx';

export function Progress({ team }: TeamPageProps): JSX.Element {
  return (
    <ReportPage<ProgressReport>
      team={team}
      report="progress"
      filters={['search', 'act', 'from', 'to']}
      isEmpty={({ people }) => people.length === 0}
    >
      {(report) => <Matrix team={team.id} report={report} />}
    </ReportPage>
  );
}

function Matrix({ team, report }: { readonly team: string; readonly report: ProgressReport }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const [now] = useState(() => Date.now());
  return (
    <>
      <ActTotals team={team} report={report} />
      <h2>{t('progress.matrix')}</h2>
      <p class="quiet">{t('progress.reading')}</p>
      <Scroller label={t('progress.matrix')}>
        <table class="ledger matrix">
          <thead>
            <tr>
              <th scope="col" class="stay">
                {t('column.person')}
              </th>
              {report.acts.map((act) => (
                <th key={act} scope="col">
                  {names.act(act)}
                </th>
              ))}
              <th scope="col">{t('column.last')}</th>
            </tr>
          </thead>
          <tbody>
            {report.people.map((person) => {
              const cells = new Map<string, ProgressCell>(person.cells.map((cell) => [cell.act, cell]));
              return (
                <tr key={person.id}>
                  <th scope="row" class="stay">
                    <PageLink to={toPerson(team, person.id)}>{person.name}</PageLink>
                  </th>
                  {report.acts.map((act) => (
                    <td key={act}>
                      <Cell cell={cells.get(act) ?? null} />
                    </td>
                  ))}
                  <td class="quiet nowrap">
                    {person.lastAt === null ? t('progress.never') : writeAgo(Date.parse(person.lastAt), now)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      <p class="quiet">
        {t('progress.people', { count: report.people.length, number: formatNumber(report.people.length) })}
      </p>
    </>
  );
}
