/** The book's index: which team, which page. On a phone it is a sheet behind one button. */
import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { useLocation } from 'wouter';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import { LanguageChoice } from '../../app/ui/language-choice.tsx';
import { goTo } from '../../app/ui/place.tsx';
import type { SignedIn } from '../../wire/accounts.ts';
import { REPORTS, ROUTES, TEAM_DESKS, toReport } from '../routes.ts';
import { leave } from '../session/leave.ts';
import { LiveLine } from './live-line.tsx';
import { PageLink } from './page-link.tsx';

interface RailProps {
  readonly who: SignedIn;
  /** The team whose pages are listed: the one that is open, or was last; null while there is none. */
  readonly team: string | null;
  /** Whether its news are being listened to. */
  readonly live: boolean;
}

export function Rail({ who, team, live }: RailProps): JSX.Element {
  const { t } = usePartText('team');
  const { t: shell } = useText();
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const index = useId();
  useEffect(() => setOpen(false), [path]);
  const here = (to: string): 'page' | undefined => (path === to ? 'page' : undefined);
  const link = (to: string, text: string): JSX.Element => (
    <li key={to}>
      <PageLink to={to} class="rail-link" current={here(to)}>
        {text}
      </PageLink>
    </li>
  );
  return (
    <header class={open ? 'rail rail-open' : 'rail'}>
      <a class="skip press press-main" href="#page">
        {t('shell.skip')}
      </a>
      <div class="rail-top">
        <PageLink to={ROUTES.home} class="rail-name">
          <img src="/emblem.svg" alt="" width="28" height="28" />
          <span>{shell('title.name')}</span>
        </PageLink>
        <button
          type="button"
          class="press rail-opener"
          aria-expanded={open}
          aria-controls={index}
          onClick={() => setOpen(!open)}
        >
          {t('shell.menu')}
        </button>
      </div>
      <div class="rail-index" id={index}>
        {team === null ? null : <TeamChoice who={who} team={team} />}
        {team === null ? null : (
          <nav aria-label={t('shell.reports')}>
            <ul>{REPORTS.map((name) => link(toReport(team, name), t(`report.${name}`)))}</ul>
            <ul>{TEAM_DESKS.map((name) => link(toReport(team, name), t(`desk.${name}`)))}</ul>
          </nav>
        )}
        <nav aria-label={t('shell.house')}>
          <ul>
            {link(ROUTES.teams, t('desk.teams'))}
            {who.role === 'owner' ? link(ROUTES.managers, t('desk.managers')) : null}
            {who.role === 'owner' ? link(ROUTES.audit, t('desk.audit')) : null}
            {link(ROUTES.account, t('desk.account'))}
          </ul>
        </nav>
        <div class="rail-foot">
          {live ? <LiveLine /> : null}
          <LanguageChoice />
          <button type="button" class="rail-link" onClick={() => void leave()}>
            {t('session.leave', { name: who.name })}
          </button>
        </div>
      </div>
    </header>
  );
}

function TeamChoice({ who, team }: { readonly who: SignedIn; readonly team: string }): JSX.Element {
  const { t } = usePartText('team');
  return (
    <label class="team-choice">
      <span>{t('shell.team')}</span>
      <select value={team} onChange={(event) => goTo(toReport(event.currentTarget.value, 'overview'))}>
        {who.teams.map(({ id, name }) => (
          <option key={id} value={id} selected={id === team}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
