/**
 * What orders will do, before they are given. The week is played ahead, by the same rules, on two copies of the ground:
 * one in which every unknown wall is as low as it can be, one in which it is as high. Higher walls never make
 * anything cheaper, take more towns, or leave other walls lower; so what really happens lies between the two, and where
 * all is known they are the same.
 */
import { copyGround, incomeOf, countHeld, wallsOf, type Span } from './ground.ts';
import { chanceOf } from './infantry.ts';
import { refuse } from './refuse.ts';
import type { Refusal } from './happenings.ts';
import type { Order } from './intents.ts';
import { carryOut, inOrder, STAGE_OF } from './orders.ts';
import type { CampaignView, Ground, KnownGround } from './state.ts';
import { closeWeek } from './week.ts';

/** One way that the week may go. */
interface Course {
  /** By order of the plan, as it was given: coins that it costs. */
  readonly costs: readonly number[];
  /** Coins that all orders cost. */
  readonly spent: number;
  /** By town: walls when the infantry goes. */
  readonly walls: Int16Array;
  /** By town: 1 if it is held when the week is over. */
  readonly held: Uint8Array;
  /** Coins in the purse when the week is over, coins a week that the held towns pay then, and how many they are. */
  readonly purse: number;
  readonly income: number;
  readonly towns: number;
  /** By town: walls after the week, when they have grown back and word of mouth has gone round. */
  readonly nextWalls: Int16Array;
}

/** What a whole plan will come to. */
export interface WeekForesight {
  readonly orders: readonly Order[];
  /** Coins that the plan costs. */
  readonly spent: Span;
  /** Coins in the purse once the plan is paid, before income; and when the week is over. */
  readonly left: Span;
  readonly purse: Span;
  /** Coins a week that held towns pay after the plan, and their number. */
  readonly income: Span;
  readonly towns: Span;
  /** The two courses between which the week lies: unknown walls as low, and as high, as they can be. */
  readonly low: Course;
  readonly high: Course;
}

/** What one order does to one town's walls. */
export interface TownForesight {
  readonly town: number;
  /** Walls when the infantry goes, without the order and with it. */
  readonly before: Span;
  readonly after: Span;
  /** Walls a week later, if nobody follows: what fades of it. */
  readonly nextWeek: Span;
}

/** What one more order will do, on top of the plan. */
export interface OrderForesight {
  readonly order: Order;
  /** Why it cannot be given; null if it can. */
  readonly refusal: Refusal | null;
  /** Coins that it costs. Not a single number only for infantry that a scout looks out for in the same week. */
  readonly cost: Span;
  /** Coins that the whole plan costs with it. */
  readonly spent: Span;
  /** Walls that it lowers. Empty for recon, supply and infantry. */
  readonly towns: readonly TownForesight[];
  /** For infantry: walls that it will meet, and its chance to take the town; 0 and 1 are certain. */
  readonly walls: Span | null;
  readonly chance: number | null;
  /** By how much it changes the coins a week that held towns pay. */
  readonly income: Span;
  /** For supply: coins that it saves on the infantry of this week's plan. */
  readonly saves: Span;
}

/** Plays the week ahead with unknown walls at one end of their estimates. */
function playAhead(view: KnownGround, orders: readonly Order[], full: ArrayLike<number>): Course {
  const ground = copyGround(view, full);
  const costs = new Array<number>(orders.length).fill(0);
  const { towns } = view.province;
  let walls: Int16Array | undefined;
  for (const order of inOrder(orders)) {
    if (STAGE_OF[order.kind] === 2) walls ??= readWalls(ground);
    costs[orders.indexOf(order)] = carryOut(ground, order, null);
  }
  walls ??= readWalls(ground);
  const spent = view.purse - ground.purse;
  closeWeek(ground);
  return {
    costs,
    spent,
    walls,
    held: ground.held,
    purse: ground.purse,
    income: incomeOf(ground),
    towns: countHeld(ground),
    nextWalls: Int16Array.from({ length: towns }, (_, town) => wallsOf(ground, town, ground.full[town] as number)),
  };
}

function readWalls(ground: Ground): Int16Array {
  const walls = new Int16Array(ground.province.towns);
  for (let town = 0; town < walls.length; town++) walls[town] = wallsOf(ground, town, ground.full[town] as number);
  return walls;
}

/** Plays a plan ahead. Orders must be ones that can be carried out; whether the purse can pay is for the reader to see. */
export function foreseeWeek(view: KnownGround, orders: readonly Order[]): WeekForesight {
  const low = playAhead(view, orders, view.low);
  const high = playAhead(view, orders, view.high);
  return {
    orders,
    spent: between(low.spent, high.spent),
    left: between(view.purse - low.spent, view.purse - high.spent),
    purse: between(low.purse, high.purse),
    income: between(low.income, high.income),
    towns: between(low.towns, high.towns),
    low,
    high,
  };
}

/**
 * Says what one more order will do, on top of what is planned. `planned` is the plan's own foresight, if it is at hand.
 * An order that names no town of this province, or that is given on the march, is only refused.
 */
export function foresee(
  view: CampaignView,
  order: Order,
  planned: WeekForesight = foreseeWeek(view, view.orders),
): OrderForesight {
  const hindered = refuse(view, order);
  if (hindered === 'nowhere' || hindered === 'week') return foreseeNothing(order, hindered);
  const orders = [...view.orders, order];
  const then = foreseeWeek(view, orders);
  const refusal = hindered ?? (then.left.least < 0 ? 'purse' : null);
  const isInfantry = order.kind === 'infantry';
  return {
    order,
    refusal,
    cost: between(then.low.costs.at(-1) as number, then.high.costs.at(-1) as number),
    spent: then.spent,
    towns: isInfantry ? [] : compareWalls(planned, then),
    walls: isInfantry ? spanAt(then, 'walls', order.town) : null,
    chance: isInfantry ? chanceIn(view, orders, order.town) : null,
    income: between(then.low.income - planned.low.income, then.high.income - planned.high.income),
    saves: order.kind === 'supply' ? between(savedBy(then.low, planned.low), savedBy(then.high, planned.high)) : NONE,
  };
}

const NONE: Span = { least: 0, most: 0 };

function foreseeNothing(order: Order, refusal: Refusal): OrderForesight {
  return { order, refusal, cost: NONE, spent: NONE, towns: [], walls: null, chance: null, income: NONE, saves: NONE };
}

/** Coins that a plan with supply saves: what its other orders cost less than without. */
function savedBy(then: Course, planned: Course): number {
  return planned.spent - (then.spent - (then.costs.at(-1) as number));
}

function compareWalls(planned: WeekForesight, then: WeekForesight): readonly TownForesight[] {
  const changed: TownForesight[] = [];
  for (let town = 0; town < then.low.walls.length; town++) {
    const before = spanAt(planned, 'walls', town);
    const after = spanAt(then, 'walls', town);
    if (before.least === after.least && before.most === after.most) continue;
    changed.push({ town, before, after, nextWeek: spanAt(then, 'nextWalls', town) });
  }
  return changed;
}

/** A town's walls in a week foreseen: when the infantry goes (`walls`), or after the week (`nextWalls`). */
export function spanAt(week: WeekForesight, when: 'walls' | 'nextWalls', town: number): Span {
  return { least: week.low[when][town] as number, most: week.high[when][town] as number };
}

/** Chance that a plan's infantry takes a town: known once scouts have looked, otherwise what the estimate leaves open. */
function chanceIn(view: KnownGround, orders: readonly Order[], town: number): number {
  if (orders.some((order) => order.kind === 'recon' && order.town === town)) return 1;
  const ground = copyGround(view, view.low);
  for (const order of inOrder(orders)) if (STAGE_OF[order.kind] === 0) carryOut(ground, order, null);
  return chanceOf(ground, town);
}

function between(one: number, other: number): Span {
  return { least: Math.min(one, other), most: Math.max(one, other) };
}
