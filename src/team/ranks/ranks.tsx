/** Ranks of the latest examinations, with how sure each is: a rank is an estimate, and says so. */
import type { JSX } from 'preact';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { RANKS } from '../../quiz/index.ts';
import type { RanksReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { writeDay } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { orderByRank } from './order.ts';
import { RankMark } from './rank-mark.tsx';
import { RankSpread } from './rank-spread.tsx';
import { RanksPlot } from './ranks-plot.tsx';

export function Ranks({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  return (
    <ReportPage<RanksReport>
      team={team}
      report="ranks"
      filters={['search', 'from', 'to']}
      isEmpty={({ people }) => people.length === 0}
      none={{
        isNone: ({ people }) => people.every(({ latest }) => latest === null),
        heading: t('ranks.noneHeading'),
        text: t('ranks.noneText'),
      }}
    >
      {({ people }) => (
        <>
          <RanksPlot people={people} />
          <RanksTable team={team.id} people={people} />
        </>
      )}
    </ReportPage>
  );
}

type Person = RanksReport['people'][number];

function RanksTable({ team, people }: { readonly team: string; readonly people: readonly Person[] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  return (
    <>
      <h2>{t('ranks.table')}</h2>
      <Scroller label={t('ranks.table')}>
        <table class="ledger ranks-table">
          <thead>
            <tr>
              <th scope="col" class="stay">
                {t('column.person')}
              </th>
              <th scope="col">{t('column.rank')}</th>
              <th scope="col" class="num">
                {t('column.sure')}
              </th>
              <th scope="col">{t('column.spread')}</th>
              <th scope="col">{t('column.before')}</th>
              <th scope="col" class="num">
                {t('column.examinations')}
              </th>
              <th scope="col">{t('column.at')}</th>
            </tr>
          </thead>
          <tbody>
            {orderByRank(people).map(({ id, name, latest, before, examinations }) => (
              <tr key={id}>
                <th scope="row" class="stay">
                  <PageLink to={toPerson(team, id)}>{name}</PageLink>
                </th>
                {latest === null ? (
                  <td colSpan={6} class="quiet">
                    {t('ranks.notYet')}
                  </td>
                ) : (
                  <>
                    <td class="nowrap">
                      <RankMark rank={latest.rank} /> {names.rank(latest.rank)}
                    </td>
                    <td class="num">{names.percent(latest.sureOfRank)}</td>
                    <td>
                      <RankSpread ranks={latest.ranks} />
                    </td>
                    <td class="nowrap">
                      {before === null
                        ? '–'
                        : before === latest.rank
                          ? t('ranks.same')
                          : t(RANKS.indexOf(latest.rank) > RANKS.indexOf(before) ? 'ranks.up' : 'ranks.down', {
                              rank: names.rank(before),
                            })}
                    </td>
                    <td class="num">{formatNumber(examinations)}</td>
                    <td class="nowrap">{writeDay(latest.at)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  );
}
