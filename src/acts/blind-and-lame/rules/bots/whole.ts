/** Plays all three passages, for a house that watches: each alone for a while, and then together, without haste. */
import { makeBlindWanderer } from './alone.ts';
import { makeLamePlanner } from './apart.ts';
import { makeCarriedReporting } from './carried.ts';
import { nothing, type RoadBot } from './pace.ts';

/** Ticks that he takes over the map before he calls. */
const OVER_THE_MAP = 24;

export function makeWholePlay(seed: number): RoadBot {
  const blind = makeBlindWanderer(seed);
  const lame = makeLamePlanner();
  const together = makeCarriedReporting();
  let looking = 0;
  return {
    decide(state) {
      if (state.passage === 'blind') return blind.decide(state);
      if (state.passage === 'lame') return lame.decide(state);
      looking = state.eyes === 'lame' && !state.isBetween ? looking + 1 : 0;
      return looking > 0 && looking < OVER_THE_MAP ? nothing() : together.decide(state);
    },
  };
}
