/** Ponds for tests: the act's own parameters with some changed, and birds put where a test needs them. */
import actFile from '../../../levels/duck-pond/act.json';
import { parametersOf } from '../../../src/kernel/content/act-file.ts';
import { move } from '../../../src/acts/duck-pond/rules/ducks.ts';
import type { PondHappening } from '../../../src/acts/duck-pond/rules/happenings.ts';
import { act } from '../../../src/acts/duck-pond/rules/index.ts';
import type { PondIntent, Tool } from '../../../src/acts/duck-pond/rules/intents.ts';
import type { PondParameters } from '../../../src/acts/duck-pond/rules/parameters.ts';
import { NEVER, PHASE, type Phase, type PondState } from '../../../src/acts/duck-pond/rules/state.ts';

export { act, PHASE };

export function parameters(changes: Readonly<Record<string, number>> = {}): PondParameters {
  return parametersOf(act, actFile, changes);
}

/** A pond in its first evening with nobody about: no bird comes of itself. */
export function quietPond(changes: Readonly<Record<string, number>> = {}, seed = 1): PondState {
  const pond = act.create(parameters({ restChance: 0, ...changes }), seed);
  act.step(pond, []);
  pond.nextPass.fill(NEVER);
  return pond;
}

/** Puts the next birds that are away into a phase at a spot, where they stay until a test or a peck moves them. */
export function put(pond: PondState, count: number, phase: Phase, at: number, until = NEVER): number[] {
  const put: number[] = [];
  for (let duck = 0; duck < pond.phase.length && put.length < count; duck++) {
    if (pond.phase[duck] !== PHASE.away) continue;
    move(pond, duck, phase, at, until);
    pond.patience[duck] = 5;
    put.push(duck);
  }
  return put;
}

export function use(tool: Tool, at: number): PondIntent[] {
  return [
    { do: 'take', tool },
    { do: 'use', at },
  ];
}

/** Steps for a while; the intents go in with the first tick. */
export function run(pond: PondState, ticks: number, intents: readonly PondIntent[] = []): PondHappening[] {
  const all = [...act.step(pond, intents)];
  for (let i = 1; i < ticks; i++) all.push(...act.step(pond, []));
  return all;
}

export function countWhat(happened: readonly PondHappening[], what: PondHappening['what']): number {
  return happened.filter((each) => each.what === what).length;
}

export function countPhase(pond: PondState, phase: Phase): number {
  return pond.phase.filter((each) => each === phase).length;
}
