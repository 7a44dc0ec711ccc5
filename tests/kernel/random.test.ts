import { describe, expect, it } from 'vitest';
import { drawBelow, drawChance, drawUnit, drawWord, seedRandom } from '../../src/kernel/random.ts';

const WORD = 0x1_0000_0000n;

/**
 * sfc32 written again from its author's description, in unbounded integers: sum = a + b + counter; counter += 1;
 * a = b xor (b >> 9); b = c + (c << 3); c = rotl(c, 21) + sum.
 */
function* reference(seed: bigint): Generator<number> {
  let [a, b, c, counter] = [0x9e3779b9n, seed % WORD, (seed / WORD) % WORD, 1n];
  for (let i = 0; ; i++) {
    const sum = (a + b + counter) % WORD;
    counter = (counter + 1n) % WORD;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) % WORD;
    c = ((((c << 21n) | (c >> 11n)) % WORD) + sum) % WORD;
    if (i >= 15) yield Number(sum);
  }
}

describe('random numbers', () => {
  it.each([0, 1, 42, 2026, 0xffff_ffff, 0x1_0000_0000, 9_007_199_254_740_991])('are sfc32 for seed %d', (seed) => {
    const words = seedRandom(seed);
    const expected = reference(BigInt(seed));
    for (let i = 0; i < 500; i++) expect(drawWord(words)).toBe(expected.next().value);
  });

  it('differ from seed to seed, and repeat with the seed', () => {
    const first = (seed: number): number => drawWord(seedRandom(seed));
    expect(new Set(Array.from({ length: 1000 }, (_, seed) => first(seed))).size).toBe(1000);
    expect(first(7)).toBe(first(7));
  });

  it('go on from a copied state', () => {
    const words = seedRandom(3);
    for (let i = 0; i < 10; i++) drawWord(words);
    const copy = words.slice();
    expect(Array.from({ length: 5 }, () => drawWord(words))).toEqual(Array.from({ length: 5 }, () => drawWord(copy)));
  });

  it('stay from 0 up to, but below, 1, and are a half on average', () => {
    const words = seedRandom(11);
    const unit = Array.from({ length: 100_000 }, () => drawUnit(words));
    expect(Math.min(...unit)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...unit)).toBeLessThan(1);
    expect(unit.reduce((sum, value) => sum + value, 0) / unit.length).toBeCloseTo(0.5, 2);
  });

  it('give every face of a die its share (chi-square below the 99.9 % point for 9 degrees)', () => {
    const words = seedRandom(12);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const face = drawBelow(words, 10);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(27.88);
  });

  it('know never and always', () => {
    const words = seedRandom(5);
    for (let i = 0; i < 1000; i++) {
      expect(drawChance(words, 0)).toBe(false);
      expect(drawChance(words, 1)).toBe(true);
    }
  });
});
