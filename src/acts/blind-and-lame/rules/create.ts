import type { RoadParameters } from './parameters.ts';
import { UNKNOWN } from './places.ts';
import { RIVALS, type RoadState } from './state.ts';
import { makeFirstRoad } from './terrain/first-road.ts';
import { makeRoad } from './terrain/make-road.ts';

/** Makes the road as it is before the first tick. `parameters` must be ones that `parseParameters` gave. */
export function createRoad(parameters: RoadParameters, seed: number): RoadState {
  const road = parameters.road === 1 ? makeFirstRoad() : makeRoad(seed, parameters.columns, parameters.falseness);
  const cells = road.truth.length;
  return {
    parameters,
    road,
    tick: 0,
    passage: 'blind',
    partBegan: 0,
    partEnds: 0,
    begun: 0,
    isBetween: true,
    isOver: false,
    eyes: 'blind',
    at: road.start,
    towards: road.start,
    facing: 'ahead',
    doing: 'stand',
    doingSince: 0,
    doingUntil: 0,
    wish: null,
    isGoing: false,
    isWary: false,
    isAboutToGo: false,
    words: [],
    tongue: [],
    voiceFrom: 0,
    isSilent: false,
    breath: parameters.breath,
    walked: new Uint8Array(cells),
    touched: new Uint8Array(cells).fill(UNKNOWN),
    untold: [],
    map: road.drawn.slice(),
    mended: new Uint8Array(cells),
    won: road.markets.map(() => -1),
    customers: [],
    tenths: [],
    lightLeft: [],
    rivals: new Float64Array(RIVALS),
    rivalNext: 0,
    waterHeard: new Float64Array(2),
    windHeard: new Float64Array(2),
    marketHeard: new Float64Array(2),
    hinted: 0,
    tally: {
      gropes: 0,
      strides: 0,
      wary: 0,
      bumps: 0,
      stumbles: 0,
      calls: 0,
      unheard: 0,
      forgotten: 0,
      reports: 0,
      facts: 0,
      repairs: 0,
      repaired: 0,
      denied: 0,
      soundings: 0,
      refused: 0,
    },
    news: [],
    latest: [],
  };
}
