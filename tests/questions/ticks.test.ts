import { assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';

import { placeTicks } from '../../src/app/questions/ticks.ts';

test('round numbers between the ends carry labels', () => {
  expect(placeTicks({ min: 0, max: 100, step: 1 }, String).labelled).toEqual([0, 20, 40, 60, 80, 100]);
  expect(placeTicks({ min: 0, max: 36, step: 1 }, String).labelled).toEqual([0, 10, 20, 30, 36]);
});

test('ticks are inside the range, in order, few enough to read, and both ends are labelled', () => {
  const ranges = record({
    min: integer({ min: -500, max: 5000 }),
    steps: integer({ min: 2, max: 400 }),
    step: constantFrom(0.5, 1, 5, 10, 250),
  }).map(({ min, steps, step }) => ({ min, max: min + steps * step, step }));
  assert(
    property(ranges, (range) => {
      const { labelled, small } = placeTicks(range, String);
      expect(labelled[0]).toBe(range.min);
      expect(labelled.at(-1)).toBe(range.max);
      expect(labelled.length).toBeLessThanOrEqual(8);
      expect(small.length).toBeLessThanOrEqual(61);
      for (const ticks of [labelled, small]) {
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(range.min - 1e-6);
          expect(tick).toBeLessThanOrEqual(range.max + 1e-6);
        }
      }
    }),
  );
});
