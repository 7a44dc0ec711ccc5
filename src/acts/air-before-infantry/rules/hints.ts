/** What the hand-made province says to someone who plays for the first time. Reads the view; decides nothing. */
import type { TextRef } from '../../../kernel/act.ts';
import { foreseeWeek, spanAt } from './foresight.ts';
import { isKnown, loweredBy } from './ground.ts';
import { priceForce } from './infantry.ts';
import type { CampaignView } from './state.ts';

/** The town that the first hint points to: the middle of the hand-made province. */
const FIRST = 3;
/** Walls up to this many points are low enough to be climbed without regret. */
const LOW = 25;
/** Air counts as flown once it has torn off this much. */
const FLOWN = 15;

/** The one thing to say now; null if there is nothing, or if this is no province that teaches. */
export function hintOf(view: CampaignView): TextRef | null {
  if (view.parameters.province !== 1 || view.week === 0 || view.isMarching || view.isOver) return null;
  const orders = view.orders;
  if (orders.some(({ kind }) => kind === 'infantry')) return { key: 'hints.march' };
  const planned = foreseeWeek(view, orders);
  const town = lowestWalls(view, (each) => spanAt(planned, 'walls', each).most);
  if (town < 0) return null;
  const walls = spanAt(planned, 'walls', town).most;
  const values = { n: town + 1, walls };
  const isScouted = isKnown(view, town) || orders.some((order) => order.kind === 'recon' && order.town === town);
  if (walls <= LOW && priceForce(view, town, walls) <= planned.left.least)
    return isScouted ? { key: 'hints.follow', values } : { key: 'hints.scoutFirst', values };
  if (orders.length > 0 && walls > LOW) return { key: 'hints.moreAir', values };
  const fading = lowestWalls(view, (each) =>
    loweredBy(view, each) - view.website >= FLOWN ? spanAt(planned, 'walls', each).most : 101,
  );
  if (fading >= 0 && orders.length === 0) return { key: 'hints.fading', values: { n: fading + 1 } };
  if (orders.length > 0) return { key: 'hints.march' };
  const first = view.held[FIRST] === 0 ? FIRST : town;
  return isKnown(view, first)
    ? { key: 'hints.air', values: { n: first + 1 } }
    : { key: 'hints.look', values: { n: first + 1, count: view.province.neighbours[first]?.length ?? 0 } };
}

/** The town not held whose value is lowest and at most 100; −1 if there is none. */
function lowestWalls(view: CampaignView, value: (town: number) => number): number {
  let best = -1;
  let lowest = 100;
  for (let town = 0; town < view.province.towns; town++) {
    if (view.held[town] === 1) continue;
    const here = value(town);
    if (here < lowest || (best < 0 && here <= lowest)) [best, lowest] = [town, here];
  }
  return best;
}
