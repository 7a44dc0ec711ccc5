import { describe, expect, it } from 'vitest';
import { makeUpItem } from '../../../scripts/exam/made-up-bank.ts';
import { findResponses, guessResponse } from '../../../scripts/exam/responses.ts';
import { drawBelow, seedRandom } from '../../../src/kernel/random.ts';
import { TIERS, type Item } from '../../../src/quiz/items/item.ts';
import { ITEM_KINDS, scoreResponse } from '../../../src/quiz/kinds/kinds.ts';
import { categoryOf, categoryWorths } from '../../../src/quiz/model/categories.ts';
import { expectedWorth } from '../../../src/quiz/model/curves.ts';
import { countCategories } from '../../../src/quiz/model/parameters.ts';
import { priorParameters } from '../../../src/quiz/model/priors.ts';

const items = ITEM_KINDS.flatMap((kind) => TIERS.map((tier) => makeUpItem(`${kind}-${tier}`, 'idea', kind, tier)));
const small: Item[] = [
  { ...base('order-3'), kind: 'ordering', key: ['b', 'c', 'a'] },
  { ...base('match-3'), kind: 'matching', places: ['x', 'y', 'z'], key: { a: 'x', b: 'y', c: 'z' } },
  { ...base('gaps-3'), kind: 'cloze', gaps: ['x', 'y', 'z'], key: { x: 'b', y: 'c', z: 'a' } },
  { ...base('pairs-spare'), kind: 'matching', places: ['x', 'y', 'z', 'v', 'w'], key: { a: 'x', b: 'y', c: 'z' } },
];

function base(id: string) {
  return { id, idea: 'idea', tier: 'general' as const, situation: true, options: ['a', 'b', 'c'] };
}

describe('priors', () => {
  it('are not optimistic: discrimination and guessing keep the limits', () => {
    for (const item of items) {
      const parameters = priorParameters(item);
      expect(parameters.discrimination).toBeLessThanOrEqual(item.kind === 'single-choice' ? 1 : 1.2);
      const guessing = parameters.model === '3pl' ? parameters.guessing : 1 / item.options.length;
      expect(guessing).toBe(1 / item.options.length);
      const chance = parameters.model === '3pl' ? [1] : parameters.chance;
      expect(chance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('have one category for every worth', () => {
    for (const item of items) expect(countCategories(priorParameters(item))).toBe(categoryWorths(item).length);
  });

  it('make a marshal’s item harder than a general’s, and that harder than a soldier’s', () => {
    for (const kind of ITEM_KINDS) {
      const scores = TIERS.map((tier) => {
        const item = makeUpItem('item', 'idea', kind, tier);
        return expectedWorth(priorParameters(item), categoryWorths(item), 0);
      });
      expect(scores, kind).toEqual(scores.toSorted((a, b) => b - a));
      expect(new Set(scores).size, kind).toBe(3);
    }
  });

  it('give a judgement of four options one step less, in place of the two around the missing rank', () => {
    const five = makeUpItem('five', 'idea', 'graded-judgement', 'general');
    if (five.kind !== 'graded-judgement') throw new Error('not a judgement');
    const { c: _, ...key } = five.key;
    const parameters = priorParameters({ ...five, options: ['a', 'b', 'd', 'e'], key });
    const whole = priorParameters(five);
    if (parameters.model !== 'gpcm' || whole.model !== 'gpcm') throw new Error('not partial credit');
    expect(parameters.steps).toHaveLength(3);
    expect(parameters.steps[1]).toBeCloseTo(((whole.steps[1] as number) + (whole.steps[2] as number)) / 2, 12);
    expect(parameters.chance).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('categories', () => {
  it('can all be reached by real answers, of every kind', () => {
    for (const item of [...items, ...small]) {
      const reached = findResponses(item, seedRandom(1)).map((response) =>
        categoryOf(item, scoreResponse(item, response).score),
      );
      expect(reached, item.id).toEqual(categoryWorths(item).map((_, k) => k));
    }
  });

  it('never fall when the score grows', () => {
    const random = seedRandom(5);
    for (const item of [...items, ...small])
      for (let i = 0; i < 50; i++) {
        const [low, high] = [drawBelow(random, 101) / 100, drawBelow(random, 101) / 100].toSorted((a, b) => a - b);
        expect(categoryOf(item, high as number)).toBeGreaterThanOrEqual(categoryOf(item, low as number));
      }
  });

  it.each([...items.filter(({ tier }) => tier === 'general'), ...small].map((item) => [item.id, item] as const))(
    'of %s are met by blind answers as often as the prior says',
    (_, item) => {
      const parameters = priorParameters(item);
      const said = parameters.model === '3pl' ? [1 - parameters.guessing, parameters.guessing] : parameters.chance;
      const random = seedRandom(9);
      const met = said.map(() => 0);
      for (let i = 0; i < 4000; i++) {
        const category = categoryOf(item, scoreResponse(item, guessResponse(item, random)).score);
        met[category] = (met[category] as number) + 1 / 4000;
      }
      // Three standard errors of 4,000 answers.
      said.forEach((share, k) => expect(Math.abs(share - (met[k] as number)), `category ${k}`).toBeLessThan(0.024));
    },
  );
});
