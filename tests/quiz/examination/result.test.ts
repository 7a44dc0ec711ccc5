import { describe, expect, it } from 'vitest';
import { guessResponse } from '../../../scripts/exam/responses.ts';
import { seedRandom } from '../../../src/kernel/random.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  prepareBank,
  resultOf,
  type ExaminationResult,
} from '../../../src/quiz/examination/index.ts';
import { RANKS, TIERS, type Item, type Response } from '../../../src/quiz/items/item.ts';
import { keyResponse } from '../../../src/quiz/kinds/kinds.ts';
import { smallIdeas, smallItems } from './small-bank.ts';

const bank = prepareBank(smallItems, smallIdeas);
const groupOf = new Map(smallIdeas.map(({ id, group }) => [id, group]));

function sitThrough(seed: number, answer: (item: Item) => Response): ExaminationResult {
  let examination = beginExamination(bank, seed);
  for (let question = currentQuestion(bank, examination); question !== null;) {
    examination = answerExamination(bank, examination, answer(question.item));
    question = currentQuestion(bank, examination);
  }
  return resultOf(bank, examination);
}

const blind = (seed: number): ((item: Item) => Response) => {
  const random = seedRandom(seed);
  return (item) => guessResponse(item, random);
};

describe('the result', () => {
  it('makes a marshal of who always knows, and a soldier of nearly all who never look', () => {
    const knowing = Array.from({ length: 20 }, (_, seed) => sitThrough(seed, keyResponse));
    for (const result of knowing) expect(result).toMatchObject({ rank: 'marshal', tier: 'marshal' });
    const guessing = Array.from({ length: 100 }, (_, seed) => sitThrough(seed, blind(seed)));
    expect(guessing.filter(({ tier }) => tier === 'soldier').length).toBeGreaterThan(75);
    expect(guessing.filter(({ tier }) => tier === 'marshal')).toEqual([]);
  });

  it('says how sure it is, in shares that add up', () => {
    for (let seed = 0; seed < 20; seed++) {
      const result = sitThrough(seed, blind(seed));
      const total = (shares: readonly { readonly probability: number }[]): number =>
        shares.reduce((sum, { probability }) => sum + probability, 0);
      expect(result.ranks.map(({ rank }) => rank)).toEqual(RANKS);
      expect(result.tiers.map(({ tier }) => tier)).toEqual(TIERS);
      expect(total(result.ranks)).toBeCloseTo(1, 9);
      expect(total(result.tiers)).toBeCloseTo(1, 9);
      expect(result.sureOfTier).toBe(Math.max(...result.tiers.map(({ probability }) => probability)));
      expect(result.sureOfRank).toBe(result.ranks.find(({ rank }) => rank === result.rank)?.probability);
      expect(result.interval[0]).toBeLessThan(result.estimate);
      expect(result.interval[1]).toBeGreaterThan(result.estimate);
    }
  });

  it('before the first answer is the prior, with nothing to review and no verdict', () => {
    const result = resultOf(bank, beginExamination(bank, 1));
    expect(result).toMatchObject({ rank: 'general', review: [] });
    expect(result.estimate).toBeCloseTo(0, 9);
    expect(result.groups.map(({ verdict }) => verdict)).toEqual(['open', 'open', 'open', 'open', 'open']);
    expect(result.playNext).toHaveLength(3);
  });

  it('reviews every answer, and recommends the ideas of the missed ones', () => {
    const guess = blind(8);
    const result = sitThrough(4, (item) => (Number(groupOf.get(item.idea)) > 2 ? guess(item) : keyResponse(item)));
    expect(result.review.length).toBeGreaterThan(5);
    const missed = result.review.filter(({ score }) => score < 0.75).map(({ item }) => item.idea);
    expect(missed.length).toBeGreaterThan(0);
    expect(missed).toEqual(expect.arrayContaining(result.playNext.slice(0, Math.min(5, missed.length))));
    expect(new Set(result.playNext).size).toBe(result.playNext.length);
    for (const { expected } of result.review) {
      expect(expected).toBeGreaterThan(0);
      expect(expected).toBeLessThan(1);
    }
  });

  it('calls a group weak when it is answered blindly and the others rightly, and then not the others', () => {
    let found = 0;
    let wrongly = 0;
    for (let seed = 0; seed < 60; seed++) {
      const unknown = 1 + (seed % 5);
      // The lowest answer, not a blind one, so that a few items are evidence enough.
      const wrong = (item: Item): Response =>
        item.kind === 'graded-judgement' || item.kind === 'single-choice' ? ['a'] : blind(seed)(item);
      const result = sitThrough(seed, (item) => (groupOf.get(item.idea) === unknown ? wrong(item) : keyResponse(item)));
      for (const { group, verdict, asked } of result.groups) {
        if (group === unknown && verdict === 'weak') found++;
        if (group !== unknown && verdict === 'weak') wrongly++;
        expect(asked).toBeGreaterThanOrEqual(verdict === 'open' ? 0 : 2);
      }
    }
    expect(found).toBeGreaterThan(20);
    expect(wrongly).toBe(0);
  });
});
