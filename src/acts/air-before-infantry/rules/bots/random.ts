import { drawBelow, drawChance, seedRandom } from '../../../../kernel/random.ts';
import { ORDERS, PROVINCE_ORDERS, type Order } from '../intents.ts';
import { add, beginDraft } from './draft.ts';
import { paced, type CampaignBot } from './pace.ts';

/** Tries this many orders a week. */
const TRIES = 6;

/** Orders anything anywhere, as far as the purse goes. */
export function makeRandom(seed: number): CampaignBot {
  const random = seedRandom(seed);
  return paced((view) => {
    const draft = beginDraft(view);
    for (let i = 0; i < TRIES; i++) {
      const kind = ORDERS[drawBelow(random, ORDERS.length)] as Order['kind'];
      const town = drawBelow(random, view.province.towns);
      const province = PROVINCE_ORDERS.find((each) => each === kind);
      if (drawChance(random, 0.5)) add(draft, province === undefined ? { kind, town } : { kind: province });
    }
    return draft.orders;
  });
}
