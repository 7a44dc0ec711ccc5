/**
 * Stand-ins for people: they look at the map for some seconds, say a word every half second, walk it, tell what the
 * staff met, and look again. They are no strategies of the act; they check that it is kind to learners.
 */
import { describe, expect, it } from 'vitest';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { findWay } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import type { Direction, RoadIntent } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import { seeBlind, seeLame } from '../../../src/acts/blind-and-lame/rules/see.ts';
import type { RoadState } from '../../../src/acts/blind-and-lame/rules/state.ts';
import { act, actFile, parameters } from './roads.ts';

const SEEDS = 150;

/** How a person plays: seconds over the map, seconds a word, words at a time, seconds to react. */
interface Pace {
  readonly look: number;
  readonly word: number;
  readonly words: number;
  readonly react: number;
}

function makePerson({ look, word, words, react }: Pace): (road: RoadState) => readonly RoadIntent[] {
  let until = 0;
  let plan: Direction[] | null = null;
  const wait = (road: RoadState, seconds: number, intents: readonly RoadIntent[]): readonly RoadIntent[] => {
    until = road.tick + seconds * act.ticksPerSecond;
    return intents;
  };
  return (road) => {
    if (road.isBetween) return [];
    if (road.passage !== 'together') return [{ do: 'rest' }];
    if (road.tick < until) return [];
    if (road.eyes === 'lame') {
      const { map, at, markets } = seeLame(road);
      if (plan === null) {
        plan = findWay(map, at, markets.at(-1) as number).slice(0, words);
        return wait(road, look, []);
      }
      const to = plan.shift();
      if (to !== undefined) return wait(road, word, [{ do: 'call', to }]);
      plan = null;
      return wait(road, react, [{ do: 'go' }]);
    }
    const view = seeBlind(road);
    if (view.doing !== 'stand' || view.isGoing) return [];
    return wait(road, react, [{ do: view.isWary ? 'report' : 'look' }]);
  };
}

function arrivals(pace: Pace, changes: Readonly<Record<string, number>> = {}): number {
  let arrived = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const road = act.create(parameters(changes), seed);
    const person = makePerson(pace);
    while (!act.isOver(road)) act.step(road, person(road));
    arrived += act.outcome(road).arrived[2] as number;
  }
  return arrived / SEEDS;
}

const BRISK: Pace = { look: 2, word: 0.4, words: 8, react: 0.4 };
const USUAL: Pace = { look: 2.5, word: 0.5, words: 8, react: 0.5 };
const SLOW: Pace = { look: 3, word: 0.5, words: 5, react: 0.7 };

describe('people', () => {
  it('nearly always arrive together at a usual pace, and mostly at a slow one', () => {
    expect(arrivals(BRISK)).toBeGreaterThan(0.92);
    expect(arrivals(USUAL)).toBeGreaterThan(0.85);
    expect(arrivals(SLOW)).toBeGreaterThan(0.65);
  });

  it('can win the short play of the kiosk', () => {
    expect(arrivals(USUAL, actFile.kiosk)).toBeGreaterThan(0.6);
  });

  it('win on the first road even when they are slow', () => {
    expect(arrivals({ ...SLOW, look: 5, word: 0.8 }, { road: 1 })).toBe(1);
  });

  it('arrive by ear, far more often than one who is deaf', () => {
    const byEar = { ...parameters({ ear: 1 }) };
    let heard = 0;
    let deaf = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      heard += playBot(act, byEar, seed, 'earWalker').arrived[2] as number;
      deaf += playBot(act, byEar, seed, 'random').arrived[2] as number;
    }
    expect(heard / SEEDS).toBeGreaterThan(0.9);
    expect(deaf / SEEDS).toBeLessThan(0.05);
  });
});
