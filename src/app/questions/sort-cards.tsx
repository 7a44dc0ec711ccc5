import type { JSX } from 'preact';
import { useText } from '../text.ts';
import { CardsAndPlaces } from './cards-and-places.tsx';
import type { KindProps } from './props.ts';

/** Every card to its group: places are drums, each for any number of cards. */
export function SortCards(props: KindProps<'sorting'>): JSX.Element {
  const { t } = useText();
  return <CardsAndPlaces {...props} look="drum" pick={t('quiz.sortPick')} />;
}
