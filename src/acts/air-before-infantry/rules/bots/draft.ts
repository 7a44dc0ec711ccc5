/** How strategies put a week together: order by order, with the money that is left at worst. */
import { copyGround } from '../ground.ts';
import type { Order } from '../intents.ts';
import { carryOut, priceOf } from '../orders.ts';
import { refuse } from '../refuse.ts';
import type { CampaignView, Ground } from '../state.ts';

/** A plan under way. Give air and recon before infantry: each order is priced as things stand after those before it. */
export interface Draft {
  /** What is seen of the campaign, with the orders of the draft as its plan. */
  readonly view: CampaignView;
  readonly orders: Order[];
  /** The ground after the orders so far, with unknown walls as high as they can be. */
  readonly ground: Ground;
}

export function beginDraft(view: CampaignView): Draft {
  const orders: Order[] = [];
  return { view: { ...view, orders }, orders, ground: copyGround(view, view.high) };
}

/** Adds an order if nothing is in its way and the purse, less `reserve`, can pay for it at worst. Says whether it did. */
export function add(draft: Draft, order: Order, reserve = 0): boolean {
  if (refuse(draft.view, order) !== null) return false;
  if (priceOf(draft.ground, order) > draft.ground.purse - Math.max(0, reserve)) return false;
  carryOut(draft.ground, order, null);
  draft.orders.push(order);
  return true;
}

/** Towns not held, the one with the highest value first; the first of equals in reading order. */
export function rankTowns(view: CampaignView, value: (town: number) => number): readonly number[] {
  const towns: { readonly town: number; readonly value: number }[] = [];
  for (let town = 0; town < view.province.towns; town++)
    if (view.held[town] === 0) towns.push({ town, value: value(town) });
  return towns.sort((a, b) => b.value - a.value || a.town - b.town).map(({ town }) => town);
}

/** Weeks of income that a town taken this week will bring and that count. */
export function weeksToCome(view: CampaignView): number {
  return view.parameters.weeks - view.week + 1 + view.parameters.lookahead;
}
