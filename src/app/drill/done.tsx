/** The end of a drill: what was settled, when each idea comes back, and what is still due. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useStore } from 'zustand';
import type { Debrief } from '../../quiz/index.ts';
import { loadIdeaNames } from '../examination/ideas.ts';
import { formatDaysFromNow, formatNumber } from '../format.ts';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { PlaceLink } from '../ui/place.tsx';
import { findDueToday } from './due.ts';

export function DrillDone({ drill, again }: { readonly drill: Debrief; again(): void }): JSX.Element {
  const { t, language } = useText();
  const progress = useStore(player.progress);
  const names = useArriving('names', loadIdeaNames);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const now = Date.now();
  const { cards, due } = findDueToday(progress, now);
  const ideas = [...new Set(drill.answered.map(({ sitting }) => sitting.item.idea))];
  const unsettled = new Set(
    drill.answered
      .filter(({ sitting, scored }) => sitting.round === 1 && !scored.settled)
      .map(({ sitting }) => sitting.item.idea),
  );
  const back = ideas.map((idea) => ({ idea, due: cards[idea]?.due ?? now })).sort((a, b) => a.due - b.due);
  return (
    <section class="sheet">
      <h2 ref={heading} tabIndex={-1}>
        {t('drill.done')}
      </h2>
      <p class="large">
        {t('drill.doneText', { count: ideas.length, settled: formatNumber(ideas.length - unsettled.size) })}
      </p>
      {names.state === 'here' ? (
        <table class="drill-back">
          <caption>{t('drill.back')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('drill.idea')}</th>
              <th scope="col">{t('drill.when')}</th>
            </tr>
          </thead>
          <tbody>
            {back.map(({ idea, due: at }) => (
              <tr key={idea}>
                <th scope="row">{names.thing(idea, language)}</th>
                <td>{formatDaysFromNow(at, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {due.length > 0 ? <p>{t('drill.stillDue', { count: due.length })}</p> : null}
      <div class="buttons">
        {due.length > 0 ? (
          <button type="button" class="button button-main" onClick={again}>
            {t('drill.more')}
          </button>
        ) : null}
        <PlaceLink to={ROUTES.campaign} class={due.length > 0 ? 'button button-paper' : 'button button-main'}>
          {t('page.toCampaign')}
        </PlaceLink>
        <PlaceLink to={ROUTES.muster} class="button button-paper">
          {t('drill.toMuster')}
        </PlaceLink>
      </div>
    </section>
  );
}
