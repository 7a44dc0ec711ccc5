/** The shore: birds rest, feed, are caught by the glue, or have had enough. */
import { drawBelow, drawChance, drawUnit } from '../../../kernel/random.ts';
import { leave, move, tell, ticksOf } from './ducks.ts';
import { trustOf } from './sky.ts';
import { NEVER, PHASE, TICKS_PER_SECOND, type PondState } from './state.ts';

/** Chance that a resting bird that trusts the pond turns, at one look a second, to the grain beside it. */
const NOTICE = 0.6;
/** Looks, one a second, after which a resting bird gives up: at least, and how many more at most. */
const SHORTEST_REST = 6;
const LONGER_REST = 5;
/** Looks of a bird that has just eaten the last kernel. */
const REST_AFTER_GRAIN = 4;

/** A bird touches the ground. */
export function touchDown(state: PondState, duck: number): void {
  const at = state.spot[duck] as number;
  if ((state.grain[at] as number) > 0) beginFeeding(state, duck, at);
  else beginResting(state, duck, at, SHORTEST_REST + drawBelow(state.random, LONGER_REST));
}

export function beginResting(state: PondState, duck: number, at: number, patience: number): void {
  state.patience[duck] = patience;
  move(state, duck, PHASE.resting, at, nextLook(state));
}

function beginFeeding(state: PondState, duck: number, at: number): void {
  tell(state, { what: 'feed', duck, at });
  move(state, duck, PHASE.feeding, at, nextPeck(state));
}

/** A resting bird looks about: for grain beside it, or whether it is time to go. */
export function lookAbout(state: PondState, duck: number): void {
  const at = state.spot[duck] as number;
  const hungry = (state.eaten[duck] as number) < state.parameters.appetite;
  if (hungry && (state.grain[at] as number) > 0) {
    if (drawChance(state.random, NOTICE * trustOf(state, state.flock[duck] as number))) {
      beginFeeding(state, duck, at);
      return;
    }
  }
  const patience = (state.patience[duck] as number) - 1;
  state.patience[duck] = Math.max(0, patience);
  if (patience <= 0) leave(state, duck, 'idle');
  else state.until[duck] = nextLook(state);
}

/** A feeding bird pecks: it may be caught, find nothing, or have had enough. */
export function peck(state: PondState, duck: number): void {
  const { parameters, grain, glue, eaten } = state;
  const at = state.spot[duck] as number;
  const kernels = grain[at] as number;
  if (kernels <= 0) {
    beginResting(state, duck, at, REST_AFTER_GRAIN);
    return;
  }
  grain[at] = kernels - 1;
  eaten[duck] = (eaten[duck] as number) + 1;
  const flock = state.flock[duck] as number;
  const fonder = (state.fondness[flock] as number) + parameters.fondnessPerPeck / parameters.flockSize;
  state.fondness[flock] = Math.min(1, fonder);
  state.dread[flock] = (state.dread[flock] as number) * (1 - parameters.grainSoothes / parameters.flockSize);
  const strength = glue[at] as number;
  if (strength > 0 && (state.held[at] as number) < parameters.stripRoom) {
    if (drawChance(state.random, parameters.glueCatch * strength)) {
      glue[at] = Math.max(0, strength - parameters.glueWear);
      tell(state, { what: 'held', duck, at });
      move(state, duck, PHASE.held, at, NEVER);
      return;
    }
  }
  if (eaten[duck] >= parameters.appetite) leave(state, duck, 'fed');
  else state.until[duck] = nextPeck(state);
}

function nextLook(state: PondState): number {
  return state.tick + Math.round(TICKS_PER_SECOND * (0.8 + 0.4 * drawUnit(state.random)));
}

function nextPeck(state: PondState): number {
  return state.tick + ticksOf(state.parameters.peckSeconds * (0.75 + 0.5 * drawUnit(state.random)));
}
