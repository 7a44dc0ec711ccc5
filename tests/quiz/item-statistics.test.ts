import { describe, expect, it } from 'vitest';
import { countChoices } from '../../src/quiz/statistics/choices.ts';
import { describeItems, type SittingMarks } from '../../src/quiz/statistics/item-statistics.ts';

/**
 * The marks of 22 people on 13 questions, of Moodle's own test of its statistics (generated at random there); slot 8 is
 * out of 8, the others out of 1.
 */
const SLOTS = [8, 9, 10, 11, 12, 19, 20, 17, 18, 14, 15, 16, 13];
const MARKS = [
  [5.5, 0.3, 0.9, 1, 0.3, 0, 1, 1, 0, 0, 0, 1, 1],
  [1, 0.9, 0.9, 0.3, 0.3, 0, 1, 0, 1, 0, 0, 1, 1],
  [2.5, 1, 0.9, 0.3, 1, 1, 1, 1, 1, 0, 1, 1, 0],
  [4, 0.3, 0.9, 1, 0.3, 0, 1, 1, 0, 0, 0, 0, 0],
  [3, 0.9, 0.3, 0.9, 1, 1, 0, 1, 1, 1, 0, 0, 0],
  [4.5, 0.9, 1, 1, 0.9, 0, 0, 0, 0, 1, 1, 1, 0],
  [3, 0.3, 0.3, 0.3, 0.3, 1, 1, 1, 1, 0, 1, 1, 1],
  [6, 0.9, 0.9, 1, 0.3, 0, 1, 1, 0, 1, 1, 1, 0],
  [0.5, 0.9, 1, 0.9, 0.3, 0, 1, 1, 1, 1, 1, 0, 0],
  [5.5, 0.9, 1, 0.9, 0.3, 0, 0, 1, 0, 1, 0, 0, 1],
  [2.5, 0.9, 1, 1, 0.9, 0, 1, 1, 0, 1, 0, 0, 0],
  [4, 0.9, 0.3, 0.9, 1, 0, 1, 1, 1, 1, 1, 1, 0],
  [4, 0.9, 0.3, 0.3, 1, 1, 0, 0, 1, 1, 1, 0, 1],
  [3, 1, 1, 0.3, 1, 1, 0, 1, 1, 1, 0, 1, 0],
  [1, 1, 0.9, 0.3, 0.3, 0, 0, 0, 0, 0, 1, 0, 1],
  [1, 0.3, 0.3, 0.3, 0.9, 0, 1, 0, 0, 0, 0, 1, 0],
  [1.5, 1, 0.3, 0.9, 1, 0, 0, 1, 0, 1, 0, 1, 1],
  [4, 0.9, 1, 0.9, 1, 0, 0, 0, 1, 1, 1, 1, 0],
  [2, 0.9, 0.9, 0.3, 0.9, 0, 0, 0, 0, 1, 0, 0, 0],
  [1, 1, 0.3, 0.3, 0.3, 0, 0, 1, 0, 1, 1, 0, 0],
  [6, 0.9, 1, 1, 0.9, 1, 1, 0, 0, 0, 0, 1, 0],
  [7, 0.9, 0.3, 0.3, 0.3, 0, 0, 1, 1, 0, 1, 1, 1],
];
/** Moodle's expectations, slots 8 to 20: from its spreadsheet, to be met within 1e-6. */
const FACILITY = [
  41.19318182, 81.36363636, 71.36363636, 65.45454545, 65.90909091, 36.36363636, 59.09090909, 50, 59.09090909,
  63.63636364, 45.45454545, 27.27272727, 50,
];
const DEVIATION = [
  1912.733589, 251.2738111, 322.6312277, 333.4199022, 337.5811591, 492.3659639, 503.2362797, 511.7663157, 503.2362797,
  492.3659639, 509.6471914, 455.8423058, 511.7663157,
];
const DISCRIMINATION = [
  25.88327077, 1.170256965, -4.207816809, 28.16930644, -2.513606859, -12.99017581, -8.900638238, 8.670004606,
  29.63337745, 15.18945843, 16.21079629, 15.52451404, -8.396734802,
];
const EFFICIENCY = [
  27.23492723, 1.382386552, -4.691171307, 31.12404354, -2.877487579, -17.5074184, -10.27568922, 10.86956522,
  34.58997279, 17.4790556, 20.14359793, 22.06477733, -10,
];
const WEIGHT = [
  26.58464457, 3.368456046, 3.253955259, 7.584083694, 3.79658376, 3.183278505, 4.532356904, 7.78856243, 10.08351572,
  8.381139345, 8.727645713, 7.946277111, 4.769500946,
];

const sittings: readonly SittingMarks[] = MARKS.map((row) =>
  row.map((mark, i) => ({ item: String(SLOTS[i]), mark, max: SLOTS[i] === 8 ? 8 : 1 })),
);

describe('item statistics', () => {
  const bySlot = new Map(describeItems(sittings).map((each) => [Number(each.item), each]));

  it.each(FACILITY.map((facility, i) => [i + 8, facility] as const))('equals Moodle’s for slot %i', (slot) => {
    const i = slot - 8;
    const of = bySlot.get(slot);
    expect(of?.asked).toBe(22);
    expect(100 * (of?.facility ?? NaN)).toBeCloseTo(FACILITY[i] as number, 6);
    expect(1000 * (of?.deviation ?? NaN) * (slot === 8 ? 8 : 1)).toBeCloseTo(DEVIATION[i] as number, 5);
    expect(of?.discrimination).toBeCloseTo(DISCRIMINATION[i] as number, 6);
    expect(of?.efficiency).toBeCloseTo(EFFICIENCY[i] as number, 6);
    expect(of?.effectiveWeight).toBeCloseTo(WEIGHT[i] as number, 6);
  });

  it('takes sittings with different questions, and then gives no weights', () => {
    const some = sittings.map((sitting, i) => sitting.filter((_, j) => (i + j) % 3 !== 0));
    for (const of of describeItems(some)) {
      expect(of.exposure).toBeLessThan(1);
      expect(of.effectiveWeight).toBeNull();
      expect(Math.abs(of.discrimination ?? 0)).toBeLessThanOrEqual(100);
    }
  });

  it('says nothing where nothing varies', () => {
    const same = [1, 2, 3].map(() => [
      { item: 'a', mark: 1, max: 1 },
      { item: 'b', mark: 0, max: 1 },
    ]);
    expect(describeItems(same)[0]).toMatchObject({ facility: 1, discrimination: null, efficiency: null });
    expect(describeItems([])).toEqual([]);
  });
});

describe('choices by rank', () => {
  it('counts every option once an answer, commonest first', () => {
    const counts = countChoices([
      { item: 'a', response: ['x'], rank: 'general' },
      { item: 'a', response: ['y'], rank: 'low-soldier' },
      { item: 'a', response: ['x', 'x'], rank: 'marshal' },
    ]);
    expect(counts['a']).toEqual([
      { option: 'x', byRank: [0, 0, 0, 1, 1], total: 2 },
      { option: 'y', byRank: [1, 0, 0, 0, 0], total: 1 },
    ]);
  });
});
