import type { PondHappening } from './happenings.ts';
import { PHASE, TICKS_PER_SECOND, type Phase, type PondState } from './state.ts';

/** Ticks of coming down from the air to a spot. */
export const LANDING_TICKS = 24;
/** Ticks in which a frightened bird is gone. */
export const STARTLED_TICKS = 30;
/** Ticks in which a bird that leaves calmly is gone. */
const LEAVING_TICKS = 44;

export function tell(state: PondState, happening: PondHappening): void {
  state.news.push(happening);
}

/** Seconds as whole ticks, at least one. */
export function ticksOf(seconds: number): number {
  return Math.max(1, Math.round(seconds * TICKS_PER_SECOND));
}

/** Puts a duck into a phase at a spot until a tick, and keeps the counts by spot and the tally of the held right. */
export function move(state: PondState, duck: number, phase: Phase, spot: number, until: number): void {
  count(state, state.phase[duck] as Phase, state.spot[duck] as number, -1);
  count(state, phase, spot, 1);
  state.phase[duck] = phase;
  state.spot[duck] = spot;
  state.since[duck] = state.tick;
  state.until[duck] = until;
}

function count(state: PondState, phase: Phase, spot: number, by: number): void {
  if (phase === PHASE.resting) state.resting[spot] = (state.resting[spot] as number) + by;
  else if (phase === PHASE.feeding) state.feeding[spot] = (state.feeding[spot] as number) + by;
  else if (phase === PHASE.held) {
    state.held[spot] = (state.held[spot] as number) + by;
    state.tally.held += by;
  } else if (phase === PHASE.taken) state.tally.taken += by;
}

/** Lets a duck fly off calmly towards the nearer side. */
export function leave(state: PondState, duck: number, why: 'fed' | 'idle' | 'night' | 'torn'): void {
  const at = state.spot[duck] as number;
  tell(state, { what: 'leave', duck, at, why });
  move(state, duck, PHASE.leaving, at, state.tick + LEAVING_TICKS);
}
