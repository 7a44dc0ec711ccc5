import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/acts/air-before-infantry/rules/orders.ts';
import { crossed, readParade } from '../../../src/acts/air-before-infantry/stage/parade.ts';
import { readTimetable } from '../../../src/acts/air-before-infantry/stage/timetable.ts';
import { marchTicks } from '../../../src/acts/air-before-infantry/rules/march.ts';
import { campaign } from '../../acts/air-before-infantry/campaigns.ts';

const { parameters } = campaign();

describe('who crosses the ridge', () => {
  it('is nobody when kites and scouts go alone', () => {
    const journeys = readTimetable(parameters, [
      { kind: 'mail', town: 1 },
      { kind: 'website' },
      { kind: 'recon', town: 1 },
    ]);
    expect(readParade(journeys)).toEqual([]);
  });

  it('is the cart of sales tools first, then banner, drum and spear, one behind the other', () => {
    const orders = inOrder([{ kind: 'infantry', town: 0 }, { kind: 'supply' }, { kind: 'infantry', town: 3 }]);
    const walkers = readParade(readTimetable(parameters, orders));
    const squad = ['banner', 'drum', 'spear'];
    expect(walkers.map(({ role }) => role)).toEqual(['bare', ...squad, ...squad]);
    expect(walkers.filter(({ pulls }) => pulls)).toHaveLength(1);
    const soldiers = walkers.slice(1).map(({ from }) => from);
    expect([...new Set(soldiers)].sort((a, b) => a - b)).toEqual(soldiers);
  });

  it('is at most two squads, and over the ridge before the week is over', () => {
    const orders = Array.from({ length: 6 }, (_, town) => ({ kind: 'infantry', town }) as const);
    const walkers = readParade(readTimetable(parameters, orders));
    expect(walkers).toHaveLength(6);
    for (const walker of walkers) {
      expect(crossed(walker, walker.from - 1)).toBe(0);
      expect(crossed(walker, marchTicks(parameters))).toBe(1);
      let before = 0;
      for (let now = walker.from; now < marchTicks(parameters); now++) {
        expect(crossed(walker, now)).toBeGreaterThanOrEqual(before);
        before = crossed(walker, now);
      }
    }
  });
});
