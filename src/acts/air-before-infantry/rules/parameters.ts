import { BadInput } from '../../../kernel/act.ts';
import { parseRanges, type Range } from '../../../kernel/ranges.ts';

const share: Range = { from: 0, to: 1 };
const price: Range = { from: 0, to: 1000, whole: true };
const points: Range = { from: 0, to: 100, whole: true };

/**
 * What can be set about a campaign. The values of the game stand in `levels/air-before-infantry/act.json`; here are the
 * limits, chosen so that no file from outside can make a run that doesn't end or a number that overflows. The longest
 * run that they allow (20 weeks of 245 seconds) is within what a replay may have.
 */
export const RANGES = {
  /** 0: a province made from the seed. 1: the hand-made one that teaches; it has its own towns, whatever `towns` says. */
  province: { from: 0, to: 1, whole: true },
  /** Towns of a province made from the seed. */
  towns: { from: 2, to: 40, whole: true },
  /** Weeks of the campaign. */
  weeks: { from: 1, to: 20, whole: true },
  /** Weeks of income, after the last, that ground held counts for. */
  lookahead: { from: 0, to: 20, whole: true },
  /** Seconds after which a week's planning ends by itself. Long: it is there so that a run ends, not to press anyone. */
  planSeconds: { from: 5, to: 240 },
  /** Seconds in which a week plays out. */
  marchSeconds: { from: 1, to: 5 },

  /** Money in the purse at the start. */
  purse: { from: 0, to: 5000, whole: true },
  /** Coins that headquarters send each week, so that nobody who has lost everything only watches. */
  stipend: price,
  /** Income a week of the poorest and of the richest town; the others stand evenly between. */
  leastWorth: { from: 1, to: 100, whole: true },
  mostWorth: { from: 1, to: 100, whole: true },
  /** Price of winning over a town's garrison that has no walls, for each coin of its weekly worth. */
  garrison: { from: 0.1, to: 50 },
  /** How far a garrison may lie above or below that, as a share. */
  garrisonSpread: { from: 0, to: 0.9 },
  /** Lowest and highest estimate of a town's walls, in points of 100; the others stand evenly between. */
  leastWalls: points,
  mostWalls: points,
  /** How far the true walls may lie above or below the estimate, in points. */
  fog: { from: 0, to: 50, whole: true },
  /** How far up in the estimate's range lie the walls for which infantry is sized that marches by the map. 1: it never falls. */
  caution: share,
  /** How steeply infantry's price grows: walls of 100 add this many times the price at no walls; it grows with their square. */
  steepness: { from: 0, to: 50 },
  /** How fast walls grow back: every arm's fading is multiplied by it. 0: what is torn stays torn. */
  growBack: { from: 0, to: 4 },
  /** Word of mouth: points by which a held town lowers the walls of each neighbour in a week. */
  word: points,

  /** Price of looking behind one town's walls. */
  reconPrice: price,
  /** Posters: one town; points that its walls fall; share of the effect that is gone after a week. */
  postersPrice: price,
  postersStrength: points,
  postersFade: share,
  /** Exhibition: a town and its neighbours; points at the town and around it; once in so many weeks. */
  exhibitionPrice: price,
  exhibitionStrength: points,
  exhibitionAround: points,
  exhibitionFade: share,
  exhibitionEvery: { from: 1, to: 20, whole: true },
  /** Direct mail: one town; points if its walls are known, and if they are not. */
  mailPrice: price,
  mailStrength: points,
  mailBlind: points,
  mailFade: share,
  /** Website: the whole province; price of a week for each town in it; points that a paid week adds, and at most has. */
  websitePrice: { from: 0, to: 100 },
  websiteStep: points,
  websiteMost: points,
  /** Share of the website's effect that is gone after a week in which it was not kept. */
  websiteFade: share,
  /** Supply: price; share that it takes off infantry's price; weeks that it lasts, its own among them. */
  supplyPrice: price,
  supplyCut: { from: 0, to: 0.9 },
  supplyWeeks: { from: 1, to: 20, whole: true },
} as const satisfies Readonly<Record<string, Range>>;

export type ParameterName = keyof typeof RANGES;
export type CampaignParameters = Readonly<Record<ParameterName, number>>;

/** Checks a whole set of parameters. Throws `BadInput` for a missing, unknown or out-of-range one. */
export function parseParameters(value: unknown): CampaignParameters {
  const parameters = parseRanges(value, RANGES);
  if (parameters.leastWorth > parameters.mostWorth)
    throw new BadInput('parameters.leastWorth', 'must not be above mostWorth');
  if (parameters.leastWalls > parameters.mostWalls)
    throw new BadInput('parameters.leastWalls', 'must not be above mostWalls');
  return parameters;
}
