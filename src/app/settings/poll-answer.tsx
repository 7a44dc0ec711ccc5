import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { PlaceLink } from '../ui/place.tsx';
import { readChoice } from '../welcome/poll.ts';

/** The opening poll's answer, and the way to change it. */
export function PollAnswer(): JSX.Element {
  const { t } = usePartText('settings');
  const { t: shell } = useText();
  const choice = readChoice(useStore(player.progress, (progress) => progress.poll?.choice));
  return (
    <section class="sheet settings-part">
      <h2>{t('poll')}</h2>
      <p>{choice === null ? t('pollNone') : shell(`welcome.${choice}.label`)}</p>
      <div class="buttons">
        <PlaceLink to={ROUTES.welcome} class="button button-paper">
          {choice === null ? t('pollFirst') : t('pollAgain')}
        </PlaceLink>
      </div>
    </section>
  );
}
