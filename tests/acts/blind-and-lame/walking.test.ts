import { describe, expect, it } from 'vitest';
import { cellAt } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import { PLACE, UNKNOWN } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { seeBlind, seeLame } from '../../../src/acts/blind-and-lame/rules/see.ts';
import { act, callAndGo, findWhat, firstRoadIn, run, settle, whats } from './roads.ts';

/** Ticks that a number of seconds takes. */
const ticks = (seconds: number): number => seconds * act.ticksPerSecond;

describe('the staff', () => {
  it('finds a closed way in the time of a feel, and the foot stays', () => {
    const road = firstRoadIn('blind');
    const happened = settle(road, [{ do: 'step', to: 'left' }]);
    expect(findWhat(happened, 'bump')).toMatchObject({ to: 'left', at: cellAt(0, 1), place: PLACE.rock, near: 1 });
    expect(findWhat(happened, 'bump')?.pan).toBeLessThan(-0.5);
    expect(road.at).toBe(road.road.start);
    expect(road.touched[cellAt(0, 1)]).toBe(PLACE.rock);
    expect(road.tick - road.partBegan - 1).toBe(ticks(road.parameters.feelSeconds) + 1);
  });

  it('finds an open way, and then the foot comes after', () => {
    const road = firstRoadIn('blind');
    const happened = settle(road, [{ do: 'step', to: 'ahead' }]);
    expect(whats(happened).filter((what) => what !== 'hint')).toEqual(['touch', 'step']);
    expect(road.at).toBe(cellAt(1, 2));
    expect(road.tick - road.partBegan - 1).toBe(ticks(road.parameters.gropeSeconds) + 1);
    expect(seeBlind(road)).toMatchObject({ at: cellAt(1, 2), untold: 1, doing: 'stand' });
  });

  it('feels the mountain on one edge and the river on the other', () => {
    const road = firstRoadIn('blind');
    expect(findWhat(settle(road, [{ do: 'step', to: 'back' }]), 'bump')).toMatchObject({
      place: PLACE.rock,
      at: road.at,
    });
    road.at = cellAt(2, 4);
    expect(findWhat(settle(road, [{ do: 'step', to: 'right' }]), 'bump')).toMatchObject({ place: PLACE.river });
    expect(road.untold).toEqual([]);
  });

  it('keeps one wish, the latest, for when the foot stands', () => {
    const road = firstRoadIn('blind');
    run(road, 3, [{ do: 'step', to: 'ahead' }]);
    run(road, 1, [{ do: 'step', to: 'left' }]);
    run(road, 1, [{ do: 'step', to: 'right' }]);
    settle(road);
    expect(road.at).toBe(cellAt(1, 3));
  });
});

describe('called words', () => {
  it('are quick strides, one after another', () => {
    const road = firstRoadIn('together');
    const { callSeconds, strideSeconds } = road.parameters;
    const happened = settle(road, callAndGo('ahead', 'right', 'ahead'));
    expect(whats(happened).filter((what) => what !== 'hint')).toEqual([
      'call',
      'call',
      'call',
      'go',
      'step',
      'step',
      'step',
    ]);
    expect(road.at).toBe(cellAt(2, 3));
    const spent = ticks(3 * callSeconds + 3 * strideSeconds);
    expect(Math.abs(road.tick - road.partBegan - spent)).toBeLessThanOrEqual(4);
    expect(road.breath).toBe(road.parameters.breath - 3 * road.parameters.callBreath);
  });

  it('that meet something closed make them stumble, and the rest is forgotten', () => {
    const road = firstRoadIn('together');
    const happened = settle(road, callAndGo('ahead', 'ahead', 'ahead', 'ahead'));
    expect(findWhat(happened, 'stumble')).toMatchObject({ to: 'ahead', at: cellAt(2, 2), place: PLACE.rock });
    expect(road.at).toBe(cellAt(1, 2));
    expect(road.words).toEqual([]);
    expect(road.tally.forgotten).toBe(2);
    expect(seeBlind(road)).toMatchObject({ isWary: true, isGoing: false });
    expect(road.tally.denied).toBe(0);
  });

  it('are not trusted after a stumble until they have talked about it', () => {
    const stumbled = (): ReturnType<typeof firstRoadIn> => {
      const road = firstRoadIn('together');
      settle(road, callAndGo('ahead', 'ahead'));
      return road;
    };
    const silent = stumbled();
    settle(silent, [{ do: 'look' }]);
    expect(whats(settle(silent, callAndGo('right', 'ahead')))).toEqual(expect.arrayContaining(['touch']));
    expect(silent.tally).toMatchObject({ strides: 1, wary: 2, gropes: 2 });
    const told = stumbled();
    settle(told, [{ do: 'report' }]);
    expect(seeBlind(told).isWary).toBe(false);
    settle(told, [{ do: 'look' }]);
    expect(whats(settle(told, callAndGo('right', 'ahead')))).not.toContain('touch');
    expect(told.tally).toMatchObject({ strides: 3, wary: 0 });
  });

  it('are not trusted either after the staff, uncalled, has met what the map denied', () => {
    const road = firstRoadIn('together');
    settle(road, callAndGo('ahead', 'right', 'ahead', 'ahead', 'ahead'));
    expect(road.at).toBe(cellAt(4, 3));
    // Rock that the map knows is no contradiction; the fallen bridge is.
    settle(road, [{ do: 'step', to: 'right' }]);
    expect(seeBlind(road).isWary).toBe(false);
    expect(whats(settle(road, [{ do: 'step', to: 'ahead' }]))).toContain('bump');
    expect(seeBlind(road).isWary).toBe(true);
    expect(road.tally).toMatchObject({ denied: 1, stumbles: 0 });
  });

  it('mean nothing any more after a step that was not called', () => {
    const road = firstRoadIn('together', { hands: 2 });
    settle(road, [
      { do: 'call', to: 'ahead' },
      { do: 'call', to: 'right' },
    ]);
    run(road, 20);
    expect(road.words).toEqual(['ahead', 'right']);
    settle(road, [{ do: 'step', to: 'ahead' }]);
    expect(road.words).toEqual(['right']);
    expect(road.tally).toMatchObject({ strides: 1, gropes: 0 });
    settle(road, [{ do: 'step', to: 'left' }]);
    expect(road.words).toEqual([]);
    expect(road.tally).toMatchObject({ strides: 1, gropes: 1, forgotten: 1 });
  });
});

describe('markets', () => {
  it('give more to those who come before the rivals', () => {
    const soon = firstRoadIn('together');
    const words = callAndGo('ahead', 'right', 'ahead', 'ahead');
    expect(findWhat(settle(soon, words), 'market')).toMatchObject({
      market: 0,
      customers: 5,
      first: true,
      last: false,
    });
    const late = firstRoadIn('together', { rivalSeconds: 2 });
    expect(findWhat(settle(late, words), 'market')).toMatchObject({ market: 0, customers: 2, first: false });
    expect(late.won).toEqual([2, -1, -1]);
    expect(act.gauges(late).find(({ id }) => id === 'customers')?.value).toBe(2);
  });

  it('count once, and the last one ends the passage', () => {
    const road = firstRoadIn('together');
    settle(road, callAndGo('ahead', 'right', 'ahead', 'ahead', 'back', 'ahead'));
    expect(road.customers[2]).toBe(5);
    road.won[1] = 5;
    road.at = cellAt(10, 2);
    settle(road, [{ do: 'look' }]);
    const happened = settle(road, callAndGo('ahead'));
    expect(findWhat(happened, 'market')).toMatchObject({ market: 2, last: true });
    expect(findWhat(happened, 'sunset')).toMatchObject({ arrived: true, customers: 10 });
    expect(act.outcome(road).lightLeft[2]).toBeGreaterThan(60);
  });
});

describe('standing somewhere', () => {
  it('shows the lame man what is there, though the map denied it', () => {
    const road = firstRoadIn('together');
    const [, here] = [0, cellAt(1, 2)];
    road.map[here] = PLACE.rock;
    settle(road, [{ do: 'go' }]);
    settle(road, [{ do: 'step', to: 'ahead' }]);
    expect(seeLame(road).map[here]).toBe(PLACE.path);
    expect(seeLame(road).mended[here]).toBe(1);
    expect(road.touched[cellAt(2, 2)]).toBe(UNKNOWN);
  });
});
