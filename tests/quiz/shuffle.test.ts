import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedRandom } from '../../src/kernel/random.ts';
import { shuffleOptions, shufflePlaces } from '../../src/quiz/index.ts';
import { seedFor, shuffle } from '../../src/quiz/items/shuffle.ts';
import { choice, estimate, matching, ordering, samples, sorting } from './items.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('shuffling', () => {
  it('gives a permutation that depends on the seed and the item alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), seeds, (item, seed) => {
        const shown = shuffleOptions(item, seed);
        expect([...shown].sort()).toEqual([...item.options].sort());
        expect(shuffleOptions(structuredClone(item), seed)).toEqual(shown);
      }),
    );
  });

  it('never shows an ordering in its right order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(shuffleOptions(ordering, seed)).not.toEqual(ordering.key);
      }),
      { numRuns: 500 },
    );
  });

  it('shuffles the places too, by the order of the options alone, and leaves an estimate’s options be', () => {
    fc.assert(
      fc.property(fc.constantFrom(matching, sorting), seeds, (item, seed) => {
        const shown = shuffleOptions(item, seed);
        const places = shufflePlaces(item, shown);
        expect(places.toSorted()).toEqual(item.places.toSorted());
        expect(shufflePlaces(structuredClone(item), [...shown])).toEqual(places);
      }),
    );
    const orders = Array.from({ length: 40 }, (_unused, seed) =>
      shufflePlaces(matching, shuffleOptions(matching, seed)),
    );
    // Six orders of the options lead to as many orders of the places at most.
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(2);
    expect(shufflePlaces(choice, choice.options)).toEqual([]);
    expect(shuffleOptions(estimate, 9)).toEqual(estimate.options);
  });

  it('puts the key in every place about equally often', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const place = shuffleOptions(choice, seed).indexOf(choice.key);
      counts[place] = (counts[place] as number) + 1;
    }
    // 4,000 throws of a fair four-sided die stay within 1,000 ± 4 standard deviations (4 · 27.4).
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(110);
  });

  it('makes every order of three equally likely', () => {
    const counts = new Map<string, number>();
    const random = seedRandom(7);
    for (let n = 0; n < 6000; n++) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(116);
  });

  it('shuffles two items of one debrief by different seeds', () => {
    expect(seedFor(5, 'one')).not.toBe(seedFor(5, 'two'));
    expect(seedFor(5, 'one')).not.toBe(seedFor(6, 'one'));
  });
});
