/** Nobody sees walls that no scout has seen: neither screens nor bots. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBot } from '../../../src/kernel/play-bot.ts';
import { foresee } from '../../../src/acts/air-before-infantry/rules/foresight.ts';
import { hintOf } from '../../../src/acts/air-before-infantry/rules/hints.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { act, anyOrder, anyProvince, anyWeeks, give, parameters, played } from './campaigns.ts';

/** Another campaign that looks the same: every unknown wall somewhere else in its estimate. */
function changeHidden(state: CampaignState, shift: number): void {
  for (let town = 0; town < state.full.length; town++) {
    const low = state.low[town] as number;
    const range = (state.high[town] as number) - low + 1;
    state.full[town] = low + (((state.full[town] as number) - low + shift + town) % range);
  }
}

describe('hidden walls', () => {
  it('are in no view, control, gauge or foresight', () => {
    fc.assert(
      fc.property(
        anyProvince,
        fc.integer(),
        anyWeeks,
        fc.array(anyOrder(20), { maxLength: 6 }),
        anyOrder(20),
        fc.integer({ min: 1, max: 50 }),
        (changes, seed, weeks, orders, order, shift) => {
          const state = played(changes, seed, weeks);
          if (!state.isOver) give(state, ...orders);
          const look = (): unknown =>
            structuredClone([
              viewOf(state),
              act.controls(state),
              act.gauges(state),
              foresee(viewOf(state), order),
              hintOf(viewOf(state)),
            ]);
          const before = look();
          changeHidden(state, shift);
          expect(look()).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are named nowhere in the view', () => {
    expect(Object.keys(viewOf(act.create(parameters(), 1)))).not.toContain('full');
  });

  it.each(Object.keys(act.bots))('do not move %s: it orders the same first week, whatever they are', (name) => {
    for (let seed = 1; seed <= 3; seed++) {
      const orders = [0, 7].map((shift) => {
        const state = act.create(parameters(), seed);
        changeHidden(state, shift);
        const bot = makeBot(act, name, seed);
        while (!state.isMarching) act.step(state, bot.decide(state));
        return state.orders;
      });
      expect(orders[1]).toEqual(orders[0]);
    }
  });
});
