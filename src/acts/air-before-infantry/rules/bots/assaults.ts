/** How a careful strategy puts an operation together: which towns, with which air before them, and what it is worth. */
import { strengthOf } from '../air.ts';
import { estimateOf, isKnown, loweredBy, sizedFor } from '../ground.ts';
import { priceForce } from '../infantry.ts';
import type { Order } from '../intents.ts';
import type { CampaignView } from '../state.ts';
import { weeksToCome } from './draft.ts';

/** One town's part in an operation. */
export interface Assault {
  readonly town: number;
  /** Orders in the order in which they are given: air, recon, infantry. */
  readonly orders: readonly Order[];
  /** Coins, with unknown walls as the map has them, and with walls as high as they can be. */
  readonly cost: number;
  readonly atWorst: number;
  /** Coins that it will bring and that count. */
  readonly gain: number;
}

/** What an operation may use. */
export interface Means {
  /** Town at which an exhibition is held; −1 if none is. */
  readonly centre: number;
  /** Whether the website is kept this week, and the points by which it then lowers every wall more than now. */
  readonly keepsWebsite: boolean;
  readonly website: number;
  /** Whether sales tools are there. */
  readonly isSupplied: boolean;
  /** Whether towns with unknown walls are scouted first; otherwise infantry goes by the map. */
  readonly scouts: boolean;
}

/** Nothing but what each town's own orders need. */
export const NO_MEANS: Means = { centre: -1, keepsWebsite: false, website: 0, isSupplied: false, scouts: false };

const BUNDLES = [[], ['mail'], ['posters'], ['mail', 'posters']] as const;

/** The cheapest way to take a town this week. */
function cheapestAssault(view: CampaignView, town: number, means: Means): Assault {
  const { parameters } = view;
  const scouts = means.scouts && !isKnown(view, town);
  const supplied = { ...view, supplyLeft: means.isSupplied ? 1 : 0 };
  const shown = means.centre < 0 || view.exhibitionIn > 0 ? 0 : strengthOf(view, 'exhibition', means.centre, town);
  const lowered = loweredBy(view, town) + means.website + shown;
  const gain = (view.province.worth[town] as number) * weeksToCome(view);
  let best: Assault | undefined;
  for (const arms of BUNDLES) {
    let air = 0;
    let points = lowered;
    for (const arm of arms) {
      air += arm === 'mail' ? parameters.mailPrice : parameters.postersPrice;
      points += strengthOf(view, arm, town, town);
    }
    if (scouts) air += parameters.reconPrice;
    const force = priceForce(
      supplied,
      town,
      Math.max(0, (scouts ? estimateOf(view, town) : sizedFor(view, town)) - points),
    );
    const cost = air + force;
    if (best !== undefined && best.cost <= cost) continue;
    const worst = scouts ? priceForce(supplied, town, Math.max(0, (view.high[town] as number) - points)) : force;
    const orders: Order[] = arms.map((kind) => ({ kind, town }));
    if (scouts) orders.push({ kind: 'recon', town });
    orders.push({ kind: 'infantry', town });
    best = { town, orders, cost, atWorst: air + worst, gain };
  }
  return best as Assault;
}

/** An operation: the towns that a purse can take with some means, dearest return first. */
export interface Operation {
  readonly means: Means;
  readonly assaults: readonly Assault[];
  /** Coins that it brings above what it costs, the price of the means included. */
  readonly value: number;
}

/**
 * Picks assaults by what each coin brings, as long as it is at least `leastReturn` coins and `purse` can pay at worst. `price`
 * is what the means cost.
 */
export function planOperation(
  view: CampaignView,
  means: Means,
  purse: number,
  price: number,
  leastReturn: number,
): Operation {
  const choices: Assault[] = [];
  for (let town = 0; town < view.province.towns; town++)
    if (view.held[town] === 0) choices.push(cheapestAssault(view, town, means));
  choices.sort((a, b) => b.gain * a.cost - a.gain * b.cost || a.town - b.town);
  let left = purse - price;
  let value = -price;
  const assaults: Assault[] = [];
  for (const choice of choices) {
    if (choice.gain < leastReturn * choice.cost || choice.atWorst > left) continue;
    left -= choice.atWorst;
    value += choice.gain - choice.cost;
    assaults.push(choice);
  }
  return { means, assaults, value };
}
