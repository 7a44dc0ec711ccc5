/** The table of a matching or a sorting: a tray of cards, and the places that they go to. */
import type { JSX } from 'preact';
import { shufflePlaces } from '../../quiz/index.ts';
import { wordGap } from '../format.ts';
import { useText } from '../text.ts';
import { HideCard } from './hide-card.tsx';
import { cardsAt } from './placed.ts';
import type { KindProps } from './props.ts';
import { Said, Tray } from './tray.tsx';
import { usePlacing, type Placing } from './use-placing.ts';

interface CardsAndPlacesProps extends KindProps<'matching' | 'sorting'> {
  /** How a place looks: a hook for one card, or a drum for many. */
  readonly look: 'hook' | 'drum';
  /** What to do, in a sentence. */
  readonly pick: string;
}

export function CardsAndPlaces({ item, order, words, change, look, pick }: CardsAndPlacesProps): JSX.Element {
  const { t } = useText();
  const placing = usePlacing({
    cards: order,
    oneEach: look === 'hook',
    nameCard: words.option,
    namePlace: words.place,
    change: (placed) => {
      const places = item.options.flatMap((option) => placed[option] ?? []);
      change(places.length === item.options.length ? places : null);
    },
  });
  return (
    <div ref={placing.root} class={`placing placing-${look}`} onKeyDown={placing.onKeyDown}>
      <p class="quiet small pick">
        {pick}
        {wordGap()}
        <span class="keys-hint">{t('quiz.keys')}</span>
      </p>
      <div class="table">
        <Tray heading={t('quiz.cards')} cards={order} placing={placing} nameCard={words.option} />
        <div role="group" aria-label={t('quiz.places')}>
          <ul class={`${look}s`}>
            {shufflePlaces(item, order).map((place) => (
              <Place key={place} place={place} look={look} order={order} words={words} placing={placing} />
            ))}
          </ul>
        </div>
      </div>
      <Said placing={placing} />
    </div>
  );
}

interface PlaceProps extends Pick<CardsAndPlacesProps, 'look' | 'order' | 'words'> {
  readonly place: string;
  readonly placing: Placing;
}

/** One place. While a card is in hand, all of it is the button that takes the card. */
function Place({ place, look, order, words, placing }: PlaceProps): JSX.Element {
  const isOpen = placing.open === place;
  const here = cardsAt(placing.placed, order, place);
  const state = `${isOpen ? 'place-open' : ''} ${placing.held === null ? '' : 'place-ready'}`;
  return (
    <li class={`${look} ${state}`} data-place={place}>
      <button
        type="button"
        class={`${look}-name`}
        data-stop="place"
        aria-pressed={isOpen}
        onClick={() => placing.pressPlace(place)}
      >
        {words.place(place)}
      </button>
      <ul class={`${look}-cards`}>
        {here.map((card) => (
          <li key={card}>
            <HideCard
              card={card}
              name={words.option(card)}
              held={placing.held === card}
              press={() => placing.pressCard(card)}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}
