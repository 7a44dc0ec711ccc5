/**
 * What an order says that it will do is what then happens: exactly where all is known, within the stated range where
 * walls are unknown.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foresee, foreseeWeek, spanAt } from '../../../src/acts/air-before-infantry/rules/foresight.ts';
import {
  countHeld,
  incomeOf,
  isKnown,
  wallsOf,
  type Span,
} from '../../../src/acts/air-before-infantry/rules/ground.ts';
import type { Order } from '../../../src/acts/air-before-infantry/rules/intents.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { act, all, anyOrder, anyProvince, anyWeeks, campaign, give, know, march, played } from './campaigns.ts';

const lastOrder = anyOrder(20);
const plan = fc.array(anyOrder(20), { maxLength: 6 });

function expectWithin(value: number, { least, most }: Span, what: string): void {
  expect(value, what).toBeGreaterThanOrEqual(least);
  expect(value, what).toBeLessThanOrEqual(most);
}

/** Walls when the infantry goes: read in the middle of the march, after air and recon and before anyone climbs. */
function wallsNow(state: CampaignState): number[] {
  return Array.from(state.full, (full, town) => wallsOf(state, town, full));
}

describe('the foresight of an order', () => {
  it('is what then happens, for any order on top of any plan in any province', () => {
    fc.assert(
      fc.property(anyProvince, fc.integer(), anyWeeks, plan, lastOrder, (changes, seed, weeks, orders, order) => {
        const state = played(changes, seed, weeks);
        if (state.isOver) return;
        give(state, ...orders);
        const view = viewOf(state);
        const planned = foreseeWeek(view, view.orders);
        const seen = foresee(view, order);
        const happened = give(state, order);
        expect(all(happened, 'refused')[0]?.why ?? null).toBe(seen.refusal);
        if (seen.refusal !== null) return;
        const then = foreseeWeek(viewOf(state), state.orders);
        const [purse, income] = [state.purse, incomeOf(state)];
        const known = Array.from(state.full, (_, town) => isKnown(state, town));
        const marched: ReturnType<typeof march>[number][] = [...act.step(state, [{ do: 'march' }])];
        while (state.isMarching && state.ticksIn < Math.floor(70 * 0.46)) marched.push(...act.step(state, []));
        for (const [town, walls] of wallsNow(state).entries()) {
          const span = spanAt(then, 'walls', town);
          expectWithin(walls, span, `walls of ${town}`);
          expect(known[town] === true ? span.least : span.most, `walls of ${town}, if known`).toBe(span.most);
        }
        for (const { town, before, after, nextWeek } of seen.towns) {
          expect(before).toEqual(spanAt(planned, 'walls', town));
          expect(after).toEqual(spanAt(then, 'walls', town));
          expect(nextWeek).toEqual(spanAt(then, 'nextWalls', town));
        }
        while (state.isMarching && !state.isOver) marched.push(...act.step(state, []));
        const spent = Object.values(state.ledgers.spent).reduce((sum, each) => sum + (each[view.week - 1] ?? 0), 0);
        expectWithin(spent, then.spent, 'spent');
        expectWithin(state.purse, then.purse, 'purse');
        expect(purse - spent + incomeOf(state) + state.parameters.stipend).toBe(state.purse);
        expectWithin(incomeOf(state), then.income, 'income');
        expectWithin(
          incomeOf(state) - income,
          {
            least: then.income.least - income,
            most: then.income.most - income,
          },
          'change of income',
        );
        expectWithin(countHeld(state), then.towns, 'towns');
        for (const [town, walls] of wallsNow(state).entries())
          expectWithin(walls, spanAt(then, 'nextWalls', town), `walls of ${town} next week`);
        checkOwn(seen, marched, order);
        expect(state.purse).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('is exact in everything where all walls are known', () => {
    fc.assert(
      fc.property(anyProvince, fc.integer(), anyWeeks, plan, (changes, seed, weeks, orders) => {
        const state = played({ ...changes, fog: 0 }, seed, weeks);
        if (state.isOver) return;
        give(state, ...orders);
        const then = foreseeWeek(viewOf(state), state.orders);
        for (const span of [then.spent, then.left, then.purse, then.income, then.towns])
          expect(span.least).toBe(span.most);
        march(state);
        expect(state.purse).toBe(then.purse.most);
        expect(incomeOf(state)).toBe(then.income.most);
        expect(countHeld(state)).toBe(then.towns.most);
        expect(wallsNow(state)).toEqual([...then.high.nextWalls]);
      }),
      { numRuns: 150 },
    );
  });

  it('holds for walls before which an assault falls, although word of mouth still reaches them', () => {
    const state = campaign({ purse: 1000, growBack: 0 });
    const [town, neighbour] = [5, (state.province.neighbours[5] as readonly number[])[0] as number];
    state.held[neighbour] = 1;
    state.full[town] = state.high[town] as number;
    give(state, { kind: 'infantry', town });
    const then = foreseeWeek(viewOf(state), state.orders);
    expect(all(march(state), 'fell')).toHaveLength(1);
    expectWithin(wallsNow(state)[town] as number, spanAt(then, 'nextWalls', town), 'walls next week');
    expect(wallsNow(state)[town]).toBe(then.high.nextWalls[town]);
  });

  it('is the same again after the order is taken back', () => {
    fc.assert(
      fc.property(anyProvince, fc.integer(), plan, lastOrder, (changes, seed, orders, order) => {
        const state = campaign(changes, seed);
        give(state, ...orders);
        const before = JSON.stringify(foresee(viewOf(state), order));
        const isGiven = all(give(state, order), 'ordered').length > 0;
        if (isGiven) act.step(state, [{ do: 'undo' }]);
        expect(JSON.stringify(foresee(viewOf(state), order))).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});

/** What the order itself came to: cost, and whether infantry took its town. */
function checkOwn(seen: ReturnType<typeof foresee>, marched: ReturnType<typeof march>, order: Order): void {
  const of = (happened: (typeof marched)[number]): boolean => {
    if (!('cost' in happened)) return false;
    if (happened.what === 'air') return order.kind === happened.arm && 'town' in order && order.town === happened.town;
    if (happened.what === 'taken' || happened.what === 'fell')
      return order.kind === 'infantry' && order.town === happened.town;
    if (happened.what === 'recon') return order.kind === 'recon' && order.town === happened.town;
    return order.kind === happened.what;
  };
  const mine = marched.find(of);
  if (mine === undefined || !('cost' in mine)) throw new Error('the order was not carried out');
  expectWithin(mine.cost, seen.cost, 'cost');
  if (mine.what !== 'taken' && mine.what !== 'fell') return;
  expectWithin(mine.walls, seen.walls as Span, 'walls met');
  expect(mine.what).toBe(seen.chance === 1 ? 'taken' : seen.chance === 0 ? 'fell' : mine.what);
  expect(seen.chance).toBeGreaterThanOrEqual(0);
}

describe('the chance that is told', () => {
  it('is how often infantry by the map really takes its town', () => {
    let told = 0;
    let taken = 0;
    let count = 0;
    for (let seed = 1; seed <= 600; seed++) {
      const state = campaign({ purse: 2000 }, seed);
      for (const town of [1, 5]) {
        const { chance } = foresee(viewOf(state), { kind: 'infantry', town });
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThan(1);
        told += chance as number;
        count++;
        give(state, { kind: 'infantry', town });
      }
      taken += all(march(state), 'taken').length;
    }
    // Three standard errors of a share of 1,200 near three quarters: 0.038.
    expect(Math.abs(taken - told) / count).toBeLessThan(0.038);
  });

  it('is certain behind a scout, over known walls, and over walls that air has wholly torn', () => {
    const state = campaign({ purse: 2000, exhibitionStrength: 100 });
    const chanceOf = (town: number): number | null => foresee(viewOf(state), { kind: 'infantry', town }).chance;
    expect(chanceOf(2)).toBeLessThan(1);
    know(state, 2, 70);
    expect(chanceOf(2)).toBe(1);
    give(state, { kind: 'recon', town: 4 });
    expect(chanceOf(4)).toBe(1);
    give(state, { kind: 'exhibition', town: 9 });
    expect(chanceOf(9)).toBe(1);
    expect(foresee(viewOf(state), { kind: 'infantry', town: 9 }).cost.most).toBe(state.province.garrison[9]);
  });
});

describe('the purse', () => {
  it('must be able to pay at worst: infantry behind a scout is refused where only low walls could be paid', () => {
    const probe = campaign({ purse: 2000 });
    give(probe, { kind: 'recon', town: 2 });
    const { cost, refusal } = foresee(viewOf(probe), { kind: 'infantry', town: 2 });
    expect(refusal).toBeNull();
    expect(cost.least).toBeLessThan(cost.most);
    const price = probe.parameters.reconPrice;
    for (const [purse, why] of [
      [price + cost.most, null],
      [price + cost.most - 1, 'purse'],
      [price + cost.least, 'purse'],
    ] as const) {
      const state = campaign({ purse });
      give(state, { kind: 'recon', town: 2 });
      expect(foresee(viewOf(state), { kind: 'infantry', town: 2 }).refusal).toBe(why);
      expect(all(give(state, { kind: 'infantry', town: 2 }), 'refused')[0]?.why ?? null).toBe(why);
    }
  });
});

describe('what is foreseen of each arm', () => {
  it('says who falls, how far, and what is left of it next week', () => {
    const state = campaign({ word: 0 });
    know(state, 3, 70);
    const { towns } = foresee(viewOf(state), { kind: 'mail', town: 3 });
    expect(towns).toEqual([{ town: 3, before: span(70), after: span(40), nextWeek: span(70 - Math.floor(30 * 0.85)) }]);
    const show = foresee(viewOf(state), { kind: 'exhibition', town: 3 });
    expect(show.towns).toHaveLength(1 + (state.province.neighbours[3]?.length ?? 0));
    expect(foresee(viewOf(state), { kind: 'website' }).towns).toHaveLength(12);
    expect(foresee(viewOf(state), { kind: 'recon', town: 1 }).towns).toEqual([]);
  });

  it('says what sales tools save on the infantry that is planned', () => {
    const state = campaign({ purse: 1000 });
    know(state, 3, 0);
    give(state, { kind: 'infantry', town: 3 });
    const garrison = state.province.garrison[3] as number;
    expect(foresee(viewOf(state), { kind: 'supply' }).saves).toEqual(span(garrison - Math.ceil(garrison * 0.7)));
  });
});

function span(value: number): Span {
  return { least: value, most: value };
}
