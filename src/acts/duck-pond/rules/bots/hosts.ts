/** The strategies with grain, glue and the hand. */
import { SPOTS } from '../intents.ts';
import type { PondView } from '../state.ts';
import { bestSpot, nothing, paced, use, type Move, type PondBot } from './pace.ts';
import { makePlanner, type Plan } from './planner.ts';

/** Scatters where birds are likeliest to come next: beside those already there, and never where grain still lies thick. */
function scatter(state: PondView, reserve: number): Move {
  const { parameters, grain } = state;
  if (state.effort < parameters.grainEffort + reserve) return nothing();
  const wanted = (at: number): number => {
    if ((grain[at] as number) > parameters.handful / 2 || (state.fear[at] as number) > 0.5) return 0;
    return 1 + (state.feeding[at] as number) + (state.held[at] as number) + (state.resting[at] as number);
  };
  const at = bestSpot(wanted);
  return at < 0 ? nothing() : use('grain', at);
}

/** Scatters grain all along the shore, and does nothing else. */
export function makeScatterer(): PondBot {
  return paced(10, (state) => scatter(state, 0));
}

/** Paints where grain lies or birds feed. */
function paint(state: PondView, most: number): Move {
  const { parameters, glue, held } = state;
  if (state.effort < parameters.glueEffort) return nothing();
  const at = bestSpot((spot) => {
    if ((glue[spot] as number) > most || (held[spot] as number) >= parameters.stripRoom) return 0;
    return (state.feeding[spot] as number) * 2 + ((state.grain[spot] as number) > 0 ? 1 : 0);
  });
  return at < 0 ? nothing() : use('glue', at);
}

/** Scatters grain and paints glue under it; what is held stays where it is. */
export function makeScatterAndGlue(): PondBot {
  return paced(10, (state) => {
    const first = paint(state, 0.3);
    return first.length > 0 ? first : scatter(state, 0);
  });
}

/**
 * Scatters, holds, then gathers in the second half of each evening, so that the night takes little. Found by
 * `scripts/search-plans.ts` among all plans without shots.
 */
export const FULL_CYCLE: Plan = {
  focus: 6,
  grainBelow: 5,
  glueBelow: 0.67,
  glueCrowd: 1,
  gatherFrom: 0.28,
  callers: 0,
  reserve: 0.5,
  stalkCrowd: 6,
  shootFirst: 6,
  shootLast: 0,
  shootFrom: 1,
  steady: 1,
  shootCrowd: 4,
  earshot: 0,
};

export function makeFullCycle(): PondBot {
  return makePlanner(FULL_CYCLE);
}

/** A way to cheat: the full cycle, but on the last evening, when there is no tomorrow, it also shoots what sits. */
export function makePoacher(): PondBot {
  return makePlanner({
    ...FULL_CYCLE,
    shootFirst: 5,
    shootLast: 5,
    shootFrom: 0,
    steady: 0.6,
    shootCrowd: 1,
    earshot: 3,
  });
}

/** A way to cheat: lures birds with grain and takes them by hand where they feed, without glue. */
export function makePicker(): PondBot {
  return paced(6, (state) => {
    const { parameters, feeding } = state;
    if (state.gatherAt < 0 && state.effort >= parameters.stalkEffort) {
      const at = bestSpot((spot) => feeding[spot] as number);
      if (at >= 0) return use('hand', at);
    }
    let baited = 0;
    for (let at = 0; at < SPOTS; at++) if ((state.grain[at] as number) > 0) baited++;
    return baited < 3 ? scatter(state, parameters.stalkEffort) : nothing();
  });
}
