import type { Digest } from '../../../kernel/hash.ts';
import { ORDERS, type Order } from './intents.ts';
import type { CampaignState, Tally } from './state.ts';

/** Adds everything that decides how the run goes on, and everything that the outcome reports. */
export function digestCampaign(state: CampaignState, into: Digest): void {
  into.int(state.tick).int(state.week).int(state.ticksIn).int(state.chosen).int(state.done);
  into.int((state.isMarching ? 1 : 0) + (state.isOver ? 2 : 0) + (state.isWebsiteKept ? 4 : 0));
  into.int(state.purse).int(state.website).int(state.supplyLeft).int(state.exhibitionIn);
  const { province } = state;
  into.floats(province.x).floats(province.y).ints(province.worth).ints(province.garrison);
  for (const list of province.neighbours) into.ints(list);
  into.ints(state.held).ints(state.low).ints(state.high).ints(state.full);
  into.ints(state.posters).ints(state.exhibition).ints(state.mail).ints(state.word);
  into.ints(state.orders.map(numberOf));
  const { ledgers, tally } = state;
  into.ints(ledgers.worth).ints(ledgers.money).ints(ledgers.ground).ints(ledgers.towns);
  for (const kind of ORDERS) into.ints(ledgers.spent[kind]);
  for (const name of TALLIED) into.int(tally[name]);
}

/** An order as one number. */
function numberOf(order: Order): number {
  return ORDERS.indexOf(order.kind) * 100 + ('town' in order ? order.town : 0);
}

const TALLIED = [
  'taken',
  'fallen',
  'lost',
  'scaled',
  'blind',
  'torn',
  'grown',
  'heard',
  'income',
  'saved',
  'refused',
] as const satisfies readonly (keyof Tally)[];
