import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import type { Overview } from '../../wire/team.ts';
import { toReport } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { useNames } from '../words/names.ts';

/** The one thing to do with everybody. */
export function ThisWeek({ team, week }: { readonly team: string; readonly week: Overview['thisWeek'] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  return (
    <section class="week">
      <h2>{t('week.heading')}</h2>
      {week === null ? (
        <p>{t('week.nothing')}</p>
      ) : (
        <>
          <p class="week-idea">{names.idea(week.idea)}</p>
          <p>{t('week.share', { count: week.people, percent: names.percent(week.share) })}</p>
          <p>{week.act === null ? t('week.talk') : t('week.play', { act: names.act(week.act) })}</p>
          <p>
            <PageLink to={toReport(team, 'ideas')}>{t('week.toIdeas')}</PageLink>
          </p>
        </>
      )}
    </section>
  );
}
