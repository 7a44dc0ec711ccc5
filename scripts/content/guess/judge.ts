/**
 * Whether a blind guesser beats chance. Under the null hypothesis the worths of an item's options are tied to their
 * looks in no way, so every exchange of worths among an item's options is as likely as the one that was written.
 */
import { seedRandom } from '../../../src/kernel/random.ts';
import { shuffle } from '../../../src/quiz/items/shuffle.ts';
import { GUESSERS, pick } from './guessers.ts';
import type { Task } from './tasks.ts';

/** How one guesser fared. */
export interface Verdict {
  readonly guesser: string;
  readonly tasks: number;
  /** Its mean worth, and that of a blind choice, from 0 to 1. */
  readonly mean: number;
  readonly chance: number;
  /** The gain in standard errors. */
  readonly z: number;
  /** The gain in standard errors above which it is no luck. */
  readonly limit: number;
  readonly beatsChance: boolean;
  /** Items on which it gains, those first that give most. */
  readonly gains: readonly { readonly item: string; readonly option: string; readonly gain: number }[];
}

/** Of a hundred banks written without any such habit, at most one may fail. */
const CONFIDENCE = 0.99;
const ROUNDS = 2000;
const SEED = 20_261_122;

/**
 * Lets every guesser loose on the tasks. One-sided permutation test with the largest gain of all guessers as its
 * statistic (single-step maxT, Westfall & Young 1993, "Resampling-Based Multiple Testing"): the limit is the 99 %
 * point of that largest gain over `ROUNDS` random exchanges, so that the number of guessers, and that they are alike,
 * is taken into account. The gain is in standard errors of picking m of n options without looking.
 */
export function judgeGuessers(tasks: readonly Task[]): readonly Verdict[] {
  const faced = tasks.filter(({ options }) => varianceOf(options.map(({ worth }) => worth)) > 0);
  const worths = faced.map(({ options }) => options.map(({ worth }) => worth));
  const expected = sum(worths.map(meanOf));
  const guessers = Object.entries(GUESSERS).map(([name, measure]) => {
    const picks = faced.map((task) => pick(measure, task));
    const error = Math.sqrt(sum(picks.map((places, at) => errorOf(places, worths[at] ?? []))));
    return { name, picks, error, shares: shareOut(picks, worths) };
  });
  const given = worths.flat();
  const measured = guessers.map(({ shares, error }) => (error === 0 ? 0 : (earn(shares, given) - expected) / error));

  const random = seedRandom(SEED);
  const largest = Array.from({ length: faced.length === 0 ? 0 : ROUNDS }, () => {
    const exchanged = worths.flatMap((each) => shuffle(each, random));
    return Math.max(
      ...guessers.map(({ shares, error }) => (error === 0 ? 0 : (earn(shares, exchanged) - expected) / error)),
    );
  }).toSorted((x, y) => x - y);
  const limit = largest[Math.floor(CONFIDENCE * largest.length)] ?? 0;

  const chance = faced.length === 0 ? 0 : expected / faced.length;
  return guessers.map(({ name, picks, error }, at) => {
    const z = measured[at] ?? 0;
    return {
      guesser: name,
      tasks: faced.length,
      mean: chance + (faced.length === 0 ? 0 : (z * error) / faced.length),
      chance,
      z,
      limit,
      beatsChance: z > limit,
      gains: listGains(faced, picks),
    };
  });
}

/** What a guesser stakes on each option of all tasks in a row; a tie is shared. */
function shareOut(
  picks: readonly (readonly number[])[],
  worths: readonly (readonly number[])[],
): readonly (readonly [option: number, stake: number])[] {
  let before = 0;
  return picks.flatMap((places, at) => {
    const begin = before;
    before += worths[at]?.length ?? 0;
    return places.map((place) => [begin + place, 1 / places.length] as const);
  });
}

function earn(shares: readonly (readonly [option: number, stake: number])[], worths: readonly number[]): number {
  let earned = 0;
  for (const [option, stake] of shares) earned += stake * (worths[option] ?? 0);
  return earned;
}

/** Only picks without a tie tell where to mend. */
function listGains(tasks: readonly Task[], picks: readonly (readonly number[])[]): Verdict['gains'] {
  return tasks
    .flatMap(({ item, options }, at) => {
      const [place, ...others] = picks[at] ?? [];
      const taken = others.length === 0 && place !== undefined ? options[place] : undefined;
      if (taken === undefined) return [];
      return [{ item, option: taken.id, gain: taken.worth - meanOf(options.map(({ worth }) => worth)) }];
    })
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain);
}

/** Variance of the mean of m of n worths drawn without replacement. */
function errorOf(places: readonly number[], worths: readonly number[]): number {
  const [m, n] = [places.length, worths.length];
  return n < 2 ? 0 : (varianceOf(worths) / m) * ((n - m) / (n - 1));
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) * (value - mean)));
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
