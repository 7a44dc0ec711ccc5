import { foreseeWeek } from './foresight.ts';
import { countHeld, incomeOf, worthOf } from './ground.ts';
import type { CampaignHappening, Refusal } from './happenings.ts';
import { ORDERS, type CampaignIntent, type Order } from './intents.ts';
import { closingAt, marchTicks, momentOf, planTicks } from './march.ts';
import { carryOut, inOrder } from './orders.ts';
import { refuse } from './refuse.ts';
import type { CampaignState } from './state.ts';
import { count } from './tally.ts';
import { CLOSINGS } from './week.ts';

const NOTHING: readonly CampaignHappening[] = Object.freeze([]);

/** Advances the campaign by one tick, in place. Does nothing once it is over. */
export function stepCampaign(state: CampaignState, intents: readonly CampaignIntent[]): readonly CampaignHappening[] {
  if (state.isOver) return NOTHING;
  if (state.week === 0) beginWeek(state);
  for (let i = 0; i < intents.length; i++) apply(state, intents[i] as CampaignIntent);
  if (!state.isMarching && state.ticksIn >= planTicks(state.parameters)) march(state);
  const isMarch = state.isMarching;
  if (isMarch) playOut(state);
  state.tick++;
  state.ticksIn++;
  if (isMarch && state.ticksIn >= marchTicks(state.parameters)) endWeek(state);
  const { news } = state;
  if (news.length === 0) return NOTHING;
  state.news = [];
  for (const happening of news) count(state, happening);
  return news;
}

function beginWeek(state: CampaignState): void {
  state.week++;
  state.isMarching = false;
  state.ticksIn = 0;
  state.done = 0;
  state.orders = [];
  for (const kind of ORDERS) state.ledgers.spent[kind].push(0);
  state.news.push({ what: 'week', week: state.week, purse: state.purse });
}

function apply(state: CampaignState, intent: CampaignIntent): void {
  switch (intent.do) {
    case 'choose':
      if (intent.town >= state.province.towns || intent.town === state.chosen) return;
      state.chosen = intent.town;
      state.news.push({ what: 'choose', town: intent.town });
      return;
    case 'order': {
      const why = whyNot(state, intent.order);
      if (why !== null) {
        state.news.push({ what: 'refused', order: intent.order, why });
        return;
      }
      state.orders.push(intent.order);
      state.news.push({ what: 'ordered', order: intent.order });
      return;
    }
    case 'undo':
      takeBack(state, 1);
      return;
    case 'undoAll':
      takeBack(state, state.orders.length);
      return;
    case 'march':
      if (!state.isMarching) march(state);
  }
}

/** Says why an order cannot be given, the purse included; null if it can. */
function whyNot(state: CampaignState, order: Order): Refusal | null {
  const hindered = refuse(state, order);
  if (hindered !== null) return hindered;
  return foreseeWeek(state, [...state.orders, order]).left.least < 0 ? 'purse' : null;
}

function takeBack(state: CampaignState, times: number): void {
  if (state.isMarching) return;
  for (let i = 0; i < times; i++) {
    const order = state.orders.pop();
    if (order !== undefined) state.news.push({ what: 'undone', order });
  }
}

function march(state: CampaignState): void {
  state.orders = inOrder(state.orders);
  state.isMarching = true;
  state.ticksIn = 0;
  state.news.push({ what: 'march', week: state.week, orders: state.orders });
}

/** Does what is due in this tick of the march. */
function playOut(state: CampaignState): void {
  const { parameters, orders, ticksIn, news } = state;
  while (state.done < orders.length && momentOf(parameters, orders, state.done) <= ticksIn) {
    const order = orders[state.done] as Order;
    const cost = carryOut(state, order, news);
    const spent = state.ledgers.spent[order.kind];
    spent[state.week - 1] = (spent[state.week - 1] as number) + cost;
    state.done++;
  }
  for (const [i, close] of CLOSINGS.entries()) if (closingAt(parameters, i) === ticksIn) close(state, news);
}

function endWeek(state: CampaignState): void {
  const { ledgers, week, purse } = state;
  const worth = worthOf(state);
  const held = countHeld(state);
  ledgers.worth.push(worth);
  ledgers.money.push(purse);
  ledgers.ground.push(incomeOf(state));
  ledgers.towns.push(held);
  state.news.push({ what: 'weekOver', week, purse, held, worth });
  if (week < state.parameters.weeks) {
    beginWeek(state);
    return;
  }
  state.isOver = true;
  state.news.push({ what: 'over', worth, purse, held });
}
