/** What each visitor will do and what will go wrong, from a seed. Pure. */
import type { Station } from '../../src/kiosk/messages/messages.ts';
import { drawBelow, drawChance, seedRandom, type RandomState } from '../../src/kernel/random.ts';

/** Faults that the page must bear as it stands. */
export const BORNE = [
  'contextLost',
  'networkFlaps',
  'tabHidden',
  'clockForward',
  'clockBack',
  'storageFull',
  'updateWaits',
  'tenFingers',
  'keyHeld',
  'twoButtons',
] as const;
/** Faults that end the browser's process; whoever started it starts it again. */
export const ENDING = ['powerCut', 'rendererKilled'] as const;
export type FaultKind = (typeof BORNE)[number] | (typeof ENDING)[number];

export interface PlannedFault {
  readonly kind: FaultKind;
  /** Where it happens; in a session that never comes there, at its end. */
  readonly at: Station;
}

export interface PlannedSession {
  readonly number: number;
  /** Seeds the visitor's hands. */
  readonly seed: number;
  /** Where the visitor walks away without a word; null for somebody who stays to the end. */
  readonly leavesAt: Station | null;
  readonly plays: 'act' | 'examination';
  /** Plays another act after the first result. */
  readonly playsAgain: boolean;
  readonly faults: readonly PlannedFault[];
}

const LEAVES: readonly Station[] = ['language', 'choose', 'play', 'play', 'result'];
const PLACES: Readonly<Record<FaultKind, readonly Station[]>> = {
  contextLost: ['attract', 'play'],
  networkFlaps: ['attract', 'play', 'result'],
  tabHidden: ['attract', 'play'],
  clockForward: ['choose', 'play', 'result'],
  clockBack: ['choose', 'play', 'result'],
  storageFull: ['play'],
  updateWaits: ['play', 'choose'],
  tenFingers: ['attract', 'language', 'choose', 'play', 'result'],
  keyHeld: ['play', 'choose'],
  twoButtons: ['language', 'choose', 'result'],
  powerCut: ['result'],
  rendererKilled: ['play'],
};

/** So often the browser is killed again in a long run, by the planner's own clock of sessions. */
const SESSIONS_BETWEEN_KILLS = 400;
/** The same for new versions after the first: between two loads of the page there must be time to see what grows. */
const SESSIONS_BETWEEN_UPDATES = 120;

/**
 * Plans sessions one after the other, without end. The first two end in a killed process each, so that everything after
 * them is measured in one life; then every fault comes in turn, in an order drawn anew for each round. A new version comes
 * in the first round, and then seldom.
 */
export function* planSessions(seed: number): Generator<PlannedSession, never> {
  const words = seedRandom(seed);
  let deck: FaultKind[] = [];
  let updated = -SESSIONS_BETWEEN_UPDATES;
  const deal = (number: number): FaultKind => {
    if (deck.length === 0) {
      const isDue = number - updated >= SESSIONS_BETWEEN_UPDATES;
      deck = shuffle(
        words,
        BORNE.filter((kind) => isDue || kind !== 'updateWaits'),
      );
    }
    const kind = deck.pop() as FaultKind;
    if (kind === 'updateWaits') updated = number;
    return kind;
  };
  for (let number = 0; ; number++) {
    const ending = ENDING[number % SESSIONS_BETWEEN_KILLS];
    const kinds = ending === undefined ? [deal(number), ...(drawChance(words, 0.5) ? [deal(number)] : [])] : [ending];
    const faults = kinds.map((kind) => ({ kind, at: pick(words, PLACES[kind]) }));
    // Who is to meet a fault must come as far as it.
    const mustStay = faults.some(({ at }) => at === 'result' || at === 'play');
    const walksAway = drawChance(words, 0.4);
    yield {
      number,
      seed: drawBelow(words, 2 ** 31),
      leavesAt: walksAway && !mustStay ? pick(words, LEAVES) : walksAway && ending === undefined ? 'result' : null,
      plays: drawChance(words, 0.2) && !mustStay ? 'examination' : 'act',
      playsAgain: drawChance(words, 0.25),
      faults,
    };
  }
}

export function pick<T>(words: RandomState, from: readonly T[]): T {
  return from[drawBelow(words, from.length)] as T;
}

function shuffle<T>(words: RandomState, from: readonly T[]): T[] {
  const cards = [...from];
  for (let at = cards.length - 1; at > 0; at--) {
    const other = drawBelow(words, at + 1);
    [cards[at], cards[other]] = [cards[other] as T, cards[at] as T];
  }
  return cards;
}
