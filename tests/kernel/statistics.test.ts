import { describe, expect, it } from 'vitest';
import { drawChance, drawUnit, seedRandom } from '../../src/kernel/random.ts';
import {
  boundMean,
  boundRatio,
  boundShare,
  pairedEffect,
  quantilesOf,
  superiority,
  t99,
} from '../../src/kernel/statistics/index.ts';

describe('bounds', () => {
  it("know Student's t (tables: two-sided 99 %)", () => {
    for (const [degrees, t] of [
      [10, 3.1693],
      [20, 2.8453],
      [30, 2.75],
      [60, 2.6603],
      [120, 2.6174],
    ] as const)
      expect(t99(degrees)).toBeCloseTo(t, 3);
    expect(t99(5)).toBeCloseTo(4.0321, 1);
    expect(t99(1e9)).toBeCloseTo(2.5758, 4);
  });

  it("know Wilson's interval (from the formula, by hand: 81 of 263)", () => {
    // Newcombe 1998 gives 0.2553 to 0.3662 at 95 %; at 99 % it is wider on both sides.
    const { estimate, lower, upper } = boundShare(81, 263);
    expect(estimate).toBeCloseTo(0.308, 4);
    expect(lower).toBeCloseTo(0.2402, 3);
    expect(upper).toBeCloseTo(0.3853, 3);
  });

  it('stay within 0 and 1 at the ends', () => {
    expect(boundShare(0, 20)).toMatchObject({ estimate: 0, lower: 0 });
    expect(boundShare(20, 20)).toMatchObject({ estimate: 1, upper: 1 });
    expect(boundShare(0, 20).upper).toBeCloseTo(6.6349 / 26.6349, 4);
  });

  it('bound a mean (five numbers, by hand)', () => {
    const { estimate, lower, upper } = boundMean([2, 4, 4, 5, 10]);
    expect(estimate).toBe(5);
    expect(upper - estimate).toBeCloseTo(estimate - lower, 10);
    expect(upper - estimate).toBeCloseTo((t99(4) * 3) / Math.sqrt(5), 10);
  });

  it('bound a ratio: exactly where it is the same in each run, and infinite over nothing', () => {
    expect(boundRatio([2, 4, 6], [1, 2, 3])).toEqual({ estimate: 2, lower: 2, upper: 2 });
    expect(boundRatio([1, 2], [0, 0]).estimate).toBe(Infinity);
  });

  it('cover the truth as often as they say', () => {
    const random = seedRandom(99);
    const tries = 2000;
    let shares = 0;
    let means = 0;
    let ratios = 0;
    for (let i = 0; i < tries; i++) {
      let times = 0;
      for (let run = 0; run < 100; run++) if (drawChance(random, 0.3)) times++;
      const share = boundShare(times, 100);
      if (share.lower <= 0.3 && 0.3 <= share.upper) shares++;
      const sample = Array.from({ length: 60 }, () => drawUnit(random) + drawUnit(random));
      const mean = boundMean(sample);
      if (mean.lower <= 1 && 1 <= mean.upper) means++;
      const ratio = boundRatio(
        sample.map((value) => 3 * value + drawUnit(random)),
        sample,
      );
      if (ratio.lower <= 3.5 && 3.5 <= ratio.upper) ratios++;
    }
    for (const hits of [shares, means, ratios]) {
      expect(hits / tries).toBeGreaterThan(0.98);
      expect(hits / tries).toBeLessThan(1);
    }
  });
});

describe('effects and quantiles', () => {
  it('measure paired effects in their own deviations', () => {
    expect(pairedEffect([3, 5, 7], [1, 2, 3])).toBeCloseTo(3, 10);
    expect(pairedEffect([1, 2], [1, 2])).toBe(0);
    expect(pairedEffect([2, 3], [1, 2])).toBe(Infinity);
  });

  it('count a draw as half', () => {
    expect(superiority([2, 2, 0, 5], [1, 2, 3, 1])).toBe(0.625);
  });

  it('interpolate, and leave the sample alone', () => {
    const sample = [5, 1, 3, 2, 4];
    expect(quantilesOf(sample, [0, 0.25, 0.5, 0.9, 1])).toEqual([1, 2, 3, 4.6, 5]);
    expect(sample).toEqual([5, 1, 3, 2, 4]);
  });
});
