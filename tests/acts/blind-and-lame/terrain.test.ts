import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWay, laneOf } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import { isOpen, LANES, PLACE } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { makeTruth, reach } from '../../../src/acts/blind-and-lame/rules/terrain/falsify.ts';
import { makeFirstRoad } from '../../../src/acts/blind-and-lame/rules/terrain/first-road.ts';
import {
  LEAST_GUESSES,
  LONGEST,
  makeRoad,
  SHORTEST,
} from '../../../src/acts/blind-and-lame/rules/terrain/make-road.ts';
import { readRoad } from '../../../src/acts/blind-and-lame/rules/terrain/read-road.ts';
import type { Road } from '../../../src/acts/blind-and-lame/rules/terrain/road.ts';
import { countWrongGuesses } from '../../../src/acts/blind-and-lame/rules/terrain/wrong-guesses.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 48 });
const columns = fc.integer({ min: 13, max: 31 });
const falseness = fc.double({ min: 0, max: 0.9, noNaN: true });

/** By cause: how a crossing is drawn, and what it is when it is gone. */
const WHAT_IS = {
  flood: [PLACE.stones, PLACE.river],
  fallen: [PLACE.bridge, PLACE.ravine, PLACE.river],
  slide: [PLACE.path, PLACE.rock],
} as const;

function goalOf(road: Road): number {
  return road.markets.at(-1) as number;
}

/** A drawing: what stands in the columns, lane by lane. */
function draw(lines: readonly string[]): Uint8Array {
  return readRoad(lines, []).truth;
}

describe('a road from a seed', () => {
  const checked = (check: (road: Road, share: number) => void, numRuns = 400): void => {
    fc.assert(
      fc.property(seeds, columns, falseness, (seed, width, share) => check(makeRoad(seed, width, share), share)),
      { numRuns },
    );
  };

  it('has a true way and a drawn way, past every market in order', () => {
    checked((road) => {
      for (const places of [road.truth, road.drawn]) {
        let from = road.start;
        for (const market of road.markets) {
          expect(findWay(places, from, market).length).toBeGreaterThan(0);
          from = market;
        }
      }
    });
  });

  it('leads through each market: without its cell there is no way', () => {
    checked((road) => {
      expect(road.markets).toHaveLength(3);
      expect(goalOf(road)).toBeGreaterThanOrEqual((road.columns - 1) * LANES);
      for (const market of road.markets) {
        const column = Math.floor(market / LANES);
        for (let lane = 0; lane < LANES; lane++) {
          const cell = column * LANES + lane;
          expect(isOpen(road.truth[cell] as number)).toBe(cell === market);
          expect(isOpen(road.drawn[cell] as number)).toBe(cell === market);
        }
      }
    }, 150);
  });

  it('has at least two wrong guesses that hurt, and a shortest way that is neither short nor long', () => {
    checked((road) => {
      expect(countWrongGuesses(road.truth, road.start, goalOf(road))).toBeGreaterThanOrEqual(LEAST_GUESSES);
      const steps = findWay(road.truth, road.start, goalOf(road)).length;
      expect(steps).toBeGreaterThanOrEqual(SHORTEST * road.columns);
      expect(steps).toBeLessThanOrEqual(LONGEST * road.columns);
    });
  });

  it('is what the map says where nothing is false', () => {
    fc.assert(
      fc.property(seeds, columns, (seed, width) => {
        const road = makeRoad(seed, width, 0);
        expect(road.truth).toEqual(road.drawn);
        expect(road.crossings.filter(({ isFalse }) => isFalse)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('differs from its map only at false crossings, each closed whole and for its own reason', () => {
    checked((road) => {
      const expected = new Set<number>();
      for (const { cause, cells, spare, isFalse, hasNewWay } of road.crossings) {
        const [drawn, ...closed] = WHAT_IS[cause];
        for (const cell of cells) {
          expect(road.drawn[cell]).toBe(drawn);
          expect(isFalse ? closed : [drawn]).toContain(road.truth[cell]);
        }
        // A new way is made only beside a crossing that is gone.
        expect([hasNewWay, isFalse, spare >= 0]).not.toEqual([true, false, spare >= 0]);
        for (const cell of isFalse ? cells : []) expected.add(cell);
        for (const cell of hasNewWay ? [spare] : []) {
          expect(isOpen(road.drawn[cell] as number)).toBe(false);
          expect(isOpen(road.truth[cell] as number)).toBe(true);
          expected.add(cell);
        }
      }
      const different = [...road.truth.keys()].filter((cell) => road.truth[cell] !== road.drawn[cell]);
      expect(different).toEqual([...expected].sort((a, b) => a - b));
      for (const cell of different) expect(road.crossingOf[cell]).toBeGreaterThanOrEqual(0);
    });
  });

  it('always leaves the lame man a way, whatever has been reported so far', () => {
    fc.assert(
      fc.property(seeds, columns, falseness, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (...drawn) => {
        const [seed, width, share, told] = drawn;
        const road = makeRoad(seed, width, share);
        const known = road.crossings.map((each, i) =>
          each.isFalse && told[i] !== true ? { ...each, isFalse: false, hasNewWay: false } : each,
        );
        const map = makeTruth(road.drawn, known);
        expect(reach(map, road.start)[goalOf(road)]).toBe(1);
      }),
      { numRuns: 600 },
    );
  });

  it('makes each crossing false as often as it should, as far as a way must remain', () => {
    const measure = (width: number, share: number): number => {
      let all = 0;
      let wrong = 0;
      for (let seed = 1; seed <= 600; seed++) {
        const { crossings } = makeRoad(seed, width, share);
        all += crossings.length;
        wrong += crossings.filter(({ isFalse }) => isFalse).length;
      }
      return wrong / all;
    };
    // Up to 0.35 within 3 points at the act's length; a short road has few crossings to spare, and no road can have
    // many more than half of them false (docs/acts/blind-and-lame.md has the measured shares).
    for (const share of [0.1, 0.2, 0.3, 0.35]) expect(Math.abs(measure(19, share) - share)).toBeLessThan(0.03);
    expect(Math.abs(measure(25, 0.4) - 0.4)).toBeLessThan(0.03);
    expect(measure(13, 0.3)).toBeGreaterThan(0.23);
    expect(measure(19, 0.5)).toBeGreaterThan(0.42);
    expect(measure(19, 0.5)).toBeLessThan(0.5);
  });

  it('has every cause, and now and then a way that the map does not know', () => {
    const causes = new Set<string>();
    let newWays = 0;
    for (let seed = 1; seed <= 40; seed++)
      for (const { cause, isFalse, hasNewWay } of makeRoad(seed, 19, 0.3).crossings) {
        if (isFalse) causes.add(cause);
        if (hasNewWay) newWays++;
      }
    expect([...causes].sort()).toEqual(['fallen', 'flood', 'slide']);
    expect(newWays).toBeGreaterThan(10);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(makeRoad(7, 19, 0.3)).toEqual(makeRoad(7, 19, 0.3));
    expect(makeRoad(8, 19, 0.3)).not.toEqual(makeRoad(7, 19, 0.3));
  });
});

describe('wrong guesses', () => {
  it('are branches of three cells or more that lead nowhere; short ones and detours are none', () => {
    const start = 2;
    const none = draw(['#####$', '######', '@...$$', '######', '#####$']);
    expect(countWrongGuesses(none, start, 22)).toBe(0);
    const two = draw(['#....#', '#.####', '@....$', '##.###', '##...#']);
    expect(countWrongGuesses(two, start, 27)).toBe(2);
    const short = draw(['#..###', '#.####', '@....$', '##.###', '##.###']);
    expect(countWrongGuesses(short, start, 27)).toBe(1);
    const detour = draw(['#...##', '#.#.##', '@....$', '######', '######']);
    expect(countWrongGuesses(detour, start, 27)).toBe(0);
  });
});

describe('the first road', () => {
  const road = makeFirstRoad();

  it('is short, and has an honest fork and one false bridge on the shorter way', () => {
    expect(road.columns).toBe(12);
    expect(road.markets).toHaveLength(3);
    expect(countWrongGuesses(road.truth, road.start, goalOf(road))).toBe(1);
    const wrong = road.crossings.filter(({ isFalse }) => isFalse);
    expect(wrong).toMatchObject([{ cause: 'fallen' }]);
    const drawnWay = findWay(road.drawn, road.start, goalOf(road));
    const trueWay = findWay(road.truth, road.start, goalOf(road));
    expect(drawnWay.length).toBeLessThan(trueWay.length);
  });

  it('is read from lines of text, and nonsense is refused', () => {
    expect(laneOf(road.start)).toBe(2);
    expect(() => readRoad(['@'], [])).toThrow('5 lines');
    expect(() => readRoad(['@', '.', '?', '.', '.'], [])).toThrow('no sign of a road');
  });
});
