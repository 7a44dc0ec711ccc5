/** Reading the ground: walls, income, worth. */
import type { Ground, KnownGround } from './state.ts';

/** The lowest and the highest that a number can turn out to be; equal if it is known. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** Points by which everything together lowers a town's walls now. */
export function loweredBy(ground: KnownGround, town: number): number {
  return (
    (ground.posters[town] as number) +
    (ground.exhibition[town] as number) +
    (ground.mail[town] as number) +
    (ground.word[town] as number) +
    ground.website
  );
}

/** A town's walls now, 0 to 100, if they are `full` before any air. */
export function wallsOf(ground: KnownGround, town: number, full: number): number {
  return Math.max(0, full - loweredBy(ground, town));
}

/** What a town's walls are now, as far as is known. */
export function spanWalls(ground: KnownGround, town: number): Span {
  return {
    least: wallsOf(ground, town, ground.low[town] as number),
    most: wallsOf(ground, town, ground.high[town] as number),
  };
}

/** Whether a town's walls have been seen. */
export function isKnown(ground: KnownGround, town: number): boolean {
  return ground.low[town] === ground.high[town];
}

/** What the map says of a town's walls before any air: the middle of the estimate, or the walls if they are known. */
export function estimateOf(ground: KnownGround, town: number): number {
  return Math.ceil(((ground.low[town] as number) + (ground.high[town] as number)) / 2);
}

/** The walls before any air for which infantry is sized: towards the high end of the estimate, or the walls if they are known. */
export function sizedFor(ground: KnownGround, town: number): number {
  const low = ground.low[town] as number;
  return low + Math.ceil(((ground.high[town] as number) - low) * ground.parameters.caution);
}

/** Coins that the held towns pay in a week. */
export function incomeOf(ground: KnownGround): number {
  let income = 0;
  for (let town = 0; town < ground.province.towns; town++)
    if (ground.held[town] === 1) income += ground.province.worth[town] as number;
  return income;
}

/** Towns held. */
export function countHeld(ground: KnownGround): number {
  let held = 0;
  for (let town = 0; town < ground.province.towns; town++) held += ground.held[town] as number;
  return held;
}

/** The act's main figure: the purse, and what the towns held will pay in the `lookahead` weeks to come. */
export function worthOf(ground: KnownGround): number {
  return ground.purse + ground.parameters.lookahead * incomeOf(ground);
}

/** A copy of the ground to look ahead on, with the given true walls. */
export function copyGround(ground: KnownGround, full: ArrayLike<number>): Ground {
  return {
    parameters: ground.parameters,
    province: ground.province,
    purse: ground.purse,
    held: Uint8Array.from(ground.held),
    low: Int16Array.from(ground.low),
    high: Int16Array.from(ground.high),
    full: Int16Array.from(full),
    posters: Int16Array.from(ground.posters),
    exhibition: Int16Array.from(ground.exhibition),
    mail: Int16Array.from(ground.mail),
    word: Int16Array.from(ground.word),
    website: ground.website,
    isWebsiteKept: ground.isWebsiteKept,
    supplyLeft: ground.supplyLeft,
    exhibitionIn: ground.exhibitionIn,
  };
}
