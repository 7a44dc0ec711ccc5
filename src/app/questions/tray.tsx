import type { JSX } from 'preact';
import { useText } from '../text.ts';
import { HideCard } from './hide-card.tsx';
import { cardsAt } from './placed.ts';
import type { Placing } from './use-placing.ts';

interface TrayProps {
  /** What lies here: "Cards" or "Words". */
  readonly heading: string;
  readonly cards: readonly string[];
  readonly placing: Placing;
  nameCard(card: string): string;
}

/** Where the cards lie until they have a place, and come back to. */
export function Tray({ heading, cards, placing, nameCard }: TrayProps): JSX.Element {
  const { t } = useText();
  const { placed, held } = placing;
  const waiting = cardsAt(placed, cards, null);
  return (
    <div class="tray" role="group" aria-label={heading} data-place="">
      {waiting.length === 0 ? (
        <p class="quiet small">{t('quiz.noneLeft')}</p>
      ) : (
        <ul class="tray-cards">
          {waiting.map((card) => (
            <li key={card}>
              <HideCard card={card} name={nameCard(card)} held={held === card} press={() => placing.pressCard(card)} />
            </li>
          ))}
        </ul>
      )}
      {held !== null && placed[held] !== null ? (
        <button
          type="button"
          class="button button-paper put-back"
          data-stop="place"
          onClick={() => placing.pressPlace(null)}
        >
          {t('quiz.putBack')}
        </button>
      ) : null}
    </div>
  );
}

/** What happened, for those who listen. */
export function Said({ placing }: { readonly placing: Placing }): JSX.Element {
  return (
    <p class="unseen" role="status">
      {placing.said}
    </p>
  );
}
