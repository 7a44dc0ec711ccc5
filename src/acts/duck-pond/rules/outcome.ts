import type { Outcome } from '../../../kernel/act.ts';
import type { PondState, Tally } from './state.ts';

/** What the evenings came to. `series`: ducks taken and held at the end of each; `score`: the last of them. */
export interface PondOutcome extends Outcome, Readonly<Tally> {
  /** Birds that came down, by evening. */
  readonly landed: readonly number[];
}

export function readOutcome(state: PondState): PondOutcome {
  return {
    series: [...state.series],
    score: state.tally.taken + state.tally.held,
    ...state.tally,
    landed: [...state.landed],
  };
}
