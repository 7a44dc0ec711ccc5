import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  countWrong,
  LONGEST_LOCK_MS,
  NO_TRIES,
  passTime,
  readTries,
  type Tries,
} from '../../../src/kiosk/pin/tries.ts';

const wrongTimes = (tries: Tries, times: number): Tries =>
  Array.from({ length: times }).reduce<Tries>((at) => countWrong(at), tries);

test('five wrong ones lock for a minute, and every further lock lasts twice as long', () => {
  const lengths: number[] = [];
  let tries = NO_TRIES;
  for (let lock = 0; lock < 9; lock += 1) {
    expect(wrongTimes(tries, 4).restMs).toBe(0);
    tries = wrongTimes(tries, 5);
    lengths.push(tries.restMs / 60_000);
    tries = passTime(tries, tries.restMs);
  }
  expect(lengths).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64]);
});

test('only time that has passed shortens a lock', () => {
  const locked = wrongTimes(NO_TRIES, 5);
  expect(passTime(locked, 59_999).restMs).toBe(1);
  expect(passTime(locked, 60_000).restMs).toBe(0);
  for (const odd of [0, -1, -1e12, Number.NaN]) expect(passTime(locked, odd)).toEqual(locked);
  expect(passTime(NO_TRIES, 1000)).toEqual(NO_TRIES);
});

test('what was kept is read again; what makes no sense locks', () => {
  expect(readTries(undefined)).toEqual(NO_TRIES);
  const locked = passTime(wrongTimes(NO_TRIES, 5), 1234.5);
  expect(readTries(structuredClone(locked))).toEqual(locked);
  const odd = [null, 'x', {}, { ...locked, restMs: -1 }, { ...locked, restMs: Number.NaN }, { ...locked, wrong: -1 }];
  for (const each of [...odd, { ...locked, locks: 0.5 }, { ...locked, restMs: LONGEST_LOCK_MS + 1 }])
    expect(readTries(each).restMs).toBe(60_000);
});

test('no order of tries and times gives more than five looks between two locks', () => {
  const step = fc.oneof(fc.constant('try' as const), fc.integer({ min: -1e9, max: 120_000 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let tries = NO_TRIES;
      let looks = 0;
      for (const each of steps) {
        if (each !== 'try') tries = passTime(tries, each);
        else if (tries.restMs === 0) {
          tries = countWrong(tries);
          looks += 1;
        }
        if (tries.restMs > 0) looks = 0;
        expect(looks).toBeLessThan(5);
      }
    }),
  );
});
