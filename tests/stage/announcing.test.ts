import { describe, expect, it } from 'vitest';
import { hold, LEAST_GAP_MS, letPass, startPacing } from '../../src/stage/overlay/pacing.ts';
import { tell } from '../../src/acts/duck-pond/stage/voice.ts';
import type { PondHappening } from '../../src/acts/duck-pond/rules/happenings.ts';
import type { PondState } from '../../src/acts/duck-pond/rules/state.ts';

const state = { aimAt: 2, resting: [0, 0, 3], feeding: [0, 0, 1] } as unknown as PondState;
const keys = (happened: readonly PondHappening[]): readonly string[] =>
  tell(happened, state).map((each) => each.text.key);

describe('pacing', () => {
  it('tells the first at once, and the next together after the gap', () => {
    let { pacing, due } = letPass(hold(startPacing<string>(), ['a']), 16);
    expect(due).toEqual(['a']);
    pacing = hold(pacing, ['b']);
    ({ pacing, due } = letPass(pacing, 500));
    expect(due).toEqual([]);
    pacing = hold(pacing, ['c', 'd']);
    ({ pacing, due } = letPass(pacing, LEAST_GAP_MS - 500));
    expect(due).toEqual(['b', 'c', 'd']);
    expect(letPass(pacing, 10_000).due).toEqual([]);
  });

  it('does not keep what is urgent waiting, and tells with it what waited already', () => {
    const isUrgent = (each: string): boolean => each === 'urgent';
    const { pacing } = letPass(hold(startPacing<string>(), ['a']), 16, isUrgent);
    expect(letPass(hold(pacing, ['b']), 16, isUrgent).due).toEqual([]);
    expect(letPass(hold(pacing, ['b', 'urgent']), 16, isUrgent).due).toEqual(['b', 'urgent']);
  });

  it('never tells more than once in a gap, over a minute of frames', () => {
    let pacing = startPacing<number>();
    let told = 0;
    for (let n = 0; n < 3600; n++) {
      const passed = letPass(hold(pacing, [n]), 1000 / 60);
      pacing = passed.pacing;
      if (passed.due.length > 0) told++;
    }
    expect(told).toBeLessThanOrEqual(Math.ceil(60_000 / LEAST_GAP_MS) + 1);
    expect(told).toBeGreaterThan(40);
  });
});

describe('what the pond tells', () => {
  it('counts birds of one spot together, and names the fullest spot', () => {
    const land = (duck: number, at: number): PondHappening => ({ what: 'land', duck, at, why: 'grain' });
    const [told] = tell([land(1, 1), land(2, 1), land(3, 1), land(4, 5)], state);
    expect(told?.text).toEqual({ key: 'happenings.land', values: { spot: 2, count: 3 } });
  });

  it('puts the end and the night first, urgently', () => {
    const told = tell(
      [
        { what: 'land', duck: 0, at: 0, why: 'rest' },
        { what: 'night', evening: 2, yours: 9 },
        { what: 'over', yours: 9 },
      ],
      state,
    );
    expect(told.map((each) => each.text.key)).toEqual(['happenings.over', 'happenings.night', 'happenings.land']);
    expect(told.map((each) => each.urgent === true)).toEqual([true, true, false]);
  });

  it('sums a mass flight into one sentence', () => {
    const told = tell(
      [
        { what: 'startle', at: 1, count: 3 },
        { what: 'startle', at: 2, count: 5 },
      ],
      state,
    );
    expect(told[0]?.text).toEqual({ key: 'happenings.startle', values: { count: 8 } });
  });

  it('says why something was refused, and how many are under the aim', () => {
    expect(keys([{ what: 'refused', why: 'effort', at: 1 }])).toEqual(['happenings.refused.effort']);
    expect(tell([{ what: 'aim', at: 2 }], state)[0]?.text.values).toEqual({ spot: 3, count: 4 });
    expect(keys([{ what: 'aim', at: 4 }])).toEqual([]);
  });

  it('says no more than three sentences', () => {
    const many: PondHappening[] = [
      { what: 'hit', duck: 1, at: 1 },
      { what: 'startle', at: 1, count: 2 },
      { what: 'held', duck: 2, at: 3 },
      { what: 'gather', duck: 5, at: 3 },
      { what: 'pass', flock: 1, count: 7, from: 'left', keen: false },
    ];
    expect(keys(many)).toHaveLength(3);
  });
});
