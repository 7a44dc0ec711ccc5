/** The strategies with the crossbow. */
import { steadiness } from '../crossbow.ts';
import type { PondView } from '../state.ts';
import { bestSpot, looseAt, nothing, paced, use, type Move, type PondBot } from './pace.ts';

/** Shoots at whatever sits, once the hand is as steady as `steady`, where at least `crowd` birds are. */
function shoot(state: PondView, steady: number, crowd: number): Move {
  if (state.effort < state.parameters.boltEffort) return nothing();
  const at = bestSpot((spot) => looseAt(state, spot), crowd - 1);
  if (at < 0) return nothing();
  if (state.aimAt >= 0 && looseAt(state, state.aimAt) >= crowd)
    return steadiness(state) >= steady ? use('bolt', state.aimAt) : nothing();
  return use('bolt', at);
}

/** Shoots at every sitting duck, half a second of aiming each. */
export function makeShooter(): PondBot {
  return paced(4, (state) => shoot(state, 0.4, 1));
}

/** Waits for a steady hand, and until the fear of the last shot has faded. */
export function makeCarefulShooter(): PondBot {
  return paced(4, (state) => {
    const fear = state.aimAt >= 0 ? (state.fear[state.aimAt] as number) : 0;
    return fear > 0.3 ? nothing() : shoot(state, 1, 1);
  });
}

/** A way to cheat: lures birds with grain, and shoots into the feeding crowd. */
export function makeBaiter(): PondBot {
  return paced(4, (state) => {
    const { parameters, effort } = state;
    const bait = bestSpot((at) => ((state.grain[at] as number) === 0 ? 1 - (state.fear[at] as number) : 0), 0.6);
    const baited = bestSpot((at) => state.grain[at] as number);
    if (baited < 0 && bait >= 0 && effort >= parameters.grainEffort + parameters.boltEffort) return use('grain', bait);
    return shoot(state, 1, 1);
  });
}
