/** What the hand-made province says to someone who plays for the first time. Reads the view; decides nothing. */
import type { TextRef } from '../../../kernel/act.ts';
import { foreseeWeek, spanAt, type WeekForesight } from './foresight.ts';
import { isKnown, loweredBy, spanWalls } from './ground.ts';
import { priceForce } from './infantry.ts';
import type { CampaignView } from './state.ts';

/** The town that the first hint points to: the middle of the hand-made province. */
const FIRST = 3;
/** Walls up to this many points are low enough to be climbed without regret. */
const LOW = 25;
/** Air counts as flown once it has torn off this much. */
const FLOWN = 15;

/**
 * The one thing to say now, of the town `n` where it says one; null if there is nothing, or if this is no province that
 * teaches. It speaks of the chosen town wherever the same is true of that.
 */
export function hintOf(view: CampaignView): TextRef | null {
  if (view.parameters.province !== 1 || view.week === 0 || view.isMarching || view.isOver) return null;
  const orders = view.orders;
  if (orders.some(({ kind }) => kind === 'infantry')) return { key: 'hints.march' };
  const planned = foreseeWeek(view, orders);
  const highest = (town: number): number => spanAt(planned, 'walls', town).most;
  const canClimb = (town: number): boolean =>
    highest(town) <= LOW && priceForce(view, town, highest(town)) <= planned.left.least;
  const lowest = lowestWalls(view, highest);
  if (lowest < 0) return null;
  const open = preferChosen(view, canClimb, lowest);
  if (canClimb(open)) return hintToClimb(view, planned, open);
  if (orders.length > 0 && highest(lowest) > LOW) {
    const struck = preferChosen(view, (town) => highest(town) < spanWalls(view, town).most, lowest);
    return spanHint('moreAir', struck, planned);
  }
  const isFading = (town: number): boolean => loweredBy(view, town) - view.website >= FLOWN;
  const fading = preferChosen(
    view,
    isFading,
    lowestWalls(view, (town) => (isFading(town) ? highest(town) : 101)),
  );
  if (fading >= 0 && orders.length === 0) return { key: 'hints.fading', values: { n: fading + 1 } };
  if (orders.length > 0) return { key: 'hints.march' };
  const first = view.held[FIRST] === 0 ? FIRST : lowest;
  return isKnown(view, first)
    ? { key: 'hints.air', values: { n: first + 1 } }
    : { key: 'hints.look', values: { n: first + 1, count: view.province.neighbours[first]?.length ?? 0 } };
}

/** Walls are low and the purse can pay: a scout first where nobody has looked, else in. */
function hintToClimb(view: CampaignView, planned: WeekForesight, town: number): TextRef {
  const isScouted = isKnown(view, town) || view.orders.some((order) => order.kind === 'recon' && order.town === town);
  return isScouted ? spanHint('follow', town, planned) : { key: 'hints.scoutFirst', values: { n: town + 1 } };
}

/** A hint that says how high walls will be: one number where that is known, both ends of the estimate where it is not. */
function spanHint(name: 'moreAir' | 'follow', town: number, planned: WeekForesight): TextRef {
  const { least, most } = spanAt(planned, 'walls', town);
  return least === most
    ? { key: `hints.${name}`, values: { n: town + 1, walls: most } }
    : { key: `hints.${name}Unseen`, values: { n: town + 1, low: least, high: most } };
}

/** The chosen town where it is one of those that are meant, else `other`. */
function preferChosen(view: CampaignView, isMeant: (town: number) => boolean, other: number): number {
  return view.held[view.chosen] === 0 && isMeant(view.chosen) ? view.chosen : other;
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
