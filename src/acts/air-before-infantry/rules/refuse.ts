/** Why an order cannot be given: everything but the purse, which takes a look ahead (`foresight.ts`). */
import { reachOf } from './air.ts';
import { isKnown } from './ground.ts';
import type { Refusal } from './happenings.ts';
import type { Order } from './intents.ts';
import type { CampaignView } from './state.ts';

/** Says why an order cannot be given now, money apart; null if nothing is in the way. */
export function refuse(view: CampaignView, order: Order): Refusal | null {
  if (view.isMarching || view.isOver || view.week === 0) return 'week';
  if ('town' in order && order.town >= view.province.towns) return 'nowhere';
  if (view.orders.some((given) => isSame(given, order))) return 'twice';
  switch (order.kind) {
    case 'recon':
      if (view.held[order.town] === 1) return 'held';
      return isKnown(view, order.town) ? 'known' : null;
    case 'exhibition':
      if (reachOf(view, 'exhibition', order.town).length === 0) return 'held';
      return view.exhibitionIn > 0 ? 'resting' : null;
    case 'posters':
    case 'mail':
    case 'infantry':
      return view.held[order.town] === 1 ? 'held' : null;
    case 'website':
    case 'supply':
      return null;
  }
}

/** Whether two orders are the same thing: each can be had once a week, an exhibition once in the whole province. */
function isSame(one: Order, other: Order): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === 'exhibition' || !('town' in one) || !('town' in other) || one.town === other.town;
}
