import { describe, expect, it } from 'vitest';
import { foresee } from '../../src/acts/air-before-infantry/rules/foresight.ts';
import { isKnown, spanWalls } from '../../src/acts/air-before-infantry/rules/ground.ts';
import { closingAt, marchTicks } from '../../src/acts/air-before-infantry/rules/march.ts';
import { inOrder } from '../../src/acts/air-before-infantry/rules/orders.ts';
import { viewOf } from '../../src/acts/air-before-infantry/rules/view.ts';
import { laddersUp, readSoldier, type SoldierNow } from '../../src/acts/air-before-infantry/stage/assaults.ts';
import { lightOf, nightOf } from '../../src/acts/air-before-infantry/stage/hour.ts';
import { readTimetable, shareGone } from '../../src/acts/air-before-infantry/stage/timetable.ts';
import { lookAtTowns, orderOf } from '../../src/acts/air-before-infantry/stage/town-look.ts';
import {
  coinsOf,
  findBack,
  findWall,
  FULL_WALLS,
  kindOf,
  TOWN_UNITS,
} from '../../src/acts/air-before-infantry/stage/wall-pieces.ts';
import { act, campaign, give, march } from '../acts/air-before-infantry/campaigns.ts';

/** Shares of full height at which the drawings 1 to 5 end. */
const DRAWN = [0.34, 0.51, 0.68, 0.84, 1];

describe('a wall', () => {
  it('is exactly as high as its number says, in every kind of town', () => {
    for (const kind of ['small', 'medium', 'large'] as const)
      for (let walls = 4; walls <= 100; walls++)
        for (const isTorn of [true, false]) {
          const piece = { name: '', stretch: 0 };
          findWall(kind, walls, isTorn, piece);
          const level = Number(piece.name.at(-1)) - (isTorn ? 0 : 1);
          const high = (DRAWN[level] as number) * TOWN_UNITS[kind].high * piece.stretch;
          expect(high).toBeCloseTo((walls / 100) * FULL_WALLS, 6);
          expect(piece.name).toContain(isTorn ? `torn-${kind}` : `wall-${kind}`);
        }
  });

  it('is not drawn when nothing is left of it', () => {
    const piece = { name: 'x', stretch: 0 };
    findWall('small', 0, true, piece);
    expect(piece.name).toBe('');
  });

  it('has a lower far side when it is lower', () => {
    expect([10, 40, 90].map((walls) => findBack('large', walls))).toEqual([
      'province/back-large-low',
      'province/back-large-middle',
      'province/back-large-high',
    ]);
  });

  it('rings a larger town where there is more to win', () => {
    expect([3, 6, 9].map((worth) => kindOf(worth, 3, 9))).toEqual(['small', 'medium', 'large']);
    expect(kindOf(5, 5, 5)).toBe('medium');
    expect([coinsOf('small'), coinsOf('medium'), coinsOf('large')]).toEqual([1, 2, 3]);
  });
});

describe('looking at the towns', () => {
  it('shows estimates as they stand, and what a pointed order would leave', () => {
    const state = campaign({}, 4);
    const view = viewOf(state);
    const order = { kind: 'exhibition', town: 5 } as const;
    const looks = lookAtTowns(view, order);
    const seen = foresee(view, order);
    expect(seen.towns.length).toBeGreaterThan(1);
    for (const [town, look] of looks.entries()) {
      expect(look.now).toEqual(spanWalls(view, town));
      const changed = seen.towns.find((each) => each.town === town);
      expect(look.after).toEqual(changed?.after ?? look.now);
      expect(look.isReached).toBe(changed !== undefined);
    }
  });

  it('shows nothing as gone while nothing is planned or pointed at', () => {
    for (const look of lookAtTowns(viewOf(campaign({}, 4)), null)) {
      expect(look.after).toEqual(look.now);
      expect(look.ladders).toBeNull();
      expect(look.chance).toBeNull();
    }
  });

  it('shows ladders and chance where infantry is looked at', () => {
    const view = viewOf(campaign({ purse: 2000 }, 4));
    const look = lookAtTowns(view, { kind: 'infantry', town: 3 })[3];
    const seen = foresee(view, { kind: 'infantry', town: 3 });
    expect(look?.chance).toBe(seen.chance);
    expect(look?.ladders).toBeGreaterThanOrEqual(look?.now.least ?? Number.NaN);
    expect(look?.ladders).toBeLessThanOrEqual(look?.now.most ?? Number.NaN);
  });

  it('keeps what is planned in sight, and lets the march tear it off', () => {
    const state = campaign({ purse: 500 }, 4);
    give(state, { kind: 'mail', town: 2 });
    const planned = lookAtTowns(viewOf(state), null)[2];
    expect(planned?.after.most).toBeLessThan(planned?.now.most ?? 0);
    march(state);
    const after = lookAtTowns(viewOf(state), null)[2];
    expect(after?.isTorn).toBe(true);
    expect(after?.now.most).toBeLessThan(planned?.now.most ?? 0);
  });

  it('lifts the mist where a scout has been, and knows held towns', () => {
    const state = campaign({ purse: 3000 }, 4);
    give(state, { kind: 'recon', town: 1 }, { kind: 'infantry', town: 1 });
    march(state);
    const view = viewOf(state);
    const look = lookAtTowns(view, null)[1];
    expect(isKnown(view, 1)).toBe(true);
    expect(look?.isKnown).toBe(true);
    expect(look?.isHeld).toBe(true);
  });

  it('reads orders off the panel’s buttons', () => {
    expect(orderOf('order-posters', 4)).toEqual({ kind: 'posters', town: 4 });
    expect(orderOf('order-website', 4)).toEqual({ kind: 'website' });
    for (const id of [null, 'town-3', 'march', 'order-nothing']) expect(orderOf(id, 4)).toBeNull();
  });
});

describe('the timetable', () => {
  const { parameters } = campaign();
  const orders = inOrder([
    { kind: 'infantry', town: 1 },
    { kind: 'recon', town: 1 },
    { kind: 'posters', town: 1 },
    { kind: 'infantry', town: 2 },
    { kind: 'website' },
  ]);

  it('has everyone set out before they do what they do, and gone before the week turns', () => {
    const journeys = readTimetable(parameters, orders);
    expect(journeys.map(({ order }) => order)).toEqual(orders);
    for (const { leaves, arrives, ends } of journeys) {
      expect(leaves).toBeGreaterThanOrEqual(0);
      expect(leaves).toBeLessThan(arrives);
      expect(ends).toBeGreaterThan(arrives);
      expect(ends).toBeLessThanOrEqual(marchTicks(parameters) + 1);
    }
  });

  it('arrives in the very tick in which the rules carry an order out', () => {
    const state = campaign({ purse: 3000 }, 4);
    give(state, ...orders.filter(({ kind }) => kind !== 'website'));
    act.step(state, [{ do: 'march' }]);
    const journeys = readTimetable(state.parameters, state.orders);
    while (state.isMarching) {
      const { ticksIn, done } = state;
      act.step(state, []);
      for (let n = done; n < state.done; n++) expect(Math.floor(journeys[n]?.arrives ?? -1)).toBe(ticksIn);
    }
  });

  it('counts shares of a stretch', () => {
    expect([0, 5, 10, 15].map((now) => shareGone(now, 5, 15))).toEqual([0, 0, 0.5, 1]);
  });
});

describe('an assault', () => {
  const { parameters } = campaign();
  const journey = readTimetable(parameters, [{ kind: 'infantry', town: 0 }])[0];
  if (!journey) throw new Error('one order makes one journey');
  const at = (now: number, ended: 'taken' | 'fell' | null, rank = 0): SoldierNow => {
    const soldier: SoldierNow = { doing: 'wait', way: -1, done: -1 };
    readSoldier(journey, ended, rank, now, soldier);
    return soldier;
  };

  it('marches, climbs, and cheers when the town is taken', () => {
    expect(at(journey.leaves + 2, null)).toMatchObject({ doing: 'march' });
    expect(at(journey.arrives - 1, null)).toMatchObject({ doing: 'climb', way: 1 });
    expect(at(journey.arrives + 1, 'taken')).toMatchObject({ doing: 'cheer', way: 1 });
    expect(at(journey.ends + 1, 'taken').doing).toBe('gone');
  });

  it('falls back down the road when it fails, one of them off the ladder', () => {
    expect(at(journey.arrives + 2, 'fell', 1).doing).toBe('fall');
    const back = at(journey.ends - 1, 'fell', 0);
    expect(back.doing).toBe('back');
    expect(back.way).toBeLessThan(1);
    expect(at(journey.ends + 1, 'fell', 0).doing).toBe('gone');
  });

  it('never goes backwards on its way there', () => {
    let before = 0;
    for (let now = journey.leaves; now < journey.arrives; now += 0.25) {
      const { way } = at(now, null);
      expect(way).toBeGreaterThanOrEqual(before);
      before = way;
    }
    expect(before).toBe(1);
  });

  it('raises its ladders before it climbs, and loses them afterwards', () => {
    expect(laddersUp(journey, null, journey.leaves)).toBe(0);
    expect(laddersUp(journey, null, journey.arrives - 1)).toBe(1);
    expect(laddersUp(journey, 'fell', journey.arrives + 2)).toBe(1);
    expect(laddersUp(journey, 'fell', journey.ends)).toBe(0);
  });
});

describe('the hour', () => {
  it('is day while a week is planned, and night when the week turns', () => {
    const state = campaign({}, 2);
    expect(nightOf(viewOf(state), 0)).toBe(0);
    act.step(state, [{ do: 'march' }]);
    let deepest = 0;
    let atIncome = 0;
    while (state.isMarching) {
      const night = nightOf(viewOf(state), 0);
      if (state.ticksIn === closingAt(state.parameters, 0)) atIncome = night;
      deepest = Math.max(deepest, night);
      act.step(state, []);
    }
    expect(atIncome).toBe(0);
    expect(deepest).toBeGreaterThan(0.9);
    expect(nightOf(viewOf(state), 0)).toBeGreaterThan(0.9);
    for (let tick = 0; tick < 20; tick++) act.step(state, []);
    expect(nightOf(viewOf(state), 0)).toBe(0);
  });

  it('takes light away by night', () => {
    const view = viewOf(campaign());
    const sum = (night: number): number => lightOf(view, night).reduce((all, each) => all + each, 0);
    expect(sum(1)).toBeLessThan(sum(0) * 0.75);
  });
});
