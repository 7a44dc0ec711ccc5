import { parseRanges, type Range } from '../../../kernel/ranges.ts';

/**
 * What can be set about a road. The values of the game stand in `levels/blind-and-lame/act.json`; here are the limits,
 * chosen so that no file from outside can make a run that doesn't end or a number that overflows.
 */
export const RANGES = {
  /** 1: one player who changes eyes. 2: two players, one has the map, the other the staff. */
  hands: { from: 1, to: 2, whole: true },
  /** 1: by ear. The screen is dark, the player walks, and the theatre's own lame man calls. */
  ear: { from: 0, to: 1, whole: true },
  /** 0: a road from the seed. 1: the first road, made by hand, on which the storyteller explains. */
  road: { from: 0, to: 1, whole: true },
  /** Columns of a road from the seed. */
  columns: { from: 13, to: 31, whole: true },
  /** Seconds of light for the blind man alone, the lame man alone, and the two together. */
  blindSeconds: { from: 3, to: 300 },
  lameSeconds: { from: 3, to: 300 },
  togetherSeconds: { from: 3, to: 300 },
  /** Seconds between two passages. */
  turnSeconds: { from: 1, to: 10 },
  /** Share of the map's crossings that are not as drawn. */
  falseness: { from: 0, to: 0.9 },
  /** Breath for one passage: words, reports and soundings cost it. */
  breath: { from: 0, to: 500, whole: true },
  callBreath: { from: 0, to: 50, whole: true },
  reportBreath: { from: 0, to: 50, whole: true },
  soundBreath: { from: 0, to: 50, whole: true },
  /** Words that the blind man can keep in mind. */
  memory: { from: 1, to: 20, whole: true },
  /** Seconds that a word takes to be said. */
  callSeconds: { from: 0.05, to: 5 },
  reportSeconds: { from: 0.05, to: 10 },
  soundSeconds: { from: 0.05, to: 10 },
  /** Seconds until the staff has found a way closed. */
  feelSeconds: { from: 0.1, to: 10 },
  /** Seconds of a step that was felt for, and of one that was called. */
  gropeSeconds: { from: 0.1, to: 10 },
  strideSeconds: { from: 0.1, to: 10 },
  /** Seconds lost when a stride meets what the voice denied. */
  stumbleSeconds: { from: 0.1, to: 20 },
  /** Seconds after which the first rival is at the last market, and how many more each further rival takes. */
  rivalSeconds: { from: 1, to: 600 },
  rivalApart: { from: 0, to: 120 },
  /** Customers at a market for those who come first, and for those who find a rival there. */
  customersFirst: { from: 0, to: 100, whole: true },
  customersAfter: { from: 0, to: 100, whole: true },
  /** Cells as far as an echo carries. */
  echoReach: { from: 0, to: 10, whole: true },
} as const satisfies Readonly<Record<string, Range>>;

export type ParameterName = keyof typeof RANGES;
export type RoadParameters = Readonly<Record<ParameterName, number>>;

/** Checks a whole set of parameters. Throws `BadInput` for a missing, unknown or out-of-range one. */
export function parseParameters(value: unknown): RoadParameters {
  return parseRanges(value, RANGES);
}
