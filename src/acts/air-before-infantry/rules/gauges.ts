/** The numbers that the player must be able to see and hear. */
import type { Gauge } from '../../../kernel/act.ts';
import { foreseeWeek } from './foresight.ts';
import { countHeld, incomeOf, worthOf } from './ground.ts';
import type { CampaignState } from './state.ts';

/** Week, purse (what is planned already taken off, at worst), income a week, towns held, and the worth of it all. */
export function listGauges(state: CampaignState): readonly Gauge[] {
  const { weeks } = state.parameters;
  const week = Math.max(1, state.week);
  const { towns } = state.province;
  const planned = state.isMarching || state.orders.length === 0 ? 0 : foreseeWeek(state, state.orders).spent.most;
  const purse = state.purse - planned;
  const { stipend } = state.parameters;
  const income = incomeOf(state) + stipend;
  const held = countHeld(state);
  const worth = worthOf(state);
  return [
    gauge('week', week, { n: week, of: weeks }, weeks),
    gauge('purse', purse, { count: purse, planned }),
    gauge('income', income, { count: income, stipend }),
    gauge('held', held, { count: held, of: towns }, towns),
    gauge('worth', worth, { count: worth }),
  ];
}

function gauge(id: string, value: number, values: Readonly<Record<string, number>>, max?: number): Gauge {
  const text = { key: `gauges.${id}`, values };
  return max === undefined ? { id, text, value } : { id, text, value, max };
}
