import { exp } from '../../kernel/exponential.ts';
import type { ItemParameters, PartialCreditParameters } from './parameters.ts';

/**
 * The probability of every category at one ability; adds up to 1.
 * 3PL: P(1) = c + (1 − c) / (1 + exp(−a(θ − b))) (Birnbaum 1968).
 * GPCM: states S(k) ∝ exp(Σ_{v ≤ k} a(θ − b_v)) (Muraki 1992, eq. 4); category k is answered by those in state k, and by
 * those in state 0 with its chance: P(k) = S(k) + chance(k)·S(0) for k > 0, and P(0) = chance(0)·S(0).
 */
export function categoryProbabilities(parameters: ItemParameters, ability: number): readonly number[] {
  if (parameters.model === '3pl') {
    const { discrimination, difficulty, guessing } = parameters;
    const right = guessing + (1 - guessing) / (1 + exp(-discrimination * (ability - difficulty)));
    return [1 - right, right];
  }
  const states = stateProbabilities(parameters, ability);
  return withChance(parameters, states);
}

/** How likely each state of knowledge is: the generalized partial credit model itself. */
function stateProbabilities({ discrimination, steps }: PartialCreditParameters, ability: number): readonly number[] {
  const exponents = [0];
  for (const step of steps) exponents.push((exponents.at(-1) as number) + discrimination * (ability - step));
  // Taking the largest away keeps every exponential at or below 1.
  const largest = Math.max(...exponents);
  const weights = exponents.map((exponent) => exp(exponent - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Deals what belongs to the lowest state out to all categories. Serves probabilities and their slopes alike. */
function withChance({ chance }: PartialCreditParameters, ofStates: readonly number[]): readonly number[] {
  const lowest = ofStates[0] as number;
  return ofStates.map((value, k) => (chance[k] as number) * lowest + (k === 0 ? 0 : value));
}

/** The mean of `worths` (one for each category) at one ability. */
export function expectedWorth(parameters: ItemParameters, worths: readonly number[], ability: number): number {
  return categoryProbabilities(parameters, ability).reduce(
    (sum, probability, k) => sum + (worths[k] as number) * probability,
    0,
  );
}

/**
 * How fast each category's probability changes with ability.
 * 3PL: a(P − c)(1 − P) / (1 − c) (Lord 1980, ch. 4). GPCM: a state changes by a·S(k)·(k − mean state) (Muraki 1993).
 */
export function categorySlopes(parameters: ItemParameters, ability: number): readonly number[] {
  if (parameters.model === '3pl') {
    const { discrimination, guessing } = parameters;
    const right = categoryProbabilities(parameters, ability)[1] as number;
    const slope = (discrimination * (right - guessing) * (1 - right)) / (1 - guessing);
    return [-slope, slope];
  }
  const states = stateProbabilities(parameters, ability);
  const mean = states.reduce((sum, state, k) => sum + k * state, 0);
  return withChance(
    parameters,
    states.map((state, k) => parameters.discrimination * state * (k - mean)),
  );
}

/**
 * Fisher's information about the ability in one answer: Σ_k slope_k² / P(k) (Samejima 1969; for the 3PL it is Birnbaum's,
 * for the plain GPCM a² times the variance of the category, Muraki 1993). In 1 / (unit of ability)².
 */
export function information(parameters: ItemParameters, ability: number): number {
  const probabilities = categoryProbabilities(parameters, ability);
  return categorySlopes(parameters, ability).reduce((sum, slope, k) => {
    const probability = probabilities[k] as number;
    // A category that cannot happen here tells nothing.
    return probability > 0 ? sum + (slope * slope) / probability : sum;
  }, 0);
}

/**
 * How fast each category's probability changes with the logarithm of the discrimination: for the 3PL
 * a(θ − b)(P − c)(1 − P) / (1 − c), for the GPCM a·S(k)·(climb k − mean climb), where climb k is Σ_{v ≤ k}(θ − b_v).
 */
export function discriminationSlopes(parameters: ItemParameters, ability: number): readonly number[] {
  if (parameters.model === '3pl')
    return categorySlopes(parameters, ability).map((slope) => slope * (ability - parameters.difficulty));
  const climbs = [0];
  for (const step of parameters.steps) climbs.push((climbs.at(-1) as number) + (ability - step));
  const states = stateProbabilities(parameters, ability);
  const mean = states.reduce((sum, state, k) => sum + (climbs[k] as number) * state, 0);
  return withChance(
    parameters,
    states.map((state, k) => parameters.discrimination * state * ((climbs[k] as number) - mean)),
  );
}
