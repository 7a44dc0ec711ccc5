/** The house's own exponential and logarithm beside the engine's: here, and only here, `Math.exp` may be used. */
import { describe, expect, it } from 'vitest';
import { exp, ln } from '../../src/kernel/exponential.ts';
import { drawUnit, seedRandom } from '../../src/kernel/random.ts';

const bits = new DataView(new ArrayBuffer(8));

/** The distance from |value| to the next larger double. */
function ulp(value: number): number {
  bits.setFloat64(0, Math.abs(value));
  bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
  return bits.getFloat64(0) - Math.abs(value);
}

const random = seedRandom(3);
const draw = (from: number, to: number): number => from + (to - from) * drawUnit(random);
const COUNT = 100_000;

describe('exp', () => {
  it('is within 2 units in the last place over all normal results', () => {
    let worst = 0;
    for (let i = 0; i < COUNT; i++) {
      const x = i % 2 === 0 ? draw(-708, 709) : draw(-5, 5);
      worst = Math.max(worst, Math.abs(exp(x) - Math.exp(x)) / ulp(Math.exp(x)));
    }
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThanOrEqual(2);
  });

  it('knows its ends', () => {
    expect([exp(0), exp(710), exp(Infinity), exp(-746), exp(-Infinity), exp(Number.NaN)]).toEqual([
      1,
      Infinity,
      Infinity,
      0,
      0,
      Number.NaN,
    ]);
    expect(exp(-745)).toBe(5e-324);
    expect(exp(709.78)).toBeLessThan(Infinity);
    expect(Math.abs(exp(-720) - Math.exp(-720))).toBeLessThanOrEqual(5e-324);
  });

  it('never falls when its argument grows', () => {
    let before = 0;
    for (let x = -20; x < 20; x += 0.001) {
      expect(exp(x)).toBeGreaterThanOrEqual(before);
      before = exp(x);
    }
  });
});

describe('ln', () => {
  it('is within 2 units in the last place, and near 1 within 2e-16', () => {
    let worst = 0;
    let near = 0;
    for (let i = 0; i < COUNT; i++) {
      const x = i % 2 === 0 ? Math.exp(draw(-708, 709)) : draw(0.5, 2);
      const error = Math.abs(ln(x) - Math.log(x));
      if (Math.abs(Math.log(x)) < 0.5) near = Math.max(near, error);
      else worst = Math.max(worst, error / ulp(Math.log(x)));
    }
    expect(worst).toBeLessThanOrEqual(2);
    expect(near).toBeLessThanOrEqual(2e-16);
  });

  it('knows its ends', () => {
    expect([ln(1), ln(0), ln(-0), ln(Infinity), ln(-1), ln(Number.NaN)]).toEqual([
      0,
      -Infinity,
      -Infinity,
      Infinity,
      Number.NaN,
      Number.NaN,
    ]);
    expect(ln(5e-324)).toBeCloseTo(-744.4400719213812, 10);
  });

  it('undoes exp', () => {
    for (let i = 0; i < 1000; i++) {
      const x = draw(-700, 700);
      expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(1e-12 + 4e-16 * Math.abs(x));
    }
  });
});
