/** What every report has: its filters, download and print, and a way to say that nothing is here yet. */
import type { ComponentChildren, JSX } from 'preact';
import { useSearch } from 'wouter';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import type { TeamShown } from '../../wire/accounts.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { filePath, isFiltered, readFilters, reportPath, type FilterName } from '../filters/filters.ts';
import { toReport, type ReportName } from '../routes.ts';
import { useAnswer } from '../server/use-answer.ts';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';
import { PageLink } from './page-link.tsx';
import { WithAnswer } from './with-answer.tsx';

interface ReportPageProps<T> {
  readonly team: TeamShown;
  readonly report: ReportName;
  readonly filters: readonly FilterName[];
  /** Whether there is nothing to show, for other reasons than the filters. */
  isEmpty(report: T): boolean;
  /** What is said where people are and nothing of them is to be shown. A filter that leaves nothing is told as such. */
  readonly none?: { isNone(report: T): boolean; readonly heading: string; readonly text: string };
  children(report: T): ComponentChildren;
}

export function ReportPage<T>(props: ReportPageProps<T>): JSX.Element {
  const { t } = usePartText('team');
  const { team, report } = props;
  const search = useSearch();
  const filters = Object.fromEntries(
    Object.entries(readFilters(search)).filter(([name]) => props.filters.includes(name as FilterName)),
  );
  const path = reportPath(team.id, report, filters);
  const answer = useAnswer<T>(report, path);
  const filtered = isFiltered(filters);
  return (
    <Page name={t(`report.${report}`)} over={team.name} lead={t(`lead.${report}`)} tools={<ReportTools path={path} />}>
      {props.filters.length === 0 ? null : <FilterBar shown={props.filters} />}
      <WithAnswer answer={answer}>
        {(told) => {
          const empty = props.isEmpty(told);
          const { none } = props;
          if (!empty && none?.isNone(told) !== true) return props.children(told);
          if (filtered) return <Empty heading={t('empty.filtered')} text={t('empty.filteredText')} />;
          return empty || none === undefined ? (
            <NothingYet team={team} />
          ) : (
            <Empty heading={none.heading} text={none.text} />
          );
        }}
      </WithAnswer>
    </Page>
  );
}

/** Nobody is in the team, or nobody has played: what to do first. */
function NothingYet({ team }: { readonly team: TeamShown }): JSX.Element {
  const { t } = usePartText('team');
  if (team.players > 0) return <Empty heading={t('empty.nothing')} text={t('empty.nothingText')} />;
  return (
    <Empty
      heading={t('empty.nobody')}
      text={t('empty.nobodyText')}
      steps={[t('teams.stepCode'), t('teams.stepShow'), t('teams.stepWatch')]}
    >
      <PageLink to={toReport(team.id, 'codes')} class="press press-main">
        {t('empty.toCodes')}
      </PageLink>
    </Empty>
  );
}

/** Download and print. `path`: the report's address at the server, with its filters. */
export function ReportTools({ path }: { readonly path: string }): JSX.Element {
  const { t } = usePartText('team');
  const { language } = useText();
  return (
    <>
      <a class="press press-quiet" href={filePath(path, language)} download>
        {t('tools.csv')}
      </a>
      <button type="button" class="press press-quiet" onClick={() => print()}>
        {t('tools.print')}
      </button>
    </>
  );
}
