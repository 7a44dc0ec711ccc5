import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fitSlope } from '../../scripts/soak/fit-slope.ts';
import { judgeSlopes } from '../../scripts/soak/judge-slopes.ts';
import { COUNTERS, type Counter, type Sample } from '../../scripts/soak/sample.ts';
import { drawUnit, seedRandom } from '../../src/kernel/random.ts';

const MINUTE = 60_000;

/** Samples of a kiosk that is looked at twice a minute; `grown` says what each counter has at an hour of its life. */
function makeSamples(
  minutes: number,
  grown: (counter: Counter, hours: number, number: number) => number,
  lives = 1,
): readonly Sample[] {
  return Array.from({ length: lives * minutes * 2 }, (_, number) => {
    const [life, age] = [Math.floor(number / (minutes * 2)), (number % (minutes * 2)) * 30_000];
    const hours = age / 3_600_000;
    const counts = Object.fromEntries(COUNTERS.map((counter) => [counter, grown(counter, hours, number)]));
    return { life, load: life, at: number * 30_000, age, sessions: number, counts: counts as Sample['counts'] };
  });
}

/** The page is loaded anew after every so many samples. */
function loadAnew(samples: readonly Sample[], every: number): readonly Sample[] {
  return samples.map((each, number) => ({ ...each, load: Math.floor(number / every) }));
}

describe('a slope', () => {
  test('is that of a line, whatever level each life begins at', () => {
    assert(
      property(
        integer({ min: -50, max: 50 }),
        array(integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 4 }),
        (perHour, levels) => {
          const points = levels.flatMap((level, life) =>
            [0, 1, 2, 3].map((hours) => ({ life, hours: hours + life * 10, value: level + perHour * hours })),
          );
          const slope = fitSlope(points);
          expect(slope?.perHour).toBeCloseTo(perHour, 6);
          expect((slope?.high ?? 0) - (slope?.low ?? 0)).toBeLessThan(1e-6);
          expect(slope?.hours).toBe(3 * levels.length);
        },
      ),
    );
  });

  test('covers the true one in at least 98 of 100 noisy runs, and is not wide for nothing', () => {
    const words = seedRandom(4);
    let [covered, wide] = [0, 0];
    for (let run = 0; run < 500; run++) {
      const points = Array.from({ length: 20 }, (_, at) => ({
        life: 0,
        hours: at / 10,
        value: 3 * (at / 10) + drawUnit(words) + drawUnit(words) + drawUnit(words),
      }));
      const slope = fitSlope(points);
      if (slope !== null && slope.low <= 3 && slope.high >= 3) covered += 1;
      if ((slope?.high ?? Infinity) - (slope?.low ?? 0) > 3) wide += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(490);
    expect(wide).toBeLessThanOrEqual(10);
  });

  test('of what stays on a level for long, and then on another one, is not taken for sure', () => {
    const words = seedRandom(5);
    let covered = 0;
    for (let run = 0; run < 300; run++) {
      let level = 0;
      const points = Array.from({ length: 120 }, (_, at) => {
        level = 0.85 * level + drawUnit(words) - 0.5;
        return { life: 0, hours: at / 90, value: level };
      });
      const slope = fitSlope(points);
      if (slope !== null && slope.low <= 0 && slope.high >= 0) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(288);
  });

  test('is not told of too few looks', () => {
    expect(fitSlope([])).toBe(null);
    expect(fitSlope([1, 2, 3].map((hours) => ({ life: 0, hours, value: hours })))).toBe(null);
    expect(fitSlope([1, 2, 3, 4].map((hours) => ({ life: hours, hours, value: hours })))).toBe(null);
  });
});

describe('a run', () => {
  const calm = (counter: Counter): number => (counter === 'heap' ? 20 : 7);

  test('of which nothing grows is well', () => {
    const { ok, slopes } = judgeSlopes(makeSamples(30, calm), 30 * MINUTE);
    expect(ok).toBe(true);
    expect(slopes.textures?.finding).toBe('flat');
    expect(slopes.heap?.finding).toBe('flat');
  });

  test.each(['listeners', 'nodes', 'textures', 'contexts', 'sounds', 'rows'] as const)(
    'in which one of %s is left behind by every tenth visitor is not',
    (leaking) => {
      const samples = makeSamples(30, (counter, _, number) =>
        counter === leaking ? 7 + Math.floor(number / 10) : calm(counter),
      );
      const { ok, slopes } = judgeSlopes(samples, 30 * MINUTE);
      expect(ok).toBe(false);
      expect(slopes[leaking]?.finding).toBe('grows');
      expect(slopes[leaking]?.perSession).toBeCloseTo(0.1, 2);
    },
  );

  test('whose heap grows by more than a megabyte an hour is not, and a leak is not hidden by starting anew', () => {
    const leak = (counter: Counter, hours: number): number => (counter === 'heap' ? 20 + 3 * hours : 7);
    expect(judgeSlopes(makeSamples(30, leak), 30 * MINUTE).ok).toBe(false);
    expect(judgeSlopes(makeSamples(15, leak, 4), 60 * MINUTE).ok).toBe(false);
  });

  test('whose page is loaded anew is told what grows within a load, not what its driver leaves behind with each', () => {
    const worlds = makeSamples(90, (counter, _, number) =>
      counter === 'heap' ? 20 + Math.floor(number / 40) : calm(counter),
    );
    const leak = makeSamples(90, (counter, hours) => (counter === 'heap' ? 20 + 3 * hours : calm(counter)));
    const judged = judgeSlopes(loadAnew(worlds, 40), 90 * MINUTE);
    expect([judged.slopes.heap?.finding, judged.ok]).toEqual(['flat', true]);
    expect(judgeSlopes(worlds, 90 * MINUTE).slopes.heap?.finding).toBe('grows');
    expect(judgeSlopes(loadAnew(leak, 40), 90 * MINUTE).slopes.heap?.finding).toBe('grows');
  });

  test('that saw too little of each load is judged by its lives', () => {
    const samples = loadAnew(makeSamples(6, calm), 1);
    expect(judgeSlopes(samples, 6 * MINUTE).slopes.heap?.points).toBeGreaterThan(5);
  });

  test('that is short may be unsure about the heap, and a long one may not', () => {
    const words = seedRandom(9);
    const noise = (size: number) => (counter: Counter) => (counter === 'heap' ? 20 + size * drawUnit(words) : 7);
    const short = judgeSlopes(makeSamples(5, noise(0.5)), 5 * MINUTE);
    expect([short.slopes.heap?.finding, short.ok]).toEqual(['unsure', true]);
    const long = judgeSlopes(makeSamples(90, noise(20)), 90 * MINUTE);
    expect([long.slopes.heap?.finding, long.ok]).toEqual(['unsure', false]);
  });

  test('is not judged by its first part, in which code is compiled and caches fill', () => {
    const samples = makeSamples(30, (counter, hours) => calm(counter) + Math.min(hours, 0.05) * 100);
    expect(judgeSlopes(samples, 30 * MINUTE).ok).toBe(true);
  });

  test('in which a counter was never a number proves nothing of it', () => {
    const samples = makeSamples(30, (counter) => (counter === 'sounds' ? Number.NaN : calm(counter)));
    const { ok, slopes } = judgeSlopes(samples, 30 * MINUTE);
    expect([slopes.sounds?.finding, ok]).toEqual(['unseen', false]);
  });

  test('that saw next to nothing proves nothing', () => {
    expect(judgeSlopes(makeSamples(2, calm).slice(0, 3), 2 * MINUTE).ok).toBe(false);
  });
});
