import { array, assert, boolean, constant, double, oneof, pre, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryProbabilities, categorySlopes, expectedWorth, information } from '../../../src/quiz/model/curves.ts';
import type { ItemParameters, PartialCreditParameters } from '../../../src/quiz/model/parameters.ts';

const number = (min: number, max: number): Arbitrary<number> => double({ min, max, noNaN: true });
const ability = number(-5, 5);

const threeParameters: Arbitrary<ItemParameters> = record({
  model: constant('3pl' as const),
  discrimination: number(0.2, 2.5),
  difficulty: number(-3, 3),
  guessing: number(0, 0.5),
});

/** Any number of steps in any order, and any chances; the plain model one time in two. */
const partialCredit: Arbitrary<PartialCreditParameters> = record({
  discrimination: number(0.2, 2.5),
  steps: array(number(-3, 3), { minLength: 1, maxLength: 5 }),
  weights: array(number(0, 1), { minLength: 6, maxLength: 6 }),
  plain: boolean(),
}).map(({ discrimination, steps, weights, plain }) => {
  const own = steps.map((_, k) => (plain ? 0 : (weights[k + 1] as number)));
  const total = 1 + own.reduce((sum, weight) => sum + weight, 0);
  return { model: 'gpcm', discrimination, steps, chance: [1, ...own].map((weight) => weight / total) };
});
const any = oneof(threeParameters, partialCredit);

describe('the curves of an item', () => {
  it('are probabilities that add up to 1', () =>
    assert(
      property(any, ability, (parameters, at) => {
        const probabilities = categoryProbabilities(parameters, at);
        for (const probability of probabilities) expect(probability).toBeGreaterThanOrEqual(0);
        expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
      }),
    ));

  it('have the slopes that small differences show', () =>
    assert(
      property(any, ability, (parameters, at) => {
        const h = 1e-5;
        const above = categoryProbabilities(parameters, at + h);
        const below = categoryProbabilities(parameters, at - h);
        categorySlopes(parameters, at).forEach((slope, k) =>
          expect(slope).toBeCloseTo(((above[k] as number) - (below[k] as number)) / (2 * h), 7),
        );
      }),
    ));

  it('have the information that the curvature of the log likelihood shows', () =>
    assert(
      property(any, ability, (parameters, at) => {
        const h = 1e-3;
        const logs = [at - h, at, at + h].map((x) => categoryProbabilities(parameters, x).map(Math.log));
        const curvature = (k: number): number =>
          ((logs[0]?.[k] as number) - 2 * (logs[1]?.[k] as number) + (logs[2]?.[k] as number)) / (h * h);
        const probabilities = categoryProbabilities(parameters, at);
        pre(probabilities.every((probability) => probability > 1e-9));
        const expected = probabilities.reduce((sum, probability, k) => sum - probability * curvature(k), 0);
        expect(information(parameters, at)).toBeCloseTo(expected, 3);
      }),
    ));

  it('of the plain partial credit model have information a² times the variance of the category', () => {
    const parameters: ItemParameters = {
      model: 'gpcm',
      discrimination: 1.2,
      steps: [-1, 0.3, 1],
      chance: [1, 0, 0, 0],
    };
    for (const at of [-2, 0, 0.7, 3]) {
      const mean = expectedWorth(parameters, [0, 1, 2, 3], at);
      const variance = expectedWorth(parameters, [0, 1, 4, 9], at) - mean * mean;
      expect(information(parameters, at)).toBeCloseTo(1.44 * variance, 10);
    }
  });

  it('let the mean score grow with ability where chance gives nothing, and in the three-parameter model', () =>
    assert(
      property(any, ability, number(0.01, 2), (parameters, at, more) => {
        pre(parameters.model === '3pl' || parameters.chance[0] === 1);
        const worths = categoryProbabilities(parameters, 0).map((_, k) => k);
        expect(expectedWorth(parameters, worths, at + more)).toBeGreaterThan(expectedWorth(parameters, worths, at));
      }),
    ));

  it('always make a higher category than the lowest speak for more ability', () =>
    assert(
      property(partialCredit, ability, number(0.01, 2), (parameters, at, more) => {
        const here = categoryProbabilities(parameters, at);
        const there = categoryProbabilities(parameters, at + more);
        const { chance } = parameters;
        for (let k = 1; k < here.length; k++) {
          const before = (here[k] as number) / (here[0] as number);
          const after = (there[k] as number) / (there[0] as number);
          // What comes by chance is the same at any ability; beside it, the rest can be too small for a number to show.
          const byChance = (chance[k] as number) / (chance[0] as number);
          const isSeen = before - byChance > before * 1e-9;
          expect(after).toBeGreaterThan(isSeen ? before : before * (1 - 1e-12));
        }
      }),
    ));

  it('of two categories are the three-parameter model', () => {
    for (const at of [-3, -0.5, 0, 2]) {
      const three = categoryProbabilities({ model: '3pl', discrimination: 0.9, difficulty: 0.4, guessing: 0.25 }, at);
      const partial = categoryProbabilities(
        { model: 'gpcm', discrimination: 0.9, steps: [0.4], chance: [0.75, 0.25] },
        at,
      );
      partial.forEach((probability, k) => expect(probability).toBeCloseTo(three[k] as number, 14));
    }
  });
});
