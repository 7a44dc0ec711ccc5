import { describe, expect, it } from 'vitest';
import { drawUnit, seedRandom, type RandomState } from '../../src/kernel/random.ts';
import { categoryProbabilities } from '../../src/quiz/model/curves.ts';
import type { ItemParameters } from '../../src/quiz/model/parameters.ts';
import { calibrate, SHIFT_PRIOR, type CategorizedAnswer } from '../../src/quiz/statistics/calibrate.ts';

/** Twelve uniform numbers make one that is normal enough here. */
function drawNormal(random: RandomState): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += drawUnit(random);
  return sum;
}

function drawCategory(random: RandomState, parameters: ItemParameters, ability: number): number {
  let left = drawUnit(random);
  const chances = categoryProbabilities(parameters, ability);
  for (let k = 0; k < chances.length - 1; k++) {
    left -= chances[k] as number;
    if (left < 0) return k;
  }
  return chances.length - 1;
}

const STEPS = [-0.8, 0, 0.8];
/** By number of steps: without chance, and with. */
const CHANCES = [[], [1, 0], [0.5, 0.375, 0.125], [0.25, 0.25, 0.25, 0.25]];

/** Sixty items of four forms, whose truth is not where their authors thought. */
function makeWorld(random: RandomState): {
  readonly priors: Map<string, ItemParameters>;
  readonly truths: Map<
    string,
    { readonly parameters: ItemParameters; readonly shift: number; readonly factor: number }
  >;
} {
  const priors = new Map<string, ItemParameters>();
  const truths = new Map<string, { parameters: ItemParameters; shift: number; factor: number }>();
  for (let i = 0; i < 60; i++) {
    const middle = [-1, 0, 1][i % 3] as number;
    const prior: ItemParameters =
      i % 4 === 0
        ? { model: '3pl', discrimination: 1, difficulty: middle, guessing: 0.25 }
        : {
            model: 'gpcm',
            discrimination: 1.1,
            steps: STEPS.slice(0, i % 4).map((step) => middle + step),
            chance: CHANCES[i % 4] ?? [],
          };
    const shift = SHIFT_PRIOR * drawNormal(random);
    const factor = Math.exp(0.25 * drawNormal(random));
    const discrimination = prior.discrimination * factor;
    const parameters: ItemParameters =
      prior.model === '3pl'
        ? { ...prior, discrimination, difficulty: prior.difficulty + shift }
        : { ...prior, discrimination, steps: prior.steps.map((step) => step + shift) };
    priors.set(`item-${i}`, prior);
    truths.set(`item-${i}`, { parameters, shift, factor });
  }
  return { priors, truths };
}

function playWorld(
  random: RandomState,
  truths: ReturnType<typeof makeWorld>['truths'],
  people: number,
): CategorizedAnswer[][] {
  const items = [...truths.keys()];
  return Array.from({ length: people }, () => {
    const ability = drawNormal(random);
    return items
      .filter(() => drawUnit(random) < 0.3)
      .map((item) => {
        const { parameters } = truths.get(item) as { parameters: ItemParameters };
        return { item, category: drawCategory(random, parameters, ability) };
      });
  });
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describe('calibration', () => {
  const random = seedRandom(20261122);
  const { priors, truths } = makeWorld(random);
  const people = playWorld(random, truths, 2000);
  const found = calibrate(priors, people);
  const errors = (of: ReturnType<typeof calibrate>): number =>
    rootMeanSquare([...truths].map(([item, { shift }]) => (of.get(item)?.shift ?? NaN) - shift));

  it('comes back to the truth', () => {
    const started = rootMeanSquare([...truths.values()].map(({ shift }) => shift));
    expect(started).toBeGreaterThan(0.35);
    expect(errors(found)).toBeLessThan(0.4 * started);
    const factors = [...truths].map(([item, { factor }]) => (found.get(item)?.factor ?? NaN) - factor);
    const factorsStarted = [...truths.values()].map(({ factor }) => 1 - factor);
    expect(rootMeanSquare(factors)).toBeLessThan(0.6 * rootMeanSquare(factorsStarted));
  });

  it('knows how wrong it may be', () => {
    const within = [...truths].filter(([item, { shift }]) => {
      const of = found.get(item);
      return of !== undefined && Math.abs(of.shift - shift) < 2 * of.shiftError;
    });
    expect(within.length).toBeGreaterThanOrEqual(52);
  });

  it('comes nearer with more answers, and stays with the author without them', () => {
    const some = calibrate(priors, people.slice(0, 100));
    const few = calibrate(priors, people.slice(0, 3));
    expect(errors(found)).toBeLessThan(errors(some));
    expect(errors(some)).toBeLessThan(rootMeanSquare([...truths.values()].map(({ shift }) => shift)));
    for (const { shift, answers } of few.values()) expect(Math.abs(shift)).toBeLessThan(answers === 0 ? 1e-9 : 0.6);
    const none = calibrate(priors, []);
    expect(none.get('item-1')?.parameters).toEqual(priors.get('item-1'));
    expect(none.get('item-1')?.shiftError).toBeCloseTo(SHIFT_PRIOR, 10);
  });

  it('passes over items that it does not know', () => {
    const answers = people.slice(0, 50);
    const strange = answers.map((sitting) => [...sitting, { item: 'gone', category: 0 }]);
    expect(calibrate(priors, strange)).toEqual(calibrate(priors, answers));
  });
});
