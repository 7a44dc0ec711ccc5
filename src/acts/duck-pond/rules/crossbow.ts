/** The crossbow: one duck at best, and fear all around. */
import { drawBelow, drawChance } from '../../../kernel/random.ts';
import { move, STARTLED_TICKS, tell } from './ducks.ts';
import { stopGathering } from './host.ts';
import { SPOTS } from './intents.ts';
import { NEVER, PHASE, TICKS_PER_SECOND, type PondState, type PondView } from './state.ts';

/** How steady the hand is, from 0 (just raised) to 1. */
export function steadiness(state: PondView): number {
  if (state.aimAt < 0) return 0;
  const needed = state.parameters.steadySeconds * TICKS_PER_SECOND;
  return needed <= 0 ? 1 : Math.min(1, (state.tick - state.aimSince) / needed);
}

/** Chance that a bolt loosed now would hit, given that a bird is there. */
export function hitChance(state: PondView): number {
  const { hastyHit, steadyHit } = state.parameters;
  return hastyHit + (steadyHit - hastyHit) * steadiness(state);
}

/** Aims at a spot, or looses if that is where the bow points. */
export function useBolt(state: PondState, at: number): void {
  if (state.effort < state.parameters.boltEffort) {
    state.tally.refused++;
    tell(state, { what: 'refused', why: 'effort', at });
    return;
  }
  if (state.aimAt !== at) {
    stopGathering(state);
    state.aimAt = at;
    state.aimSince = state.tick;
    tell(state, { what: 'aim', at });
    return;
  }
  const targets = (state.resting[at] as number) + (state.feeding[at] as number);
  if (targets === 0) {
    tell(state, { what: 'refused', why: 'empty', at });
    return;
  }
  loose(state, at, targets);
}

function loose(state: PondState, at: number, targets: number): void {
  state.effort -= state.parameters.boltEffort;
  state.tally.shots++;
  state.shotsTonight++;
  tell(state, { what: 'loose', at });
  if (drawChance(state.random, hitChance(state))) {
    const duck = findTarget(state, at, drawBelow(state.random, targets));
    state.tally.hits++;
    tell(state, { what: 'hit', duck, at });
    remember(state, duck, 1);
    move(state, duck, PHASE.taken, at, NEVER);
  } else tell(state, { what: 'miss', at });
  frighten(state, at);
  state.aimAt = -1;
}

/** The duck that is the `index`-th loose one at a spot. */
function findTarget(state: PondState, at: number, index: number): number {
  let left = index;
  for (let duck = 0; duck < state.phase.length; duck++) {
    const phase = state.phase[duck];
    if (state.spot[duck] !== at || (phase !== PHASE.resting && phase !== PHASE.feeding)) continue;
    if (left === 0) return duck;
    left--;
  }
  return -1;
}

/** Share of a shot's fear that carries `distance` spots: it falls evenly to nothing over the reach. */
export function carries(fearReach: number, distance: number): number {
  return Math.max(0, 1 - distance / (fearReach + 1));
}

/** Raises fear around a shot; birds rise, held ones may tear loose, and their flocks remember. */
function frighten(state: PondState, at: number): void {
  const { parameters, fear, random } = state;
  const risen = new Int32Array(SPOTS);
  const torn = new Int32Array(SPOTS);
  for (let duck = 0; duck < state.phase.length; duck++) {
    const phase = state.phase[duck];
    if (phase === PHASE.away || phase === PHASE.taken || phase === PHASE.startled || phase === PHASE.leaving) continue;
    const isHeld = phase === PHASE.held;
    const spot = state.spot[duck] as number;
    const share = carries(parameters.fearReach, Math.abs(spot - at));
    if (phase === PHASE.passing) {
      // A bird in the sky hears the shot: it doesn't fall from the air, but it won't forget.
      if (share > 0) remember(state, duck, share / 2);
      continue;
    }
    if (share <= 0 || !drawChance(random, share * (isHeld ? parameters.tearChance : parameters.shotFear))) continue;
    risen[spot] = (risen[spot] as number) + 1;
    if (isHeld) torn[spot] = (torn[spot] as number) + 1;
    state.heading[duck] = spot < at ? -1 : spot > at ? 1 : drawChance(random, 0.5) ? 1 : -1;
    remember(state, duck, 1);
    move(state, duck, PHASE.startled, spot, state.tick + STARTLED_TICKS);
  }
  for (let spot = 0; spot < SPOTS; spot++) {
    const raised = (fear[spot] as number) + parameters.shotFear * carries(parameters.fearReach, Math.abs(spot - at));
    fear[spot] = Math.min(1, raised);
    const count = risen[spot] as number;
    const loose = torn[spot] as number;
    state.tally.frightened += count;
    state.tally.torn += loose;
    if (loose > 0) tell(state, { what: 'tear', at: spot, count: loose });
    if (count > 0) tell(state, { what: 'startle', at: spot, count });
  }
}

/** A frightened bird's flock keeps the fright in mind; `share` of it for a bird that only heard. It tells by night. */
function remember(state: PondState, duck: number, share: number): void {
  const flock = state.flock[duck] as number;
  const more = (share * state.parameters.dreadPerFright) / state.parameters.flockSize;
  state.fright[flock] = Math.min(1, (state.fright[flock] as number) + more);
}
