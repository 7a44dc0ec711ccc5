import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { PersonReport } from '../../wire/team.ts';
import { HeatCell } from '../ideas/heat-map.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { useNames } from '../words/names.ts';

/** The softest ideas come first, and these many at once. */
const FIRST = 8;

export function PersonIdeas({ ideas }: { readonly ideas: PersonReport['ideas'] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const [all, showAll] = useState(false);
  const ordered = ideas.toSorted((a, b) => a.standing - b.standing);
  return (
    <section class="block">
      <h2>{t('report.ideas')}</h2>
      {ideas.length === 0 ? (
        <p class="quiet">{t('person.noIdeas')}</p>
      ) : (
        <>
          <p class="quiet">{t('person.ideasText')}</p>
          <Scroller label={t('report.ideas')}>
            <table class="ledger heat-map heat-list">
              <thead>
                <tr>
                  <th scope="col">{t('column.idea')}</th>
                  <th scope="col" class="roomy">
                    {t('column.group')}
                  </th>
                  <th scope="col">{t('column.standing')}</th>
                  <th scope="col" class="num">
                    {t('column.answers')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {(all ? ordered : ordered.slice(0, FIRST)).map(({ idea, group, standing, answers }) => (
                  <tr key={idea}>
                    <th scope="row">{names.idea(idea)}</th>
                    <td class="quiet roomy">{names.group(group)}</td>
                    <HeatCell standing={{ standing, answers }} />
                    <td class="num">{answers}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
          {ideas.length > FIRST ? (
            <button type="button" class="press press-quiet" aria-expanded={all} onClick={() => showAll(!all)}>
              {all ? t('person.fewerIdeas') : t('person.allIdeas', { count: ideas.length })}
            </button>
          ) : null}
        </>
      )}
    </section>
  );
}
