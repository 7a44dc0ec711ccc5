/** The way up: what the muster is, the one that was left, and those that were held before. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useStore } from 'zustand';
import { formatDate, formatPercent } from '../format.ts';
import { player } from '../player.ts';
import { ROUTES, toMusterResult } from '../routes.ts';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { goTo, PlaceLink } from '../ui/place.tsx';
import { RankSeal } from '../ui/rank-seal.tsx';
import { Waiting, type PartProps } from './part.tsx';
import { openHall, openHallWithWords } from './hall.ts';
import { findSitting } from './sitting.ts';

export function Landing({ stage }: PartProps): JSX.Element {
  const { t } = useText();
  const needs = useArriving('landing', async () => {
    const [{ bank }] = await Promise.all([openHall(), player.ready]);
    return { open: bank !== null, sitting: bank === null ? null : await findSitting(bank) };
  });
  const { examinations } = useStore(player.progress);
  const last = examinations.at(-1);
  useEffect(() => {
    stage({ rank: null, beat: 0, state: 'waiting' });
    // The words come while the landing is read; a failure is met where they are needed.
    openHallWithWords().catch(() => undefined);
  }, []);
  return (
    <Waiting needs={needs}>
      {({ open, sitting }) => (
        <section class="sheet landing">
          <p class="large">{t('exam.intro')}</p>
          {sitting === null ? null : (
            <p class="landing-kept">
              {sitting.answers.length === 0 ? t('exam.keptNone') : t('exam.kept', { count: sitting.answers.length })}
            </p>
          )}
          {open ? <Begin kept={sitting !== null} /> : <p>{t('exam.empty')}</p>}
          {last === undefined ? null : (
            <div class="landing-past">
              <h2>{t('exam.past')}</h2>
              <ul class="musters">
                {[...examinations].reverse().map(({ id, at, result }) => (
                  <li key={id}>
                    <RankSeal tier={result.tier} earned name={t(`quiz.rank.${result.rank}`)} />
                    <PlaceLink to={toMusterResult(id)} class="link">
                      {t('exam.pastLine', {
                        date: formatDate(at),
                        rank: t(`quiz.rank.${result.rank}`),
                        sure: formatPercent(result.sureOfRank),
                      })}
                    </PlaceLink>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
      )}
    </Waiting>
  );
}

function Begin({ kept }: { readonly kept: boolean }): JSX.Element {
  const { t } = useText();
  const anew = async (): Promise<void> => {
    await player.examination.drop();
    goTo(ROUTES.musterRun);
  };
  return (
    <div class="buttons">
      <PlaceLink to={ROUTES.musterRun} class="button button-main">
        {kept ? t('exam.resume') : t('exam.begin')}
      </PlaceLink>
      {kept ? (
        <button type="button" class="button button-paper" onClick={() => void anew()}>
          {t('exam.anew')}
        </button>
      ) : null}
    </div>
  );
}
