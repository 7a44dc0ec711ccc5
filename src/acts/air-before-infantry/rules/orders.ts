/** Orders: what they cost, when in a week they are carried out, and how. */
import { fly, keepWebsite, websitePrice } from './air.ts';
import { wallsOf } from './ground.ts';
import type { CampaignHappening } from './happenings.ts';
import { assault, priceInfantry } from './infantry.ts';
import type { Order, OrderKind } from './intents.ts';
import type { Ground, KnownGround } from './state.ts';

/** The parts of a week in which orders are carried out: sales tools and air first, then the scouts, then the infantry. */
export const STAGE_OF: Readonly<Record<OrderKind, 0 | 1 | 2>> = {
  supply: 0,
  website: 0,
  posters: 0,
  exhibition: 0,
  mail: 0,
  recon: 1,
  infantry: 2,
};

/** Within its part, supply comes first, so that it is there when infantry is paid; the rest as it was ordered. */
export function inOrder(orders: readonly Order[]): Order[] {
  const rank = ({ kind }: Order): number => (kind === 'supply' ? -1 : STAGE_OF[kind]);
  return [...orders].sort((a, b) => rank(a) - rank(b));
}

/** Coins that an order would cost if it were carried out now. For infantry on unknown walls: what the map says. */
export function priceOf(ground: KnownGround, order: Order): number {
  const { parameters } = ground;
  switch (order.kind) {
    case 'recon':
      return parameters.reconPrice;
    case 'posters':
      return parameters.postersPrice;
    case 'exhibition':
      return parameters.exhibitionPrice;
    case 'mail':
      return parameters.mailPrice;
    case 'infantry':
      return priceInfantry(ground, order.town);
    case 'website':
      return websitePrice(ground);
    case 'supply':
      return parameters.supplyPrice;
  }
}

/** Carries an order out, pays for it, and returns what it cost. Says what happened to `news`, if there is one. */
export function carryOut(ground: Ground, order: Order, news: CampaignHappening[] | null): number {
  if (order.kind === 'infantry') return assault(ground, order.town, news);
  const cost = priceOf(ground, order);
  ground.purse -= cost;
  switch (order.kind) {
    case 'supply':
      ground.supplyLeft = ground.parameters.supplyWeeks;
      news?.push({ what: 'supply', weeks: ground.supplyLeft, cost });
      break;
    case 'website':
      keepWebsite(ground, cost, news);
      break;
    case 'recon':
      look(ground, order.town, cost, news);
      break;
    case 'posters':
    case 'exhibition':
    case 'mail':
      fly(ground, order.kind, order.town, cost, news);
  }
  return cost;
}

/** Sends a scout: the town's walls are known from now on. */
function look(ground: Ground, town: number, cost: number, news: CampaignHappening[] | null): void {
  const full = ground.full[town] as number;
  ground.low[town] = full;
  ground.high[town] = full;
  news?.push({ what: 'recon', town, walls: wallsOf(ground, town, full), full, cost });
}
