/**
 * A player who knows the rules and sees everything, true walls included, and who tries many weeks in his head before he
 * gives an order: a beam search. He pays for recon like everyone, since only seen walls give mail its full strength and
 * infantry its right size. Far too slow for the page; `scripts/search-campaigns.ts` looks with it for provinces on which some
 * other way beats the joint plan.
 */
import { drawBelow, drawChance, drawUnit, seedRandom, type RandomState } from '../../../../kernel/random.ts';
import { strengthOf, websitePrice } from '../air.ts';
import { copyGround, incomeOf, isKnown, loweredBy, sizedFor, worthOf } from '../ground.ts';
import { priceForce } from '../infantry.ts';
import type { Order, OrderKind } from '../intents.ts';
import { carryOut, inOrder, priceOf } from '../orders.ts';
import type { Ground } from '../state.ts';
import { closeWeek } from '../week.ts';

/** How hard it is searched, and with which orders. */
export interface Search {
  readonly allowed: ReadonlySet<OrderKind>;
  /** Campaigns that are kept from week to week, and weeks tried for each. */
  readonly width: number;
  readonly tries: number;
  readonly seed: number;
}

/** A campaign under way in the searcher's head. */
interface Line {
  readonly ground: Ground;
  /** Orders of each week so far. */
  readonly weeks: readonly (readonly Order[])[];
  /** Coins spent in each week, by kind. */
  readonly spent: readonly Readonly<Partial<Record<OrderKind, number>>>[];
  readonly promise: number;
}

export interface Found {
  readonly worth: number;
  readonly purse: number;
  readonly weeks: Line['weeks'];
  readonly spent: Line['spent'];
}

/** Searches a whole campaign from a ground as it is before the first week. */
export function searchCampaign(start: Ground, search: Search): Found {
  const { weeks } = start.parameters;
  const random = seedRandom(search.seed);
  let lines: readonly Line[] = [{ ground: start, weeks: [], spent: [], promise: 0 }];
  for (let week = 1; week <= weeks; week++) {
    const next: Line[] = [];
    for (const line of lines)
      for (let i = 0; i < search.tries; i++)
        next.push(extend(line, draftWeek(line.ground, week, search, random), week));
    next.sort((a, b) => b.promise - a.promise);
    lines = keepDifferent(next, search.width);
  }
  const [best] = lines as readonly [Line];
  return { worth: worthOf(best.ground), purse: best.ground.purse, weeks: best.weeks, spent: best.spent };
}

/** The most promising lines, one of each promise: equal ones are nearly always the same. */
function keepDifferent(lines: readonly Line[], width: number): readonly Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    if (kept.length >= width) break;
    if (kept.at(-1)?.promise !== line.promise) kept.push(line);
  }
  return kept;
}

function extend(line: Line, orders: readonly Order[], week: number): Line {
  const ground = copyGround(line.ground, line.ground.full);
  const spent: Partial<Record<OrderKind, number>> = {};
  for (const order of inOrder(orders)) spent[order.kind] = (spent[order.kind] ?? 0) + carryOut(ground, order, null);
  closeWeek(ground);
  const left = ground.parameters.weeks - week;
  return { ground, weeks: [...line.weeks, orders], spent: [...line.spent, spent], promise: promiseOf(ground, left) };
}

/** What a campaign will be worth if nothing more is done, and something for walls that are down and still to be used. */
function promiseOf(ground: Ground, weeksLeft: number): number {
  let promise = worthOf(ground) + incomeOf(ground) * weeksLeft;
  const horizon = weeksLeft + ground.parameters.lookahead;
  if (weeksLeft === 0) return promise;
  for (let town = 0; town < ground.province.towns; town++) {
    if (ground.held[town] === 1) continue;
    const gain = (ground.province.worth[town] as number) * (horizon - 1);
    const full = ground.full[town] as number;
    const bare = gain - priceForce(ground, town, full);
    const now = gain - priceForce(ground, town, Math.max(0, full - loweredBy(ground, town)));
    promise += 0.4 * (Math.max(0, now) - Math.max(0, bare)) + (isKnown(ground, town) ? 1 : 0);
  }
  return promise;
}

/** One week, put together with some luck: means, assaults by what they bring, then preparation. */
function draftWeek(ground: Ground, week: number, search: Search, random: RandomState): readonly Order[] {
  const { parameters, province } = ground;
  const may = (kind: OrderKind): boolean => search.allowed.has(kind);
  const orders: Order[] = [];
  const shadow = copyGround(ground, ground.full);
  const give = (order: Order): boolean => {
    if (!may(order.kind) || priceOf(shadow, order) > shadow.purse) return false;
    carryOut(shadow, order, null);
    orders.push(order);
    return true;
  };
  if (shadow.supplyLeft === 0 && drawChance(random, 0.3)) give({ kind: 'supply' });
  if (drawChance(random, 0.4) && websitePrice(ground) > 0) give({ kind: 'website' });
  if (shadow.exhibitionIn === 0 && drawChance(random, 0.5))
    give({ kind: 'exhibition', town: drawBelow(random, province.towns) });

  const horizon = parameters.weeks - week + 1 + parameters.lookahead;
  const least = 0.9 + 1.2 * drawUnit(random);
  const haste = drawUnit(random);
  const most = drawChance(random, 0.3) ? drawBelow(random, 4) : province.towns;
  const choices = [];
  for (let town = 0; town < province.towns; town++) {
    if (ground.held[town] === 1) continue;
    const plan = cheapestTruly(shadow, town, search.allowed);
    if (plan === undefined) continue;
    const gain = (province.worth[town] as number) * horizon;
    if (gain < least * plan.cost) continue;
    choices.push({ ...plan, rank: (gain / plan.cost) * (1 + haste * drawUnit(random)) });
  }
  choices.sort((a, b) => b.rank - a.rank);
  for (const { orders: wanted, cost } of choices.slice(0, most))
    if (cost <= shadow.purse) for (const order of wanted) give(order);

  const ahead = drawBelow(random, 4);
  for (let i = 0; i < ahead; i++) {
    const town = drawBelow(random, province.towns);
    if (shadow.held[town] === 1) continue;
    const kind = (['recon', 'recon', 'posters', 'mail'] as const)[drawBelow(random, 4)] as 'recon' | 'posters' | 'mail';
    if (kind === 'recon' && isKnown(shadow, town)) continue;
    if (!orders.some((order) => order.kind === kind && 'town' in order && order.town === town)) give({ kind, town });
  }
  return orders;
}

/** The cheapest orders that surely take a town now, for someone who sees its walls; none if infantry is not allowed. */
function cheapestTruly(
  ground: Ground,
  town: number,
  allowed: ReadonlySet<OrderKind>,
): { readonly orders: readonly Order[]; readonly cost: number } | undefined {
  if (!allowed.has('infantry')) return undefined;
  const { parameters } = ground;
  const full = ground.full[town] as number;
  const sized = sizedFor(ground, town);
  let best: { readonly orders: readonly Order[]; readonly cost: number } | undefined;
  for (let bits = 0; bits < 8; bits++) {
    const orders: Order[] = [];
    let points = loweredBy(ground, town);
    let cost = 0;
    if ((bits & 1) !== 0) {
      orders.push({ kind: 'mail', town });
      points += strengthOf(ground, 'mail', town, town);
      cost += parameters.mailPrice;
    }
    if ((bits & 2) !== 0) {
      orders.push({ kind: 'posters', town });
      points += strengthOf(ground, 'posters', town, town);
      cost += parameters.postersPrice;
    }
    const scouted = (bits & 4) !== 0;
    if (scouted) {
      if (isKnown(ground, town)) continue;
      orders.push({ kind: 'recon', town });
      cost += parameters.reconPrice;
    }
    if (orders.some(({ kind }) => !allowed.has(kind))) continue;
    const expected = Math.max(0, (scouted ? full : sized) - points);
    if (Math.max(0, full - points) > expected) continue;
    cost += priceForce(ground, town, expected);
    orders.push({ kind: 'infantry', town });
    if (best === undefined || cost < best.cost) best = { orders, cost };
  }
  return best;
}
