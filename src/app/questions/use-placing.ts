/**
 * Cards and places by pressing: take a card, then press a place; or press a place first, then a card. Everything that
 * happens is also said, and the focus never gets lost with a card that moves.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { CARD, STOP } from './marks.ts';
import { cardsAt, findCard, layOut, putCard, type Placed } from './placed.ts';
import { useDrag } from './use-drag.ts';

/** What waits for its other half. */
type Hand = { readonly card: string } | { readonly place: string } | null;

export interface PlacingOptions {
  /** Cards in the order shown. */
  readonly cards: readonly string[];
  /** A place takes one card only. */
  readonly oneEach: boolean;
  nameCard(card: string): string;
  namePlace(place: string): string;
  change(placed: Placed): void;
}

export interface Placing {
  readonly root: { current: HTMLDivElement | null };
  readonly placed: Placed;
  /** The card in hand. */
  readonly held: string | null;
  /** The place that waits for a card. */
  readonly open: string | null;
  /** What happened last, for the live region. */
  readonly said: string;
  pressCard(card: string): void;
  /** `null` puts the card in hand back among the others. */
  pressPlace(place: string | null): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function usePlacing({ cards, oneEach, nameCard, namePlace, change }: PlacingOptions): Placing {
  const { t } = useText();
  const root = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState(() => layOut(cards));
  const [hand, take] = useState<Hand>(null);
  const [said, say] = useState('');
  const focusOn = useRef<string | null>(null);
  const held = hand !== null && 'card' in hand ? hand.card : null;
  const open = hand !== null && 'place' in hand ? hand.place : null;
  // Before the next key, which may come before the next picture.
  useLayoutEffect(() => {
    // The card was drawn anew at another place; the focus goes on with the work.
    if (focusOn.current === null) return;
    const card = findCardButton(root.current, focusOn.current);
    card?.focus({ preventScroll: true });
    // The next card comes into sight, where a phone has the places far below the cards. At once: a page that still
    // glides takes what is pressed away from under the pointer.
    card?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    focusOn.current = null;
  }, [placed, hand]);

  const put = (card: string, place: string | null): void => {
    const other = place !== null && oneEach ? findCard(placed, place) : undefined;
    const now = putCard(placed, card, place, oneEach);
    const waiting = cardsAt(now, cards, null);
    const names = { card: nameCard(card), place: place === null ? '' : namePlace(place) };
    if (place === null) say(t('quiz.back', { card: names.card }));
    else if (other === undefined || other === card) say(t('quiz.put', names));
    else say(t('quiz.swapped', { ...names, other: nameCard(other) }));
    focusOn.current = place === null ? card : (waiting[0] ?? card);
    cue('slide');
    take(null);
    setPlaced(now);
    change(now);
  };
  const letGo = (): void => {
    focusOn.current = held;
    take(null);
    say(t('quiz.letGo'));
  };
  useDrag(root, (card, place) => put(card, place === '' ? null : place));

  return {
    root,
    placed,
    held,
    open,
    said,
    pressCard(card) {
      if (open !== null) put(card, open);
      else if (held === card) letGo();
      else {
        take({ card });
        say(t('quiz.heldNext', { card: nameCard(card) }));
      }
    },
    pressPlace(place) {
      if (held !== null) put(held, place);
      else if (place === null || open === place) letGo();
      else {
        take({ place });
        say(t('quiz.open', { place: namePlace(place) }));
      }
    },
    onKeyDown(event) {
      if (hand === null) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        letGo();
      }
      const step = STEPS[event.key];
      if (step === undefined || root.current === null) return;
      event.preventDefault();
      walk(root.current, held === null ? 'card' : 'place', step);
    },
  };
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function findCardButton(root: HTMLElement | null, card: string): HTMLElement | undefined {
  const all = root?.querySelectorAll<HTMLElement>(`[${CARD}]`) ?? [];
  return [...all].find((each) => each.getAttribute(CARD) === card);
}

/** The arrows go from one place (or card) to the next, and round at the ends. */
function walk(root: HTMLElement, among: 'card' | 'place', step: 1 | -1): void {
  const stops = [...root.querySelectorAll<HTMLElement>(`[${STOP}="${among}"]`)];
  const now = stops.findIndex((each) => each === document.activeElement);
  const next = now < 0 ? (step > 0 ? 0 : stops.length - 1) : (now + step + stops.length) % stops.length;
  stops[next]?.focus();
}
