/** What was delivered and does not count, with the reason: kept, so that nobody has to guess where it went. */
import type { JSX } from 'preact';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { MARKS } from '../../wire/delivery.ts';
import type { MarkedReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { writeMoment } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';

export function Marked({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  return (
    <ReportPage<MarkedReport>
      team={team}
      report="marked"
      filters={['search', 'act', 'from', 'to']}
      isEmpty={() => false}
      none={{
        isNone: ({ results }) => results.length === 0,
        heading: t('marked.noneHeading'),
        text: t('marked.noneText'),
      }}
    >
      {({ results }) => <MarkedTable team={team.id} results={results} />}
    </ReportPage>
  );
}

function MarkedTable(props: { readonly team: string; readonly results: MarkedReport['results'] }): JSX.Element {
  const { t } = usePartText('team');
  const { t: server } = usePartText('server');
  const names = useNames();
  return (
    <Scroller label={t('report.marked')}>
      <table class="ledger ledger-cards">
        <thead>
          <tr>
            <th scope="col">{t('column.person')}</th>
            <th scope="col">{t('column.what')}</th>
            <th scope="col">{t('column.at')}</th>
            <th scope="col" class="num">
              {t('column.claimed')}
            </th>
            <th scope="col">{t('column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {props.results.map(({ person, record, type, act, at, mark, claimed }) => {
            const known = MARKS.find((each) => each === mark);
            return (
              <tr key={`${person.id} ${record}`}>
                <th scope="row">
                  <PageLink to={toPerson(props.team, person.id)}>{person.name}</PageLink>
                </th>
                <td data-label={t('column.what')}>
                  {t(`marked.type.${type}`)}
                  {act === null ? null : <span class="quiet"> {names.act(act)}</span>}
                </td>
                <td class="nowrap" data-label={t('column.at')}>
                  {writeMoment(at)}
                </td>
                <td class="num" data-label={t('column.claimed')}>
                  {claimed === null ? '–' : formatNumber(claimed, 2)}
                </td>
                <td class="wide">{known === undefined ? mark : server(`mark.${known}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
