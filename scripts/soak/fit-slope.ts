/** How fast something grew, by least squares, and how well a run of this length can know it. Pure. */
import { t99 } from '../../src/kernel/statistics/index.ts';

/** One look at one thing. */
export interface Point {
  /** Which life it was seen in, of the browser's process or of the page: each begins at a level of its own. */
  readonly life: number;
  readonly hours: number;
  readonly value: number;
}

export interface Slope {
  /** In the thing's unit per hour. */
  readonly perHour: number;
  /** The true slope lies between these with 99 % confidence. */
  readonly low: number;
  readonly high: number;
  readonly points: number;
  /** Hours from the first look to the last, of all lives together. */
  readonly hours: number;
}

/** Fewest degrees of freedom for a bound that says anything. */
const LEAST_FREEDOM = 2;

/**
 * One slope for all lives, each with a level of its own: least squares on what is left after every life's mean is taken
 * away from it. Two-sided bound by Student's t, with as many looks as would say the same if they did not depend on the
 * one before: n · (1 − r) / (1 + r), r the correlation of neighbours' residuals (B. D. Santer et al., "Statistical
 * significance of trends and trend differences in layer-average atmospheric temperature time series", Journal of
 * Geophysical Research 105, 2000, equation 6). null when there are too few looks.
 */
export function fitSlope(points: readonly Point[]): Slope | null {
  const lives = groupByLife(points);
  let [across, along, hours] = [0, 0, 0];
  const centred: (readonly Centred[])[] = [];
  for (const life of lives) {
    const x = mean(life.map((point) => point.hours));
    const y = mean(life.map((point) => point.value));
    centred.push(life.map((point) => ({ x: point.hours - x, y: point.value - y })));
    hours += Math.max(...life.map((point) => point.hours)) - Math.min(...life.map((point) => point.hours));
  }
  for (const { x, y } of centred.flat()) {
    along += x * x;
    across += x * y;
  }
  const freedom = points.length - lives.length - 1;
  if (freedom < LEAST_FREEDOM || along === 0) return null;
  const perHour = across / along;
  const residuals = centred.map((life) => life.map(({ x, y }) => y - perHour * x));
  const rest = residuals.flat().reduce((sum, residual) => sum + residual ** 2, 0);
  const alike = correlateNeighbours(residuals, rest);
  const effective = Math.floor((points.length * (1 - alike)) / (1 + alike)) - lives.length - 1;
  const trusted = Math.max(effective, LEAST_FREEDOM);
  const reach = t99(trusted) * Math.sqrt(rest / trusted / along);
  return { perHour, low: perHour - reach, high: perHour + reach, points: points.length, hours };
}

/** How far from its life's mean. */
interface Centred {
  readonly x: number;
  readonly y: number;
}

/** Neighbours that do not depend on each other are more alike than this, over the root of their number, once in a hundred times. */
const BY_CHANCE = 2.326;

/** From 0 to 1; 0 when it may be chance. `rest`: the sum of the residuals' squares. */
function correlateNeighbours(residuals: readonly (readonly number[])[], rest: number): number {
  let together = 0;
  for (const life of residuals)
    for (const [at, residual] of life.slice(1).entries()) together += residual * (life[at] as number);
  const alike = rest > 0 ? together / rest : 0;
  return alike > BY_CHANCE / Math.sqrt(residuals.flat().length) ? alike : 0;
}

/** The looks of each life, in their order. */
export function groupByLife<Seen extends { readonly life: number }>(
  seen: readonly Seen[],
): readonly (readonly Seen[])[] {
  const lives = new Map<number, Seen[]>();
  for (const each of seen) {
    const life = lives.get(each.life);
    if (life === undefined) lives.set(each.life, [each]);
    else life.push(each);
  }
  return [...lives.values()];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
