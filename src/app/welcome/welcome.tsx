import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { goTo, PlaceLink } from '../ui/place.tsx';
import { Screen } from '../ui/screen.tsx';
import { answerPoll, POLL_CHOICES, readChoice } from './poll.ts';

/** The opening poll: one question, no grade, a greeting that fits the answer. */
export default function Welcome(): JSX.Element {
  const { t } = useText();
  const earlier = readChoice(useStore(player.progress, (progress) => progress.poll?.choice));
  const [chosen, choose] = useState(earlier);
  const [greeted, greet] = useState(false);
  const skip = (): void => {
    player.settings.change({ pollAnswered: true });
    goTo(ROUTES.campaign);
  };
  const answer = (event: Event): void => {
    event.preventDefault();
    if (!chosen) return;
    cue('bet');
    void answerPoll(chosen).then(() => greet(true));
  };
  if (greeted && chosen)
    return (
      <Screen key="greeting" name={t(`welcome.greeting.${chosen}.heading`)} narrow>
        <section class="sheet">
          <p class="large">{t(`welcome.greeting.${chosen}.text`)}</p>
        </section>
        <div class="buttons">
          <PlaceLink to={ROUTES.campaign} class="button button-main">
            {t('welcome.go')}
          </PlaceLink>
        </div>
      </Screen>
    );
  return (
    <Screen key="question" name={t('welcome.heading')} narrow>
      <form class="sheet" onSubmit={answer}>
        <ChoiceCards
          name="poll"
          legend={t('welcome.question')}
          chosen={chosen}
          choose={(id) => choose(readChoice(id))}
          choices={POLL_CHOICES.map((id) => ({ id, label: t(`welcome.${id}.label`), text: t(`welcome.${id}.text`) }))}
        />
        <p class="quiet small">{t('welcome.note')}</p>
        <div class="buttons">
          <button type="submit" class="button button-main" disabled={!chosen}>
            {t('welcome.answer')}
          </button>
          <button type="button" class="button button-paper" onClick={skip}>
            {t('welcome.skip')}
          </button>
        </div>
      </form>
    </Screen>
  );
}
