import { describe, expect, it } from 'vitest';
import type { ActFile } from '../../src/app/acts.ts';
import { asUsualWay, chooseParameters, isOtherWay, pickWay } from '../../src/app/play/ways.ts';

const file = {
  parameters: { hands: 1, road: 0, light: 30 },
  ways: [
    { id: 'one', parameters: {} },
    { id: 'two', parameters: { hands: 2 } },
  ],
  first: { road: 1 },
};
const plain: Pick<ActFile, 'parameters' | 'ways' | 'first'> = { parameters: { light: 30 } };

describe('the way to play', () => {
  it('is the first wish that the act knows, else the usual one', () => {
    expect(pickWay(file, [null, 'two', 'one'])).toBe('two');
    expect(pickWay(file, ['by-mail', undefined])).toBe('one');
    expect(pickWay(plain, ['two'])).toBeNull();
  });

  it('changes the parameters of a new run, and the first run of the usual way has its own', () => {
    expect(chooseParameters(file, 'one', false)).toEqual({ hands: 1, road: 1, light: 30 });
    expect(chooseParameters(file, 'one', true)).toEqual({ hands: 1, road: 0, light: 30 });
    expect(chooseParameters(file, 'two', false)).toEqual({ hands: 2, road: 0, light: 30 });
    expect(chooseParameters(file, 'two', true)).toEqual({ hands: 2, road: 0, light: 30 });
    expect(chooseParameters(plain, null, false)).toEqual({ light: 30 });
  });

  it('is put aside for the strategies that are compared with a run, and nothing else is', () => {
    expect(asUsualWay(file, { hands: 2, road: 1, light: 20 })).toEqual({ hands: 1, road: 1, light: 20 });
    expect(asUsualWay(plain, { light: 20 })).toEqual({ light: 20 });
  });

  it('is another than that of the thousand when any parameter is', () => {
    expect(isOtherWay(file, { hands: 1, road: 0, light: 30 })).toBe(false);
    expect(isOtherWay(file, { hands: 1, road: 1, light: 30 })).toBe(true);
    expect(isOtherWay(file, chooseParameters(file, 'two', true))).toBe(true);
  });
});
