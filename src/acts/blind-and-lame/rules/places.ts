/** Lanes of the road, from the mountain (0, to the left of one who faces the market) down to the river. */
export const LANES = 5;

/** What a cell can be. The order is part of the fingerprint: add at the end. */
export const PLACE = {
  /** Rock or thicket: closed. */
  rock: 0,
  /** Trodden earth. */
  path: 1,
  /** Planks over a ravine. */
  bridge: 2,
  /** Stepping stones in the river. */
  stones: 3,
  /** A market square: the whole road goes through it. */
  market: 4,
  /** A ravine without a bridge: closed. */
  ravine: 5,
  /** Deep water: closed. */
  river: 6,
} as const;
export type Place = (typeof PLACE)[keyof typeof PLACE];

/** Not touched yet. */
export const UNKNOWN = 255;

/** Whether a foot can stand there. */
export function isOpen(place: number): boolean {
  return place >= PLACE.path && place <= PLACE.market;
}

/** The three passages, in the order in which they are played. */
export const PASSAGES = ['blind', 'lame', 'together'] as const;
export type Passage = (typeof PASSAGES)[number];
