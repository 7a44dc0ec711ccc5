/** Infantry: what it costs to climb walls, and how an assault ends. */
import { isKnown, sizedFor, wallsOf } from './ground.ts';
import type { CampaignHappening } from './happenings.ts';
import type { Ground, KnownGround } from './state.ts';

/**
 * Coins for a force that can climb walls of `walls` points at a town: the garrison's price times 1 + steepness · (walls ÷ 100)²,
 * less what supply saves, rounded up. Never falls when walls rise.
 */
export function priceForce(ground: KnownGround, town: number, walls: number): number {
  return Math.ceil(priceWithout(ground, town, walls) * (ground.supplyLeft > 0 ? 1 - ground.parameters.supplyCut : 1));
}

/** The same without supply, rounded up. */
function priceWithout(ground: KnownGround, town: number, walls: number): number {
  const garrison = ground.province.garrison[town] as number;
  return Math.ceil(garrison * (1 + (ground.parameters.steepness * walls * walls) / 10_000));
}

/** The walls that a force sent now would be sized for: the real ones if known, otherwise by the map, with some caution. */
function expectedWalls(ground: KnownGround, town: number): number {
  return wallsOf(ground, town, sizedFor(ground, town));
}

/** Coins that infantry sent to a town now would cost. */
export function priceInfantry(ground: KnownGround, town: number): number {
  return priceForce(ground, town, expectedWalls(ground, town));
}

/**
 * Chance that infantry sent now takes the town, as far as is known: true walls are anywhere in the estimate, evenly.
 * 1 if they are known.
 */
export function chanceOf(ground: KnownGround, town: number): number {
  if (isKnown(ground, town)) return 1;
  const low = ground.low[town] as number;
  const high = ground.high[town] as number;
  const expected = expectedWalls(ground, town);
  let within = 0;
  for (let full = low; full <= high; full++) if (wallsOf(ground, town, full) <= expected) within++;
  return within / (high - low + 1);
}

/**
 * Sends infantry against a town and returns what it cost. It takes the town if the walls are no higher than those it was sized
 * for; otherwise it falls, the money is gone, and the fallen report what the walls are.
 */
export function assault(ground: Ground, town: number, news: CampaignHappening[] | null): number {
  const blind = !isKnown(ground, town);
  const expected = expectedWalls(ground, town);
  const walls = wallsOf(ground, town, ground.full[town] as number);
  const cost = priceForce(ground, town, expected);
  const isTaken = walls <= expected;
  ground.purse -= cost;
  if (isTaken) ground.held[town] = 1;
  ground.low[town] = ground.full[town] as number;
  ground.high[town] = ground.full[town] as number;
  if (news === null) return cost;
  const bare = priceForce(ground, town, 0);
  const saved = priceWithout(ground, town, expected) - cost;
  const common = { town, cost, walls, expected, blind, saved } as const;
  news.push(isTaken ? { what: 'taken', ...common, scaled: cost - bare } : { what: 'fell', ...common });
  return cost;
}
