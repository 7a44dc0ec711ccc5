import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Icon } from '../ui/icons.tsx';
import { NoticeBar } from '../ui/notice-bar.tsx';
import { PlaceLink } from '../ui/place.tsx';
import { useArrival } from '../ui/screen.tsx';
import { SoundToggle } from '../ui/sound-toggle.tsx';
import { TitlePicture } from './title-picture.tsx';

/** Whether the player has been here before: then the title says "continue". */
function useBeenHere(): boolean {
  const progress = useStore(player.progress);
  const [drafts, setDrafts] = useState(0);
  useEffect(() => {
    void player.drafts.list().then((acts) => setDrafts(acts.length));
  }, []);
  return drafts > 0 || Object.keys(progress.acts).length > 0;
}

/** The title. Its words are in the page before any script runs (`scripts/build/title-page.ts`); here they get their tools. */
export function Title(): JSX.Element {
  const { t } = useText();
  const heading = useArrival(t('title.name'));
  const beenHere = useBeenHere();
  const asked = useStore(player.settings.store, (settings) => settings.pollAnswered);
  return (
    <main class="title">
      <div class="title-tools">
        <SoundToggle />
        <LanguageChoice />
        <PlaceLink to={ROUTES.settings} class="button-icon" label={t('title.settings')}>
          <Icon name="settings" />
        </PlaceLink>
      </div>
      <TitlePicture />
      <div class="title-board">
        <h1 class="title-name" ref={heading} tabIndex={-1}>
          {t('title.name')}
        </h1>
        <p class="title-line">{t('title.line')}</p>
        <p class="title-acts">
          <PlaceLink to={asked || beenHere ? ROUTES.campaign : ROUTES.welcome} class="button button-main">
            {beenHere ? t('title.continue') : t('title.play')}
          </PlaceLink>
        </p>
      </div>
      <NoticeBar />
    </main>
  );
}
