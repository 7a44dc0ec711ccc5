import type { Bot } from '../../../../kernel/act.ts';
import type { CampaignIntent, Order } from '../intents.ts';
import { planTicks } from '../march.ts';
import type { CampaignState, CampaignView } from '../state.ts';
import { viewOf } from '../view.ts';

export type CampaignBot = Bot<CampaignState, CampaignIntent>;
export type CampaignBotMaker = (seed: number) => CampaignBot;

/** A strategy: what it orders in a week, from what can be seen. */
export type Strategist = (view: CampaignView) => readonly Order[];

/** Ticks between two orders, so that one can watch. */
const PACE = 9;
const NOTHING: readonly CampaignIntent[] = Object.freeze([]);

/**
 * Makes a bot of a strategy: it plans once a week, gives its orders one after another, looking at each town first, and
 * marches. It sees the view, never the state.
 */
export function paced(plan: Strategist): CampaignBot {
  let planned = 0;
  let orders: readonly Order[] = [];
  return {
    decide(state) {
      if (state.isMarching || state.isOver) return NOTHING;
      const week = Math.max(1, state.week);
      if (state.week === 0) return NOTHING;
      if (planned !== week) {
        planned = week;
        orders = plan(viewOf(state));
      }
      const pace = Math.max(1, Math.min(PACE, Math.floor(planTicks(state.parameters) / (orders.length + 3))));
      if (state.ticksIn === 0 || state.ticksIn % pace !== 0) return NOTHING;
      const index = state.ticksIn / pace - 1;
      const order = orders[index];
      if (order !== undefined) return give(order);
      return index > orders.length ? MARCH : NOTHING;
    },
  };
}

const MARCH: readonly CampaignIntent[] = Object.freeze([{ do: 'march' }]);

function give(order: Order): readonly CampaignIntent[] {
  const ordered: CampaignIntent = { do: 'order', order };
  return 'town' in order ? [{ do: 'choose', town: order.town }, ordered] : [ordered];
}
