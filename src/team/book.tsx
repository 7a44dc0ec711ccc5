/** The book itself, for somebody who is signed in: the index beside, one page open. */
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Route, Switch, useLocation, useRoute } from 'wouter';
import { usePartText } from '../app/part-text.ts';
import { goTo } from '../app/ui/place.tsx';
import type { SignedIn, TeamShown } from '../wire/accounts.ts';
import { Account } from './account/account.tsx';
import { Audit } from './audit/audit.tsx';
import { Bets } from './bets/bets.tsx';
import { Codes } from './codes/codes.tsx';
import { Ideas } from './ideas/ideas.tsx';
import { Items } from './items/items.tsx';
import { Managers } from './managers/managers.tsx';
import { Marked } from './marked/marked.tsx';
import { Overview } from './overview/overview.tsx';
import { Person } from './person/person.tsx';
import { Progress } from './progress/progress.tsx';
import { Ranks } from './ranks/ranks.tsx';
import { ROUTES, toReport, type ReportName, type TeamDesk } from './routes.ts';
import { listenTo } from './server/live.ts';
import { Page } from './shell/page.tsx';
import { PageLink } from './shell/page-link.tsx';
import { Rail } from './shell/rail.tsx';
import { Settings } from './teams/settings.tsx';
import { Teams } from './teams/teams.tsx';
import { Time } from './time/time.tsx';

/** What every page of a team is given. */
export interface TeamPageProps {
  readonly team: TeamShown;
  readonly who: SignedIn;
}

const PAGES: Readonly<Record<ReportName | TeamDesk, ComponentType<TeamPageProps>>> = {
  overview: Overview,
  progress: Progress,
  ranks: Ranks,
  ideas: Ideas,
  bets: Bets,
  time: Time,
  items: Items,
  marked: Marked,
  codes: Codes,
  settings: Settings,
};

const LAST_TEAM = 'team.last';

function rememberTeam(team: string): void {
  try {
    localStorage.setItem(LAST_TEAM, team);
  } catch {
    // Forbidden or full: next time the first team is opened.
  }
}

function lastTeam(): string | null {
  try {
    return localStorage.getItem(LAST_TEAM);
  } catch {
    return null;
  }
}

/** The team that is opened when none is named: the last one, or the first. */
function firstTeam(who: SignedIn): TeamShown | undefined {
  const last = lastTeam();
  return who.teams.find(({ id }) => id === last) ?? who.teams[0];
}

interface BookProps {
  readonly who: SignedIn;
  /** Signed out meanwhile: nobody sees the page, and it stays as it is. */
  readonly away: boolean;
}

export function Book({ who, away }: BookProps): JSX.Element {
  const [, ofTeam] = useRoute(ROUTES.ofTeam);
  const [, ofPerson] = useRoute(ROUTES.person);
  const id = ofTeam?.team ?? ofPerson?.team ?? null;
  const team = who.teams.find((each) => each.id === id) ?? null;
  useEffect(() => {
    if (team === null || away) return undefined;
    rememberTeam(team.id);
    return listenTo(team.id);
  }, [team?.id, away]);
  return (
    <div class={away ? 'book book-away' : 'book'}>
      <Rail who={who} team={(team ?? firstTeam(who))?.id ?? null} live={team !== null} />
      <Switch>
        <Route path={ROUTES.home}>
          <Home who={who} />
        </Route>
        <Route path={ROUTES.account}>
          <Account who={who} />
        </Route>
        <Route path={ROUTES.teams}>
          <Teams who={who} />
        </Route>
        <Route path={ROUTES.managers}>{who.role === 'owner' ? <Managers who={who} /> : <Nowhere />}</Route>
        <Route path={ROUTES.audit}>{who.role === 'owner' ? <Audit who={who} /> : <Nowhere />}</Route>
        <Route path={ROUTES.person}>
          {({ player }: { readonly player?: string }) =>
            team === null ? <Nowhere /> : <Person key={player} team={team} who={who} player={player ?? ''} />
          }
        </Route>
        <Route path={ROUTES.ofTeam}>
          {({ page }: { readonly page?: string }) => {
            const Shown = page !== undefined && page in PAGES ? PAGES[page as ReportName | TeamDesk] : undefined;
            return team === null || Shown === undefined ? (
              <Nowhere />
            ) : (
              <Shown key={`${team.id} ${page}`} team={team} who={who} />
            );
          }}
        </Route>
        <Route>
          <Nowhere />
        </Route>
      </Switch>
    </div>
  );
}

/** `/team` itself leads on: to the team that was open last, or to the list while there is none. */
function Home({ who }: { readonly who: SignedIn }): null {
  const [path] = useLocation();
  useEffect(() => {
    const team = firstTeam(who);
    goTo(team === undefined ? ROUTES.teams : toReport(team.id, 'overview'), { replace: true });
  }, [path, who]);
  return null;
}

function Nowhere(): JSX.Element {
  const { t } = usePartText('team');
  return (
    <Page name={t('shell.nowhere')} lead={t('shell.nowhereText')}>
      <p>
        <PageLink to={ROUTES.home}>{t('shell.toHome')}</PageLink>
      </p>
    </Page>
  );
}
