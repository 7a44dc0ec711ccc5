/** Roads for tests: the act's own parameters with some changed, and the passage that a test needs. */
import actFile from '../../../levels/blind-and-lame/act.json';
import { parametersOf } from '../../../src/kernel/content/act-file.ts';
import type { RoadHappening } from '../../../src/acts/blind-and-lame/rules/happenings.ts';
import { act } from '../../../src/acts/blind-and-lame/rules/index.ts';
import type { Direction, RoadIntent } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import type { RoadParameters } from '../../../src/acts/blind-and-lame/rules/parameters.ts';
import type { Passage } from '../../../src/acts/blind-and-lame/rules/places.ts';
import type { RoadState } from '../../../src/acts/blind-and-lame/rules/state.ts';

export { act, actFile };

export function parameters(changes: Readonly<Record<string, number>> = {}): RoadParameters {
  return parametersOf(act, actFile, changes);
}

/** A road at the first tick of a passage; those before it were rested through. */
export function roadIn(passage: Passage, changes: Readonly<Record<string, number>> = {}, seed = 1): RoadState {
  const road = act.create(parameters(changes), seed);
  act.step(road, []);
  while (road.passage !== passage || road.isBetween) act.step(road, road.isBetween ? [] : [{ do: 'rest' }]);
  return road;
}

/** The first road, made by hand, in that passage. */
export function firstRoadIn(passage: Passage, changes: Readonly<Record<string, number>> = {}): RoadState {
  return roadIn(passage, { road: 1, ...changes });
}

/** Steps for a while; the intents go in with the first tick. */
export function run(road: RoadState, ticks: number, intents: readonly RoadIntent[] = []): RoadHappening[] {
  const all = [...act.step(road, intents)];
  for (let i = 1; i < ticks; i++) all.push(...act.step(road, []));
  return all;
}

/** Steps until the body stands and the voice is still, 60 seconds at most; the intents go in with the first tick. */
export function settle(road: RoadState, intents: readonly RoadIntent[] = []): RoadHappening[] {
  const all = [...act.step(road, intents)];
  const isBusy = (): boolean =>
    road.doing !== 'stand' || road.wish !== null || road.tongue.length > 0 || road.isAboutToGo || road.isGoing;
  for (let i = 0; i < 1200 && isBusy() && !road.isBetween && !road.isOver; i++) all.push(...act.step(road, []));
  return all;
}

/** Says the words and walks them: what one player does with the map before him. */
export function callAndGo(...words: readonly Direction[]): RoadIntent[] {
  return [...words.map((to) => ({ do: 'call', to }) as const), { do: 'go' }];
}

export function whats(happened: readonly RoadHappening[]): string[] {
  return happened.map(({ what }) => what);
}

export function findWhat<What extends RoadHappening['what']>(
  happened: readonly RoadHappening[],
  what: What,
): Extract<RoadHappening, { what: What }> | undefined {
  return happened.find((each): each is Extract<RoadHappening, { what: What }> => each.what === what);
}
