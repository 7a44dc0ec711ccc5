import { describe, expect, it } from 'vitest';
import { hitChance } from '../../../src/acts/duck-pond/rules/crossbow.ts';
import { act, countPhase, countWhat, PHASE, put, quietPond, run, use } from './ponds.ts';

/** Aims, waits until the hand is steady, and looses. */
function shoot(pond: ReturnType<typeof quietPond>, at: number): ReturnType<typeof run> {
  run(pond, 50, use('bolt', at));
  return run(pond, 1, [{ do: 'use', at }]);
}

describe('the crossbow', () => {
  it('takes one duck with a hit, and only one', () => {
    const pond = quietPond({ hastyHit: 1, steadyHit: 1, shotFear: 0 });
    put(pond, 5, PHASE.resting, 3);
    const happened = shoot(pond, 3);
    expect(happened.map(({ what }) => what)).toEqual(['loose', 'hit']);
    expect(pond.tally).toMatchObject({ taken: 1, shots: 1, hits: 1 });
    expect(pond.resting[3]).toBe(4);
  });

  it('raises fear nearby with a miss as with a hit; it falls with the distance and ends at the reach', () => {
    for (const hit of [0, 1]) {
      const pond = quietPond({ hastyHit: hit, steadyHit: hit, fearReach: 2, shotFear: 0.9, fearFades: 0 });
      put(pond, 1, PHASE.resting, 3);
      shoot(pond, 3);
      const expected = [0, 0.3, 0.6, 0.9, 0.6, 0.3, 0];
      for (const [spot, fear] of expected.entries()) expect(pond.fear[spot]).toBeCloseTo(fear, 10);
    }
  });

  it('makes birds in earshot rise, and leaves those beyond', () => {
    const pond = quietPond({ hastyHit: 0, steadyHit: 0, fearReach: 1, shotFear: 1 });
    put(pond, 6, PHASE.resting, 3);
    put(pond, 6, PHASE.resting, 6);
    const happened = shoot(pond, 3);
    expect(happened).toContainEqual({ what: 'startle', at: 3, count: 6 });
    expect(pond.resting[6]).toBe(6);
    expect(pond.tally.frightened).toBe(6);
    run(pond, 31);
    expect(countPhase(pond, PHASE.startled)).toBe(0);
  });

  it('tears held birds loose', () => {
    const pond = quietPond({ hastyHit: 0, steadyHit: 0, tearChance: 1 });
    put(pond, 1, PHASE.resting, 3);
    put(pond, 4, PHASE.held, 3);
    const happened = shoot(pond, 3);
    expect(happened).toContainEqual({ what: 'tear', at: 3, count: 4 });
    expect(pond.tally).toMatchObject({ held: 0, torn: 4 });
  });

  it('hits more surely with a steady hand', () => {
    const pond = quietPond({ hastyHit: 0.4, steadyHit: 0.8, steadySeconds: 2 });
    act.step(pond, use('bolt', 2));
    const chances = [hitChance(pond)];
    for (let i = 0; i < 3; i++) {
      run(pond, 20);
      chances.push(hitChance(pond));
    }
    expect(chances[0]).toBeCloseTo(0.41, 5);
    expect(chances[1]).toBeCloseTo(0.61, 5);
    expect(chances.slice(2)).toEqual([0.8, 0.8]);
    act.step(pond, [{ do: 'use', at: 5 }]);
    expect(pond.aimAt).toBe(5);
    expect(hitChance(pond)).toBeLessThan(0.45);
  });

  it('stays in memory: flocks that were shot at keep away on the next evening', () => {
    const passes = (frighten: boolean): number => {
      const pond = quietPond({ restChance: 0.03, mostDread: 1 }, 5);
      if (frighten) pond.fright.fill(1);
      while (pond.evening < 2) act.step(pond, []);
      return countWhat(run(pond, 400), 'pass');
    };
    expect(passes(false)).toBeGreaterThan(5);
    expect(passes(true)).toBe(0);
  });

  it('is forgotten over a quiet evening, not over a noisy one', () => {
    const dreadAfter = (shots: boolean): number => {
      const pond = quietPond({ dreadFades: 0.6, mostDread: 0.8, hastyHit: 0, steadyHit: 0, dreadPerFright: 0 });
      pond.dread.fill(0.8);
      put(pond, 1, PHASE.resting, 3);
      if (shots) shoot(pond, 3);
      run(pond, 1, [{ do: 'sleep' }]);
      return pond.dread[0] as number;
    };
    expect(dreadAfter(true)).toBe(0.8);
    expect(dreadAfter(false)).toBeCloseTo(0.32, 10);
  });

  it('costs effort, and is refused without it, or without a bird', () => {
    const pond = quietPond({ effort: 4, boltEffort: 3, shotFear: 0, hastyHit: 0, steadyHit: 0 });
    expect(shoot(pond, 1)).toEqual([{ what: 'refused', why: 'empty', at: 1 }]);
    put(pond, 3, PHASE.resting, 1);
    expect(countWhat(run(pond, 1, [{ do: 'use', at: 1 }]), 'loose')).toBe(1);
    expect(pond.effort).toBe(1);
    expect(run(pond, 1, [{ do: 'use', at: 1 }])).toEqual([{ what: 'refused', why: 'effort', at: 1 }]);
    expect(pond).toMatchObject({ effort: 1, aimAt: -1, tally: { shots: 1, refused: 1 } });
  });
});

describe('fear', () => {
  it('fades', () => {
    const pond = quietPond({ fearFades: 0.25 });
    pond.fear[2] = 1;
    run(pond, 20);
    expect(pond.fear[2]).toBeCloseTo((1 - 0.25 / 20) ** 20, 10);
    run(pond, 400);
    expect(pond.fear[2]).toBeLessThan(0.01);
  });

  it('keeps passing birds in the sky', () => {
    const landed = (fear: number): number => {
      const pond = quietPond({ grainChance: 1, fearFades: 0 });
      pond.fear.fill(fear);
      pond.fondness.fill(1);
      pond.grain.fill(100);
      put(pond, 40, PHASE.passing, 0, pond.tick);
      run(pond, 110);
      return pond.landed[0] as number;
    };
    expect(landed(0)).toBeGreaterThan(37);
    expect(landed(1)).toBe(0);
  });
});

describe('grain', () => {
  it('draws passing birds, more of them the better their flock knows the pond', () => {
    const landed = (fondness: number, grain: number): number => {
      const pond = quietPond({ grainChance: 0.3, call: 0, shyness: 0.05 });
      pond.fondness.fill(fondness);
      pond.grain.fill(grain);
      put(pond, 60, PHASE.passing, 0, pond.tick);
      run(pond, 110);
      return pond.landed[0] as number;
    };
    expect(landed(1, 0)).toBe(0);
    expect(landed(0, 20)).toBeLessThan(15);
    expect(landed(1, 20)).toBeGreaterThan(30);
  });

  it('is eaten kernel by kernel, makes the flock fond of the pond, and sates', () => {
    const pond = quietPond({ appetite: 5, peckSeconds: 0.5 });
    pond.grain[3] = 8;
    const [duck] = put(pond, 1, PHASE.landing, 3, pond.tick);
    const happened = run(pond, 120);
    expect(happened).toContainEqual({ what: 'feed', duck, at: 3 });
    expect(happened).toContainEqual({ what: 'leave', duck, at: 3, why: 'fed' });
    expect(pond.grain[3]).toBe(3);
    expect(pond.fondness[0]).toBeCloseTo((5 * pond.parameters.fondnessPerPeck) / 7, 10);
  });

  it('soothes a flock that was shot at', () => {
    const pond = quietPond({ appetite: 5, peckSeconds: 0.5, grainSoothes: 0.7 });
    pond.dread.fill(0.5);
    pond.grain[3] = 8;
    put(pond, 1, PHASE.landing, 3, pond.tick);
    run(pond, 120);
    expect(pond.dread[0]).toBeCloseTo(0.5 * 0.9 ** 5, 10);
    expect(pond.dread[1]).toBe(0.5);
  });

  it('costs effort, is refused without it and where it lies thick', () => {
    const pond = quietPond({ effort: 9, grainEffort: 2 });
    expect(run(pond, 1, use('grain', 4))).toContainEqual({ what: 'scatter', at: 4 });
    run(pond, 2, [
      { do: 'use', at: 4 },
      { do: 'use', at: 4 },
    ]);
    expect(run(pond, 1, [{ do: 'use', at: 4 }])).toEqual([{ what: 'refused', why: 'full', at: 4 }]);
    expect(pond.effort).toBe(3);
    run(pond, 1, [{ do: 'use', at: 5 }]);
    expect(run(pond, 1, [{ do: 'use', at: 6 }])).toEqual([{ what: 'refused', why: 'effort', at: 6 }]);
    expect(pond.effort).toBe(1);
  });
});

describe('the call', () => {
  it('brings birds down to those that feed or are held, and to the spots beside them', () => {
    const landedAt = (callers: number, call: number): number => {
      const pond = quietPond({ call, ducks: 200 });
      put(pond, callers, PHASE.held, 3);
      put(pond, 100, PHASE.passing, 0, pond.tick);
      return countWhat(run(pond, 110), 'land');
    };
    expect(landedAt(0, 1)).toBe(0);
    expect(landedAt(20, 0)).toBe(0);
    expect(landedAt(2, 1)).toBeGreaterThan(5);
    expect(landedAt(20, 1)).toBeGreaterThan(2 * landedAt(2, 1));
  });
});

describe('glue', () => {
  it('catches birds that feed on it, until the strip is full or used up', () => {
    const pond = quietPond({ glueCatch: 1, glueWear: 0.1, stripRoom: 6, appetite: 20 });
    pond.grain[2] = 33;
    run(pond, 1, use('glue', 2));
    put(pond, 10, PHASE.landing, 2, pond.tick);
    run(pond, 200);
    expect(pond.held[2]).toBe(6);
    expect(pond.glue[2]).toBeCloseTo(0.4, 10);
    expect(pond.tally.held).toBe(6);
  });

  it('holds overnight what would otherwise leave', () => {
    const after = (glueHold: number): { held: number; resting: number; tally: object } => {
      const pond = quietPond({ glueHold, roost: 0, ducks: 100 });
      put(pond, 50, PHASE.held, 1);
      put(pond, 50, PHASE.resting, 2);
      run(pond, 61, [{ do: 'sleep' }]);
      return { held: pond.held[1] as number, resting: pond.resting[2] as number, tally: { ...pond.tally } };
    };
    expect(after(1)).toMatchObject({ held: 50, resting: 0, tally: { atDusk: 100, lost: 50, slipped: 0 } });
    expect(after(0)).toMatchObject({ held: 0, tally: { lost: 100, slipped: 50 } });
    expect(after(0.5).held).toBeGreaterThan(12);
    expect(after(0.5).held).toBeLessThan(38);
  });

  it('costs effort and is refused where it is still fresh', () => {
    const pond = quietPond({ effort: 10, glueEffort: 3 });
    run(pond, 1, use('glue', 0));
    expect(run(pond, 1, [{ do: 'use', at: 0 }])).toEqual([{ what: 'refused', why: 'full', at: 0 }]);
    expect(pond).toMatchObject({ effort: 7, tally: { coats: 1 } });
  });
});

describe('the hand', () => {
  it('gathers held birds one after another without raising any fear', () => {
    const pond = quietPond();
    put(pond, 4, PHASE.held, 6);
    put(pond, 5, PHASE.resting, 6);
    const happened = run(pond, 100, use('hand', 6));
    expect(happened[1]).toEqual({ what: 'walk', to: 6 });
    expect(countWhat(happened, 'gather')).toBe(4);
    expect(countWhat(happened, 'startle')).toBe(0);
    expect([...pond.fear]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(pond.resting[6]).toBe(5);
    expect(pond).toMatchObject({ hostAt: 6, gatherAt: -1, tally: { gathered: 4, taken: 4, held: 0 } });
    expect(pond.effort).toBe(pond.parameters.effort - 4 * pond.parameters.gatherEffort);
  });

  it('takes loose feeding birds too, more slowly and dearly', () => {
    const pond = quietPond();
    put(pond, 2, PHASE.feeding, 3);
    const happened = run(pond, 42, use('hand', 3));
    expect(countWhat(happened, 'gather')).toBe(1);
    expect(pond.effort).toBe(pond.parameters.effort - pond.parameters.stalkEffort);
  });

  it('leaves loose birds alone when it came for held ones', () => {
    const pond = quietPond();
    put(pond, 2, PHASE.held, 3);
    put(pond, 3, PHASE.feeding, 3);
    const happened = run(pond, 100, use('hand', 3));
    expect(countWhat(happened, 'gather')).toBe(2);
    expect(pond).toMatchObject({ gatherAt: -1, effort: pond.parameters.effort - 2 * pond.parameters.gatherEffort });
  });

  it('goes on while grain is thrown, and stops when the bow is raised', () => {
    const pond = quietPond();
    put(pond, 6, PHASE.held, 3);
    run(pond, 5, use('hand', 3));
    run(pond, 5, use('grain', 0));
    expect(pond.gatherAt).toBe(3);
    run(pond, 1, use('bolt', 0));
    expect(pond).toMatchObject({ gatherAt: -1, gatherDuck: -1, aimAt: 0 });
  });

  it('stops when effort runs out, and says so', () => {
    const pond = quietPond({ effort: 2 });
    put(pond, 4, PHASE.held, 3);
    const happened = run(pond, 60, use('hand', 3));
    expect(countWhat(happened, 'gather')).toBe(2);
    expect(happened.at(-1)).toEqual({ what: 'refused', why: 'effort', at: 3 });
    expect(pond.effort).toBe(0);
  });
});

describe('evenings', () => {
  it('are five, with nights between, fresh effort each, and end the run', () => {
    const pond = act.create(quietPond().parameters, 3);
    const happened = run(pond, 3000);
    expect(happened.filter(({ what }) => what === 'evening')).toEqual(
      [1, 2, 3, 4, 5].map((evening) => ({ what: 'evening', evening })),
    );
    expect(countWhat(happened, 'night')).toBe(4);
    expect(happened.at(-1)).toEqual({ what: 'over', yours: 0 });
    expect(pond.tick).toBe(5 * 500 + 4 * 60);
    expect(act.outcome(pond).series).toHaveLength(5);
  });

  it('can be cut short by going to sleep; at night tools rest', () => {
    const pond = quietPond();
    run(pond, 1, [{ do: 'sleep' }]);
    expect(pond.isNight).toBe(true);
    expect(run(pond, 1, use('grain', 1))).toContainEqual({ what: 'refused', why: 'night', at: 1 });
    run(pond, 60);
    expect(pond).toMatchObject({ evening: 2, isNight: false, effort: pond.parameters.effort });
  });

  it('begin with birds on the water and a flock in the sky within the first second', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const pond = act.create(quietPond({ restChance: 0.02 }).parameters, seed);
      const happened = run(pond, 20);
      expect(countPhase(pond, PHASE.resting), `seed ${seed}`).toBeGreaterThan(2);
      expect(countWhat(happened, 'pass'), `seed ${seed}`).toBeGreaterThan(0);
    }
  });
});
