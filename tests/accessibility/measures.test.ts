/** The measures themselves, by what their sources print. */
import { describe, expect, it } from 'vitest';

import { contrastOf, differenceOf, labOf, luminanceOf, simulate } from './colour.ts';
import { findChanges, measureFlashes, type Film } from './flashes.ts';

describe('contrast', () => {
  it('is 21 between black and white, and that of WCAG for grey #767676', () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10);
    expect(contrastOf([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });
});

describe('the difference of colours', () => {
  it.each([
    // Pairs of the test data that Sharma, Wu and Dalal publish with their paper.
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('of %j and %j is %d', (one, other, difference) => {
    expect(differenceOf(one, other)).toBeCloseTo(difference, 4);
  });

  it('starts from lightness 100 for white and 0 for black', () => {
    expect(labOf([255, 255, 255])[0]).toBeCloseTo(100, 3);
    expect(labOf([0, 0, 0])).toEqual([0, 0, 0]);
  });
});

describe('colour blindness', () => {
  it('leaves greys as they are, and makes one colour of a red and a green for who lacks red or green', () => {
    for (const deficiency of ['protan', 'deutan', 'tritan'] as const)
      for (const channel of simulate([128, 128, 128], deficiency)) expect(channel).toBeCloseTo(128, 0);
    const [red, green] = [[196, 60, 60] as const, [92, 116, 30] as const];
    const apart = (deficiency: 'deutan' | 'tritan'): number =>
      differenceOf(labOf(simulate(red, deficiency)), labOf(simulate(green, deficiency)));
    expect(apart('deutan')).toBeLessThan(apart('tritan') / 3);
    expect(luminanceOf(simulate([255, 0, 0], 'protan'))).toBeLessThan(luminanceOf([255, 0, 0]) * 0.6);
  });
});

/** A film of 12 × 12 cells, 20 frames a second; `level` is told cell and frame. */
function film(frames: number, level: (cell: number, frame: number) => number): Film {
  const levels = new Uint8Array(144 * frames);
  for (let at = 0; at < levels.length; at++) levels[at] = level(at % 144, Math.floor(at / 144));
  return { columns: 12, rows: 12, levels, stepMs: 50 };
}

describe('the flash meter', () => {
  it('counts opposing changes of a tenth and no smaller ones', () => {
    expect(findChanges([100, 126, 100, 126])).toEqual([1, 2, 3]);
    expect(findChanges([100, 120, 100, 120])).toEqual([]);
  });

  it('counts a slow change once, and what happens among bright levels not at all', () => {
    expect(findChanges(Array.from({ length: 100 }, (_, frame) => frame))).toEqual([26]);
    expect(findChanges([255, 210, 255, 210])).toEqual([]);
  });

  it('finds four flashes a second on the whole screen, and where they were', () => {
    const found = measureFlashes(film(60, (_, frame) => (frame >= 40 ? ((frame * 8) % 20 < 10 ? 200 : 60) : 60)));
    expect(found.most).toBeGreaterThan(3);
    expect(found.atSeconds).toBeGreaterThan(2);
  });

  it('lets three a second pass, and any number in a corner that is small enough', () => {
    const slow = measureFlashes(film(100, (_, frame) => ((frame * 3) % 20 < 10 ? 200 : 60)));
    expect(slow.most).toBeLessThanOrEqual(3);
    expect(measureFlashes(film(60, (cell, frame) => (cell < 3 && frame % 2 > 0 ? 200 : 60))).most).toBe(0);
  });
});
