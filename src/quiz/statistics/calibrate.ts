/**
 * Moves item parameters from their priors by real answers. Marginal maximum a posteriori estimation by the EM
 * algorithm (Bock & Aitkin 1981, "Marginal maximum likelihood estimation of item parameters", Psychometrika 46; with
 * priors on the items: Mislevy 1986, "Bayes modal estimation in item response models", Psychometrika 51): abilities are
 * never estimated, they are averaged over the grid. Two numbers per item move: a shift of its difficulty (all steps
 * together) and a factor of its discrimination. Both are drawn to "as the author thought", and an item with few answers
 * stays there. The M-step is one step of Fisher's scoring.
 */
import { exp } from '../../kernel/exponential.ts';
import { categorySlopes, discriminationSlopes } from '../model/curves.ts';
import { ABILITIES, CELLS, PRIOR } from '../model/grid.ts';
import type { ItemParameters } from '../model/parameters.ts';
import { updatePosterior } from '../model/posterior.ts';
import { tabulate, type CurveTable } from '../model/tables.ts';

/** One answer, as the category its score falls into (`categoryOf`). */
export interface CategorizedAnswer {
  readonly item: string;
  readonly category: number;
}

/** What became of one item. */
export interface Calibration {
  readonly parameters: ItemParameters;
  /** Answers it rests on. */
  readonly answers: number;
  /** How much harder than its prior it proved, in standard deviations of ability. */
  readonly shift: number;
  /** Standard error of the shift, the prior's help included. */
  readonly shiftError: number;
  /** Its discrimination as a share of the prior's; above 0. */
  readonly factor: number;
}

/** Standard deviations of the priors: of the shift, and of the natural logarithm of the factor. */
export const SHIFT_PRIOR = 0.5;
const LOG_FACTOR_PRIOR = 0.25;

/** EM stops when no item moves further than this, or after so many rounds. */
const STILL = 1e-4;
const ROUNDS = 200;
/** The furthest that one M-step may go, so that a wild start cannot overshoot. */
const FARTHEST = 0.5;

/** Where an item stands: its shift and the logarithm of its factor. */
interface Standing {
  shift: number;
  logFactor: number;
  table: CurveTable;
}

function moved(prior: ItemParameters, shift: number, logFactor: number): ItemParameters {
  const discrimination = prior.discrimination * exp(logFactor);
  return prior.model === '3pl'
    ? { ...prior, discrimination, difficulty: prior.difficulty + shift }
    : { ...prior, discrimination, steps: prior.steps.map((step) => step + shift) };
}

/**
 * Calibrates every item that has a prior.
 *
 * @param priors By item id.
 * @param sittings All answers of each person; answers to items without a prior are passed over.
 */
export function calibrate(
  priors: ReadonlyMap<string, ItemParameters>,
  sittings: readonly (readonly CategorizedAnswer[])[],
): ReadonlyMap<string, Calibration> {
  const standings = new Map<string, Standing>();
  for (const [item, prior] of priors) standings.set(item, { shift: 0, logFactor: 0, table: tabulate(prior) });
  for (let round = 0; round < ROUNDS; round++) {
    const expected = expectCounts(standings, sittings);
    let furthest = 0;
    for (const [item, counts] of expected) {
      const standing = standings.get(item) as Standing;
      const prior = priors.get(item) as ItemParameters;
      furthest = Math.max(furthest, improve(standing, prior, counts));
    }
    if (furthest < STILL) break;
  }
  const answers = countAnswers(sittings);
  const expected = expectCounts(standings, sittings);
  return new Map(
    [...priors].map(([item, prior]) => {
      const { shift, logFactor } = standings.get(item) as Standing;
      const counts = expected.get(item);
      const { inform } = counts ? score(moved(prior, shift, logFactor), counts) : { inform: NO_INFORMATION };
      const precision = invert(withPriors(inform));
      return [
        item,
        {
          parameters: moved(prior, shift, logFactor),
          answers: answers.get(item) ?? 0,
          shift,
          shiftError: Math.sqrt(precision.shift),
          factor: exp(logFactor),
        },
      ];
    }),
  );
}

function countAnswers(sittings: readonly (readonly CategorizedAnswer[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sitting of sittings) for (const { item } of sitting) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** E-step: how many people of each ability are expected to have given each category, category by category. */
function expectCounts(
  standings: ReadonlyMap<string, Standing>,
  sittings: readonly (readonly CategorizedAnswer[])[],
): Map<string, Float64Array> {
  const expected = new Map<string, Float64Array>();
  for (const sitting of sittings) {
    const known = sitting.filter(({ item }) => standings.has(item));
    const tableOf = (item: string): CurveTable => (standings.get(item) as Standing).table;
    let posterior = PRIOR;
    for (const { item, category } of known)
      posterior = updatePosterior(posterior, tableOf(item).probabilities, category);
    for (const { item, category } of known) {
      const counts = expected.get(item) ?? new Float64Array(tableOf(item).categories * CELLS);
      expected.set(item, counts);
      for (let cell = 0; cell < CELLS; cell++) {
        const at = category * CELLS + cell;
        counts[at] = (counts[at] as number) + (posterior[cell] as number);
      }
    }
  }
  return expected;
}

interface Information {
  readonly shift: number;
  readonly both: number;
  readonly factor: number;
}
const NO_INFORMATION: Information = { shift: 0, both: 0, factor: 0 };

function withPriors({ shift, both, factor }: Information): Information {
  const shiftWeight = 1 / (SHIFT_PRIOR * SHIFT_PRIOR);
  const factorWeight = 1 / (LOG_FACTOR_PRIOR * LOG_FACTOR_PRIOR);
  return { shift: shift + shiftWeight, both, factor: factor + factorWeight };
}

function invert({ shift, both, factor }: Information): Information {
  const determinant = shift * factor - both * both;
  return { shift: factor / determinant, both: -both / determinant, factor: shift / determinant };
}

/** M-step for one item; returns how far it went. */
function improve(standing: Standing, prior: ItemParameters, counts: Float64Array): number {
  const { slopes, inform } = score(moved(prior, standing.shift, standing.logFactor), counts);
  const pulls = {
    shift: slopes.shift - standing.shift / (SHIFT_PRIOR * SHIFT_PRIOR),
    factor: slopes.factor - standing.logFactor / (LOG_FACTOR_PRIOR * LOG_FACTOR_PRIOR),
  };
  const inverse = invert(withPriors(inform));
  const bound = (step: number): number => Math.min(Math.max(step, -FARTHEST), FARTHEST);
  const byShift = bound(inverse.shift * pulls.shift + inverse.both * pulls.factor);
  const byFactor = bound(inverse.both * pulls.shift + inverse.factor * pulls.factor);
  standing.shift += byShift;
  standing.logFactor += byFactor;
  standing.table = tabulate(moved(prior, standing.shift, standing.logFactor));
  return Math.max(Math.abs(byShift), Math.abs(byFactor));
}

/** Slopes of the expected log-likelihood, and Fisher's information, in shift and log-factor. */
function score(
  parameters: ItemParameters,
  counts: Float64Array,
): { readonly slopes: { readonly shift: number; readonly factor: number }; readonly inform: Information } {
  const { probabilities, categories } = tabulate(parameters);
  const slopes = { shift: 0, factor: 0 };
  const inform = { shift: 0, both: 0, factor: 0 };
  for (let cell = 0; cell < CELLS; cell++) {
    const chances = Array.from({ length: categories }, (_, k) => probabilities[k * CELLS + cell] as number);
    const here = Array.from({ length: categories }, (_, k) => counts[k * CELLS + cell] as number);
    const people = here.reduce((sum, count) => sum + count, 0);
    if (people === 0) continue;
    const rates = logSlopes(parameters, ABILITIES[cell] as number, chances);
    rates.forEach(({ shift, factor }, k) => {
      slopes.shift += (here[k] as number) * shift;
      slopes.factor += (here[k] as number) * factor;
      const weight = people * (chances[k] as number);
      inform.shift += weight * shift * shift;
      inform.both += weight * shift * factor;
      inform.factor += weight * factor * factor;
    });
  }
  return { slopes, inform };
}

/** How ln P(category) changes with the shift and with the logarithm of the discrimination, at one ability. */
function logSlopes(
  parameters: ItemParameters,
  ability: number,
  chances: readonly number[],
): readonly { readonly shift: number; readonly factor: number }[] {
  const byAbility = categorySlopes(parameters, ability);
  const byDiscrimination = discriminationSlopes(parameters, ability);
  return chances.map((chance, k) => ({
    // A harder item is the same as a weaker player.
    shift: -(byAbility[k] as number) / chance,
    factor: (byDiscrimination[k] as number) / chance,
  }));
}
