import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABILITIES, CELLS, PRIOR, RANK_CUTS, RANK_EDGES } from '../../../src/quiz/model/grid.ts';
import { normalShareBelow } from '../../../src/quiz/model/normal.ts';
import type { ItemParameters } from '../../../src/quiz/model/parameters.ts';
import {
  describePosterior,
  quantileOf,
  rankShares,
  tierShares,
  updatePosterior,
  type Posterior,
} from '../../../src/quiz/model/posterior.ts';
import { tabulate } from '../../../src/quiz/model/tables.ts';

const TABLES = [
  { model: '3pl', discrimination: 1, difficulty: 0.5, guessing: 0.25 },
  { model: 'gpcm', discrimination: 1.2, steps: [-1, 0, 1], chance: [1, 0, 0, 0] },
  { model: 'gpcm', discrimination: 1.2, steps: [-0.5, 0.5, 1, 2], chance: [0.2, 0.2, 0.2, 0.2, 0.2] },
] satisfies ItemParameters[];
const tables = TABLES.map(tabulate);

const answers = array(tuple(nat(2), nat(4)), { maxLength: 300 });

function follow(given: readonly (readonly [number, number])[]): Posterior {
  return given.reduce<Posterior>((posterior, [which, category]) => {
    const table = tables[which] as (typeof tables)[number];
    return updatePosterior(posterior, table.probabilities, category % table.categories);
  }, PRIOR);
}

describe('the grid', () => {
  it('has every cut at an edge between two cells', () => {
    RANK_CUTS.forEach((cut, i) => {
      const edge = RANK_EDGES[i + 1] as number;
      expect(((ABILITIES[edge - 1] as number) + (ABILITIES[edge] as number)) / 2).toBeCloseTo(cut, 12);
    });
  });

  it('carries the standard normal prior: mean 0, deviation 1, the shares of the tiers', () => {
    const { mean, sd } = describePosterior(PRIOR);
    expect(mean).toBeCloseTo(0, 12);
    expect(sd).toBeCloseTo(1, 4);
    const [soldier, general, marshal] = tierShares(PRIOR);
    expect(soldier).toBeCloseTo(normalShareBelow(-1), 3);
    expect(general).toBeCloseTo(1 - 2 * normalShareBelow(-1), 3);
    expect(marshal).toBeCloseTo(soldier as number, 12);
  });

  it('knows the normal distribution to six places', () => {
    // Abramowitz and Stegun, table 26.1.
    expect(normalShareBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalShareBelow(1)).toBeCloseTo(0.841344746, 6);
    expect(normalShareBelow(-2)).toBeCloseTo(0.022750132, 6);
    expect(normalShareBelow(3)).toBeCloseTo(0.998650102, 6);
  });
});

describe('the posterior', () => {
  it('stays normalised after any answers, and its shares with it', () =>
    assert(
      property(answers, (given) => {
        const posterior = follow(given);
        const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
        expect(total(posterior)).toBeCloseTo(1, 10);
        expect(total(rankShares(posterior))).toBeCloseTo(1, 10);
        expect(total(tierShares(posterior))).toBeCloseTo(1, 10);
      }),
    ));

  it('does not depend on the order of the answers', () =>
    assert(
      property(answers, (given) => {
        const there = follow(given);
        const back = follow([...given].reverse());
        for (let i = 0; i < CELLS; i++) expect(back[i]).toBeCloseTo(there[i] as number, 9);
      }),
    ));

  it('rises with a right answer and falls with a wrong one', () => {
    const mean = (given: readonly (readonly [number, number])[]): number => describePosterior(follow(given)).mean;
    expect(mean([[0, 1]])).toBeGreaterThan(0);
    expect(mean([[0, 0]])).toBeLessThan(0);
    expect(mean([[1, 3]])).toBeGreaterThan(mean([[1, 2]]));
  });

  it('agrees with the conjugate normal where many answers make the likelihood normal', () => {
    // 200 answers at the model's own proportions for ability 0: the mean is 0 by symmetry, the deviation 1/√(1 + nI).
    const given = Array.from({ length: 200 }, (_, i) => [1, [0, 1, 1, 2, 2, 3][i % 6] as number] as const);
    const { mean, sd } = describePosterior(follow(given));
    const center = tables[1]?.information[CELLS / 2] as number;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(sd).toBeCloseTo(1 / Math.sqrt(1 + 200 * center), 2);
  });

  it('has quantiles in order, and half of it below the median', () =>
    assert(
      property(answers, (given) => {
        const posterior = follow(given);
        const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => quantileOf(posterior, share));
        expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
        const below = ABILITIES.reduce(
          (sum, at, i) => (at + 0.05 <= (quantiles[2] as number) ? sum + (posterior[i] as number) : sum),
          0,
        );
        expect(below).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    ));
});
