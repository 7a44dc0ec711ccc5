import type { JSX } from 'preact';
import { useText } from '../text.ts';
import { CardsAndPlaces } from './cards-and-places.tsx';
import type { KindProps } from './props.ts';

/** Every card to its partner: places are hooks, each for one card. */
export function MatchCards(props: KindProps<'matching'>): JSX.Element {
  const { t } = useText();
  return <CardsAndPlaces {...props} look="hook" pick={t('quiz.matchPick')} />;
}
