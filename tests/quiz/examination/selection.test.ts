import { describe, expect, it } from 'vitest';
import { guessResponse } from '../../../scripts/exam/responses.ts';
import { drawUnit, seedRandom } from '../../../src/kernel/random.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  prepareBank,
} from '../../../src/quiz/examination/index.ts';
import { ALL_GROUPS_BY, FIRST_SHARE, LEAST } from '../../../src/quiz/examination/rules.ts';
import { startProgress } from '../../../src/quiz/examination/progress.ts';
import { informationOnRank } from '../../../src/quiz/examination/select.ts';
import { isWorthAsking } from '../../../src/quiz/examination/stop.ts';
import { keyResponse } from '../../../src/quiz/kinds/kinds.ts';
import { ABILITIES, normalise, PRIOR, TIER_CUTS } from '../../../src/quiz/model/grid.ts';
import { categoryProbabilities } from '../../../src/quiz/model/curves.ts';
import type { ItemParameters } from '../../../src/quiz/model/parameters.ts';
import { rankShares, updatePosterior, type Posterior } from '../../../src/quiz/model/posterior.ts';
import { tabulate } from '../../../src/quiz/model/tables.ts';
import { makeUpBank } from '../../../scripts/exam/made-up-bank.ts';
import { smallIdeas } from './small-bank.ts';

/** A normal posterior on the grid. */
const normal = (mean: number, sd: number): Posterior =>
  normalise(Float64Array.from(ABILITIES, (at) => Math.exp(-((at - mean) ** 2) / (2 * sd * sd))));

describe('the information about the rank', () => {
  const parameters: ItemParameters = {
    model: 'gpcm',
    discrimination: 1.2,
    steps: [-0.5, 0, 1],
    chance: [0.25, 0.25, 0.25, 0.25],
  };

  it('is the expected fall of the entropy', () => {
    const table = tabulate(parameters);
    const entropy = (shares: readonly number[]): number =>
      shares.reduce((sum, p) => sum - (p > 0 ? p * Math.log(p) : 0), 0);
    const posterior = normal(0.4, 0.6);
    let expected = entropy(rankShares(posterior));
    for (let k = 0; k < 4; k++) {
      const share = ABILITIES.reduce(
        (sum, at, i) => sum + (posterior[i] as number) * (categoryProbabilities(parameters, at)[k] as number),
        0,
      );
      expected -= share * entropy(rankShares(updatePosterior(posterior, table.probabilities, k)));
    }
    expect(informationOnRank(posterior, table)).toBeCloseTo(expected, 5);
  });

  it('is never negative, and nothing when the rank is certain', () => {
    const table = tabulate(parameters);
    for (const mean of [-3, -1.2, 0, 0.9, 2]) expect(informationOnRank(normal(mean, 0.5), table)).toBeGreaterThan(0);
    expect(informationOnRank(normal(0, 0.05), table)).toBeCloseTo(0, 9);
  });

  it('prefers, at a cut, the item whose steps lie there', () => {
    const at = (difficulty: number): ItemParameters => ({
      model: '3pl',
      discrimination: 1,
      difficulty,
      guessing: 0.25,
    });
    const [low, high] = TIER_CUTS.map((cut) => tabulate(at(cut)));
    if (low === undefined || high === undefined) throw new Error('two cuts');
    expect(informationOnRank(normal(-1, 0.4), low)).toBeGreaterThan(informationOnRank(normal(-1, 0.4), high));
    expect(informationOnRank(normal(1, 0.4), high)).toBeGreaterThan(informationOnRank(normal(1, 0.4), low));
  });
});

describe('the stop', () => {
  it('asks on where the tier is in doubt, and ends where it is not', () => {
    expect(isWorthAsking(PRIOR, 1, 30)).toBe(true);
    expect(isWorthAsking(normal(0.9, 0.4), 1, 20)).toBe(true);
    expect(isWorthAsking(normal(0, 0.3), 1, 20)).toBe(false);
    expect(isWorthAsking(normal(2.4, 0.4), 1, 20)).toBe(false);
  });

  it('ends where items cannot help: none left, or none that tells anything', () => {
    expect(isWorthAsking(normal(1, 0.3), 1, 0)).toBe(false);
    expect(isWorthAsking(normal(1, 0.3), 1e-5, 20)).toBe(false);
  });
});

describe('the choice', () => {
  const items = makeUpBank(smallIdeas, 400);
  const bank = prepareBank(items, smallIdeas);
  const EXAMINATIONS = 300;
  const all = Array.from({ length: EXAMINATIONS }, (_, seed) => {
    const random = seedRandom(seed);
    const skill = drawUnit(random);
    let examination = beginExamination(bank, seed);
    for (let question = currentQuestion(bank, examination); question !== null;) {
      const { item } = question;
      const response = drawUnit(random) < skill ? keyResponse(item) : guessResponse(item, random);
      examination = answerExamination(bank, examination, response);
      question = currentQuestion(bank, examination);
    }
    return examination.answers.map((answer) => {
      const entry = bank.entries[bank.places.get(answer.item) as number];
      if (entry === undefined) throw new Error(answer.item);
      return entry;
    });
  });

  it('meets every group, and no idea twice while others are left', () => {
    for (const asked of all) {
      const groups = new Set(asked.map(({ group }) => group)).size;
      expect(groups).toBeGreaterThanOrEqual(asked.length < ALL_GROUPS_BY ? 3 : 5);
      expect(new Set(asked.map(({ item }) => item.idea)).size).toBe(asked.length);
    }
  });

  it('takes its first items from a part of the bank that only the seed chooses, and shows none to more than 30 %', () => {
    const seen = new Map<string, number>();
    all.forEach((asked, seed) => {
      const first = new Set(startProgress(bank, seed).first.map((place) => bank.entries[place]?.item.id));
      expect(first.size).toBeLessThanOrEqual(Math.ceil(FIRST_SHARE * items.length));
      for (const { item } of asked.slice(0, LEAST)) expect(first).toContain(item.id);
      for (const { item } of asked) seen.set(item.id, (seen.get(item.id) ?? 0) + 1);
    });
    expect(Math.max(...seen.values()) / EXAMINATIONS).toBeLessThanOrEqual(0.3);
  });

  it('draws every item for the first part about equally often', () => {
    const drawn = items.map(() => 0);
    for (let seed = 0; seed < 2000; seed++)
      for (const place of startProgress(bank, seed).first) drawn[place] = (drawn[place] as number) + 1 / 2000;
    // Four standard errors of 2,000 draws.
    for (const share of drawn) expect(Math.abs(share - FIRST_SHARE)).toBeLessThan(0.036);
  });
});
