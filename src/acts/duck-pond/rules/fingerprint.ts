import type { Digest } from '../../../kernel/hash.ts';
import { TOOLS } from './intents.ts';
import type { PondState } from './state.ts';

/** Adds everything that decides how the run goes on, and everything that the outcome reports. */
export function digestPond(state: PondState, into: Digest): void {
  into.ints(state.random).int(state.tick).int(state.evening).int(state.partBegan).int(state.partEnds);
  into
    .int((state.isNight ? 1 : 0) + (state.isOver ? 2 : 0) + (state.isStalking ? 4 : 0))
    .int(TOOLS.indexOf(state.tool));
  into
    .float(state.effort)
    .int(state.shotsTonight)
    .float(state.hostAt)
    .int(state.gatherAt)
    .int(state.gatherIn)
    .int(state.gatherDuck);
  into.int(state.aimAt).int(state.aimSince);
  into.floats(state.fear).ints(state.grain).floats(state.glue);
  into.ints(state.resting).ints(state.feeding).ints(state.held);
  into.ints(state.phase).ints(state.spot).ints(state.heading).ints(state.since).ints(state.until);
  into.ints(state.eaten).ints(state.patience);
  into.floats(state.fright).floats(state.dread).floats(state.fondness).ints(state.nextPass);
  const { tally } = state;
  for (const name of TALLIED) into.int(tally[name]);
  into.ints(state.series).ints(state.landed);
}

const TALLIED = [
  'taken',
  'held',
  'shots',
  'hits',
  'frightened',
  'torn',
  'gathered',
  'handfuls',
  'coats',
  'shunned',
  'atDusk',
  'lost',
  'slipped',
  'unheld',
  'refused',
] as const;
