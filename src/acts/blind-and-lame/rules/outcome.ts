import type { Outcome } from '../../../kernel/act.ts';
import { PASSAGES } from './places.ts';
import { TENTHS } from './passages.ts';
import type { RoadState, Tally } from './state.ts';

/** What the three passages came to. `series`: customers after each tenth of the light of the best one; `score`: its last. */
export interface RoadOutcome extends Outcome, Readonly<Tally> {
  /** Customers by passage, in the order blind, lame, together; 0 for those that were not begun. */
  readonly customers: readonly number[];
  /** By passage: 1 if they came to the last market. */
  readonly arrived: readonly number[];
  /** By passage: seconds of light left on arrival; −1 without. */
  readonly lightLeft: readonly number[];
  /** Crossings of the map, and those of them that were false. */
  readonly crossings: number;
  readonly falseCrossings: number;
}

export function readOutcome(state: RoadState): RoadOutcome {
  const customers = PASSAGES.map((_, i) => state.customers[i] ?? 0);
  const lightLeft = PASSAGES.map((_, i) => state.lightLeft[i] ?? -1);
  const score = Math.max(...customers);
  const { crossings } = state.road;
  return {
    series: [...(state.tenths[customers.lastIndexOf(score)] ?? new Array<number>(TENTHS).fill(0))],
    score,
    ...state.tally,
    customers,
    arrived: lightLeft.map((left) => (left >= 0 ? 1 : 0)),
    lightLeft,
    crossings: crossings.length,
    falseCrossings: crossings.filter(({ isFalse }) => isFalse).length,
  };
}
