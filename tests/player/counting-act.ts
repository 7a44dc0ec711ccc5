import { BadInput, type Act, type Happening, type Outcome } from '../../src/kernel/act.ts';
import { drawBelow, seedRandom, type RandomState } from '../../src/kernel/random.ts';

export interface Counting {
  tick: number;
  sum: number;
  readonly end: number;
  readonly random: RandomState;
}
export interface Add {
  readonly add: number;
}

/** The smallest act with everything that matters here: seeded, tick by tick, with intents that change the end. */
export function makeCountingAct(version = 1): Act<Counting, Add, { readonly end: number }> {
  return {
    id: 'counting',
    version,
    ticksPerSecond: 20,
    bots: {},
    create: ({ end }, seed) => ({ tick: 0, sum: 0, end, random: seedRandom(seed) }),
    step(state, intents): readonly Happening[] {
      for (const { add } of intents) state.sum += add * (1 + drawBelow(state.random, 3));
      state.tick++;
      return [];
    },
    tick: ({ tick }) => tick,
    isOver: ({ tick, end }) => tick >= end,
    outcome: ({ sum }): Outcome => ({ series: [sum], score: sum }),
    digest: ({ tick, sum, random }, into) => void into.int(tick).int(sum).ints(random),
    controls: () => [],
    gauges: () => [],
    parseIntent(value) {
      const add = (value as Partial<Add> | null)?.add;
      if (typeof add !== 'number') throw new BadInput('add', 'is no number');
      return { add };
    },
    parseParameters(value) {
      const end = (value as { end?: unknown } | null)?.end;
      if (typeof end !== 'number') throw new BadInput('end', 'is no number');
      return { end };
    },
  };
}
