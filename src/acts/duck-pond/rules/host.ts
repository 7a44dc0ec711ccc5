/** The host's quiet tools: grain, glue and the hand. None of them frightens a bird. */
import { move, tell, ticksOf } from './ducks.ts';
import { NEVER, PHASE, TICKS_PER_SECOND, type Phase, type PondState, type PondView } from './state.ts';

/** Handfuls that may lie at one spot. */
const MOST_HANDFULS = 3;
/** Strength of glue above which another coat would be wasted. */
const FRESH = 0.9;

function canAfford(state: PondState, cost: number, at: number): boolean {
  if (state.effort >= cost) return true;
  state.tally.refused++;
  tell(state, { what: 'refused', why: 'effort', at });
  return false;
}

function spend(state: PondState, cost: number, at: number): boolean {
  if (!canAfford(state, cost, at)) return false;
  state.effort -= cost;
  return true;
}

export function hasRoomForGrain(state: PondView, at: number): boolean {
  return (state.grain[at] as number) <= (MOST_HANDFULS - 1) * state.parameters.handful;
}

export function hasRoomForGlue(state: PondView, at: number): boolean {
  return (state.glue[at] as number) < FRESH;
}

export function useGrain(state: PondState, at: number): void {
  if (!hasRoomForGrain(state, at)) tell(state, { what: 'refused', why: 'full', at });
  else if (spend(state, state.parameters.grainEffort, at)) {
    state.grain[at] = (state.grain[at] as number) + state.parameters.handful;
    state.tally.handfuls++;
    tell(state, { what: 'scatter', at });
  }
}

export function useGlue(state: PondState, at: number): void {
  if (!hasRoomForGlue(state, at)) tell(state, { what: 'refused', why: 'full', at });
  else if (spend(state, state.parameters.glueEffort, at)) {
    state.glue[at] = 1;
    state.tally.coats++;
    tell(state, { what: 'glue', at });
  }
}

/** Sends the host to a spot to gather what is held there, one after another; or, if nothing is, what feeds there. */
export function useHand(state: PondState, at: number): void {
  if ((state.held[at] as number) + (state.feeding[at] as number) === 0) {
    tell(state, { what: 'refused', why: 'empty', at });
    return;
  }
  if (state.gatherAt === at) return;
  state.aimAt = -1;
  stopGathering(state);
  state.gatherAt = at;
  state.isStalking = state.held[at] === 0;
  if (state.hostAt !== at) tell(state, { what: 'walk', to: at });
}

export function stopGathering(state: PondState): void {
  state.gatherAt = -1;
  state.isStalking = false;
  state.gatherIn = 0;
  state.gatherDuck = -1;
}

/** One tick of walking or gathering. */
export function workOn(state: PondState): void {
  const at = state.gatherAt;
  if (at < 0) return;
  if (state.hostAt !== at) {
    const stride = state.parameters.walkSpeed / TICKS_PER_SECOND;
    const way = at - state.hostAt;
    state.hostAt = Math.abs(way) <= stride ? at : state.hostAt + (way > 0 ? stride : -stride);
    return;
  }
  if (state.gatherDuck >= 0 && !isWithinReach(state, state.gatherDuck, at)) state.gatherDuck = -1;
  if (state.gatherDuck < 0) reachOut(state, at);
  else if (--state.gatherIn <= 0) takeInHand(state, at);
}

function wanted(state: PondState): Phase {
  return state.isStalking ? PHASE.feeding : PHASE.held;
}

function isWithinReach(state: PondState, duck: number, at: number): boolean {
  return state.spot[duck] === at && state.phase[duck] === wanted(state);
}

function costOf(state: PondState): number {
  const { gatherEffort, stalkEffort } = state.parameters;
  return state.isStalking ? stalkEffort : gatherEffort;
}

/** Turns to the next duck; stops where there is none, or no effort for it. */
function reachOut(state: PondState, at: number): void {
  let duck = 0;
  while (duck < state.phase.length && !isWithinReach(state, duck, at)) duck++;
  if (duck === state.phase.length) {
    stopGathering(state);
    return;
  }
  if (!canAfford(state, costOf(state), at)) {
    stopGathering(state);
    return;
  }
  const { gatherSeconds, stalkSeconds } = state.parameters;
  state.gatherDuck = duck;
  state.gatherIn = ticksOf(state.isStalking ? stalkSeconds : gatherSeconds);
}

function takeInHand(state: PondState, at: number): void {
  const duck = state.gatherDuck;
  state.gatherDuck = -1;
  if (!spend(state, costOf(state), at)) {
    stopGathering(state);
    return;
  }
  state.tally.gathered++;
  tell(state, { what: 'gather', duck, at });
  move(state, duck, PHASE.taken, at, NEVER);
}
