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
  /** The true slope lies between these with 99 % confidence, if the looks vary independently. */
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
 * away from it. Two-sided bound by Student's t. null when there are too few looks.
 */
export function fitSlope(points: readonly Point[]): Slope | null {
  const lives = groupByLife(points);
  let [across, along, hours] = [0, 0, 0];
  const centred: { readonly x: number; readonly y: number }[] = [];
  for (const life of lives) {
    const x = mean(life.map((point) => point.hours));
    const y = mean(life.map((point) => point.value));
    for (const point of life) centred.push({ x: point.hours - x, y: point.value - y });
    hours += Math.max(...life.map((point) => point.hours)) - Math.min(...life.map((point) => point.hours));
  }
  for (const { x, y } of centred) {
    along += x * x;
    across += x * y;
  }
  const freedom = points.length - lives.length - 1;
  if (freedom < LEAST_FREEDOM || along === 0) return null;
  const perHour = across / along;
  const rest = centred.reduce((sum, { x, y }) => sum + (y - perHour * x) ** 2, 0);
  const reach = t99(freedom) * Math.sqrt(rest / freedom / along);
  return { perHour, low: perHour - reach, high: perHour + reach, points: points.length, hours };
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
