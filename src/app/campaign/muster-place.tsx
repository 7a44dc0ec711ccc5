/** The muster platform as a place on the scroll: the way up, the last rank, and what is due for a drill. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { findDueToday } from '../drill/due.ts';
import { player } from '../player.ts';
import { ROUTES, toMusterResult } from '../routes.ts';
import { useText } from '../text.ts';
import { PlaceLink } from '../ui/place.tsx';
import { RankSeal } from '../ui/rank-seal.tsx';

/** The title's own picture, which is on the device already; the style sheet shows the platform in it. */
const pictures = import.meta.glob<string>('../../../assets/built/title-landscape.{avif,webp}', {
  query: '?url',
  import: 'default',
  eager: true,
});

function Platform(): JSX.Element {
  return (
    <picture class="muster-picture">
      <source srcset={pictures['../../../assets/built/title-landscape.avif']} type="image/avif" />
      <img src={pictures['../../../assets/built/title-landscape.webp']} alt="" loading="lazy" decoding="async" />
    </picture>
  );
}

/** Whether a muster was left before its end. */
function useUnfinished(): boolean {
  const [unfinished, setUnfinished] = useState(false);
  useEffect(() => {
    void player.examination.load().then((kept) => setUnfinished(kept !== null));
  }, []);
  return unfinished;
}

/** What waits on the platform at the far end of the scroll, told where the scroll begins; nothing when nothing waits. */
export function MusterWaits(): JSX.Element | null {
  const { t } = useText();
  const progress = useStore(player.progress);
  const unfinished = useUnfinished();
  const { due } = findDueToday(progress, Date.now());
  if (due.length === 0 && !unfinished) return null;
  return (
    <p class="muster-waits">
      {due.length === 0 ? null : (
        <PlaceLink to={ROUTES.drill} class="link">
          {t('musterPlace.due', { count: due.length })}
        </PlaceLink>
      )}
      {unfinished ? (
        <PlaceLink to={ROUTES.musterRun} class="link">
          {t('musterPlace.resume')}
        </PlaceLink>
      ) : null}
    </p>
  );
}

export function MusterPlace(): JSX.Element {
  const { t } = useText();
  const progress = useStore(player.progress);
  const unfinished = useUnfinished();
  const { cards, due } = findDueToday(progress, Date.now());
  const last = progress.examinations.at(-1);
  const rank = last === undefined ? '' : t(`quiz.rank.${last.result.rank}`);
  const met = Object.keys(cards).length > 0;
  return (
    <section class="muster-scroll on-paper" aria-labelledby="muster-scroll">
      <Platform />
      <div class="act-words">
        <h2 id="muster-scroll">{t('musterPlace.heading')}</h2>
        <p>{t('musterPlace.line')}</p>
        {last === undefined ? (
          <p class="act-earned">{t('musterPlace.noRank')}</p>
        ) : (
          <p class="muster-rank">
            <RankSeal tier={last.result.tier} earned name={rank} />
            <PlaceLink to={toMusterResult(last.id)} class="link">
              {t('musterPlace.rank', { rank })}
            </PlaceLink>
          </p>
        )}
        <p class={due.length > 0 ? 'muster-due' : 'act-earned'}>
          {due.length > 0
            ? t('musterPlace.due', { count: due.length })
            : met
              ? t('musterPlace.dueNone')
              : t('musterPlace.dueNothing')}
        </p>
        <div class="buttons">
          <PlaceLink to={unfinished ? ROUTES.musterRun : ROUTES.muster} class="button button-main">
            {unfinished ? t('musterPlace.resume') : t('musterPlace.go')}
          </PlaceLink>
          <PlaceLink to={ROUTES.drill} class="button button-paper">
            {t('musterPlace.drill')}
          </PlaceLink>
        </div>
      </div>
    </section>
  );
}
