import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import type { IdeasReport } from '../../wire/team.ts';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { useNames } from '../words/names.ts';
import { boundsOf, heatOf, HEATS } from './heat.ts';

type Standing = IdeasReport['team'][number];

/** People × groups of ideas: the number first, then how it is hatched. */
export function HeatMap({ team, report }: { readonly team: string; readonly report: IdeasReport }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  return (
    <section class="block">
      <h2>{t('ideas.heatMap')}</h2>
      <p class="quiet">{t('ideas.heatText')}</p>
      <Legend />
      <Scroller label={t('ideas.heatMap')}>
        <table class="ledger heat-map">
          <thead>
            <tr>
              <th scope="col" class="stay">
                {t('column.person')}
              </th>
              {report.groups.map((group) => (
                <th key={group} scope="col">
                  {names.group(group)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr class="whole-team">
              <th scope="row" class="stay">
                {t('ideas.wholeTeam')}
              </th>
              {report.team.map((standing, place) => (
                <HeatCell key={report.groups[place]} standing={standing} />
              ))}
            </tr>
            {report.people.map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row" class="stay">
                  <PageLink to={toPerson(team, id)}>{name}</PageLink>
                </th>
                {cells.map((standing, place) => (
                  <HeatCell key={report.groups[place]} standing={standing} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

export function HeatCell({ standing }: { readonly standing: Standing }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  if (standing === null)
    return (
      <td class="heat heat-none">
        <span aria-hidden="true">–</span>
        <span class="unseen">{t('ideas.tooFew')}</span>
      </td>
    );
  const heat = heatOf(standing.standing);
  return (
    <td class={`heat heat-${heat}`}>
      <span class="heat-number">{names.percent(standing.standing)}</span>
      <span class="unseen">
        {t(`ideas.heat.${heat}`)}, {t('ideas.answers', { count: standing.answers })}
      </span>
    </td>
  );
}

function Legend(): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  return (
    <ul class="heat-legend">
      {HEATS.map((heat) => {
        const [from, to] = boundsOf(heat);
        return (
          <li key={heat}>
            <span class={`heat-swatch heat-${heat}`} aria-hidden="true" />
            {t(`ideas.heat.${heat}`)}{' '}
            <span class="quiet">{t('ideas.bounds', { from: names.percent(from), to: names.percent(to) })}</span>
          </li>
        );
      })}
      <li>
        <span class="heat-swatch heat-none" aria-hidden="true">
          –
        </span>
        {t('ideas.tooFew')}
      </li>
    </ul>
  );
}
