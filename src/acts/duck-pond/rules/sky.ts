/** The sky: flocks pass over the pond, and each bird decides over each spot whether to come down. */
import { drawBelow, drawChance, drawUnit } from '../../../kernel/random.ts';
import { LANDING_TICKS, move, tell, ticksOf } from './ducks.ts';
import { SPOTS } from './intents.ts';
import { NEVER, PHASE, type PondState } from './state.ts';

/** Ticks from above one spot to above the next. */
const LEG_TICKS = 12;
/** Most ticks by which a bird flies behind the first of its flock. */
const STRAGGLE_TICKS = 24;
/** Birds feeding that make half of the loudest call. */
const HALF_CALL = 10;
/** Fondness from which a flock's return is worth telling. */
const KEEN = 0.4;

/** Starts the flocks whose time has come. */
export function sendFlocks(state: PondState): void {
  const { nextPass, tick } = state;
  for (let flock = 0; flock < nextPass.length; flock++) {
    if ((nextPass[flock] as number) > tick) continue;
    const fondness = state.fondness[flock] as number;
    // A flock that was fed comes back sooner; one that knows nothing of the pond takes its time.
    const pause =
      ticksOf(state.parameters.passSeconds) * (1.25 - 0.5 * fondness) * (0.8 + 0.4 * drawUnit(state.random));
    nextPass[flock] = tick + Math.max(LEG_TICKS, Math.round(pause));
    sendFlock(state, flock);
  }
}

function sendFlock(state: PondState, flock: number): void {
  const { flockFrom, phase, eaten, random } = state;
  const first = flockFrom[flock] as number;
  const end = flockFrom[flock + 1] as number;
  const fromLeft = drawChance(random, 0.5);
  const shuns = drawChance(random, state.dread[flock] as number);
  let count = 0;
  for (let duck = first; duck < end; duck++) {
    if (phase[duck] !== PHASE.away || (eaten[duck] as number) >= state.parameters.appetite) continue;
    count++;
    if (shuns) continue;
    const since = state.tick + drawBelow(random, STRAGGLE_TICKS);
    state.heading[duck] = fromLeft ? 1 : -1;
    move(state, duck, PHASE.passing, fromLeft ? -1 : SPOTS, since + LEG_TICKS);
    state.since[duck] = since;
  }
  if (count === 0) return;
  if (shuns) {
    state.tally.shunned++;
    tell(state, { what: 'shun', flock, count });
  } else {
    const keen = (state.fondness[flock] as number) >= KEEN;
    tell(state, { what: 'pass', flock, count, from: fromLeft ? 'left' : 'right', keen });
  }
}

/** A passing bird is above the spot it flew to: it comes down or flies on. */
export function lookDown(state: PondState, duck: number): void {
  const at = state.spot[duck] as number;
  if (at >= 0 && at < SPOTS && !state.isNight && comesDown(state, duck, at)) return;
  const next = at + (state.heading[duck] as number);
  if (next < -1 || next > SPOTS) move(state, duck, PHASE.away, -1, NEVER);
  else move(state, duck, PHASE.passing, next, state.tick + LEG_TICKS);
}

/**
 * Draws whether a bird comes down, from three reasons whose chances add up: rest, grain (more of it for a flock that
 * trusts the pond) and the call of birds that feed or are held there. Fear of the place and the flock's dread weaken all three.
 */
function comesDown(state: PondState, duck: number, at: number): boolean {
  const { parameters, grain } = state;
  const flock = state.flock[duck] as number;
  const calm = (1 - (state.fear[at] as number)) * (1 - (state.dread[flock] as number));
  const trust = trustOf(state, flock);
  const kernels = grain[at] as number;
  const lure = (parameters.grainChance * trust * kernels) / (kernels + parameters.handful);
  const callers = callersAt(state, at);
  const call = (parameters.call * callers) / (callers + HALF_CALL);
  const draw = drawUnit(state.random);
  if (draw >= calm * (parameters.restChance + lure + call)) return false;
  const why = draw < calm * lure ? 'grain' : draw < calm * (lure + call) ? 'call' : 'rest';
  move(state, duck, PHASE.landing, at, state.tick + LANDING_TICKS);
  tell(state, { what: 'land', duck, at, why });
  state.landed[state.evening - 1] = (state.landed[state.evening - 1] as number) + 1;
  return true;
}

/** How far a flock trusts grain at this pond, from `shyness` (it was never fed here) to 1. */
export function trustOf(state: PondState, flock: number): number {
  const { shyness } = state.parameters;
  return shyness + (1 - shyness) * (state.fondness[flock] as number);
}

/** Birds whose call is heard above a spot: those on its shore, and half of those beside it. */
function callersAt(state: PondState, at: number): number {
  const { feeding, held } = state;
  let callers = (feeding[at] as number) + (held[at] as number);
  if (at > 0) callers += 0.5 * ((feeding[at - 1] as number) + (held[at - 1] as number));
  if (at < SPOTS - 1) callers += 0.5 * ((feeding[at + 1] as number) + (held[at + 1] as number));
  return callers;
}
