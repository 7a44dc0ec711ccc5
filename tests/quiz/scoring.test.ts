import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../src/kernel/act.ts';
import { RANKS, scoreResponse, type Item, type Response } from '../../src/quiz/index.ts';
import { shareOfPairsInOrder } from '../../src/quiz/kinds/ordering.ts';
import { choice, judgement, ordering, samples } from './items.ts';

/** Any answer that fits the item. */
function responses(item: Item): fc.Arbitrary<Response> {
  return item.kind === 'ordering'
    ? fc.shuffledSubarray([...item.options], { minLength: item.options.length })
    : fc.constantFrom(...item.options).map((option) => [option]);
}
const answered = fc.constantFrom(...samples).chain((item) => responses(item).map((response) => ({ item, response })));

describe('scoring', () => {
  it('gives from 0 to 1, and says right exactly at 1', () => {
    fc.assert(
      fc.property(answered, ({ item, response }) => {
        const scored = scoreResponse(item, response);
        expect(scored.score).toBeGreaterThanOrEqual(0);
        expect(scored.score).toBeLessThanOrEqual(1);
        expect(scored.right).toBe(scored.score === 1);
        expect(scored.right && !scored.settled).toBe(false);
      }),
    );
  });

  it('says something about every option, once, with the keys of its texts', () => {
    fc.assert(
      fc.property(answered, ({ item, response }) => {
        const { options } = scoreResponse(item, response);
        expect(options.map(({ option }) => option).sort()).toEqual([...item.options].sort());
        for (const { option, text, feedback, credit } of options) {
          expect(text.key).toBe(`items.${item.id}.options.${option}.text`);
          expect(feedback.key).toBe(`items.${item.id}.options.${option}.feedback`);
          expect(credit).toBeGreaterThanOrEqual(0);
          expect(credit).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('takes a choice as right or wrong', () => {
    expect(scoreResponse(choice, ['grain']).score).toBe(1);
    for (const option of ['bolt', 'glue', 'hand']) expect(scoreResponse(choice, [option]).score).toBe(0);
    const { options } = scoreResponse(choice, ['bolt'], ['glue', 'bolt', 'hand', 'grain']);
    expect(options.map(({ option, chosen, credit }) => [option, chosen, credit])).toEqual([
      ['glue', false, 0],
      ['bolt', true, 0],
      ['hand', false, 0],
      ['grain', false, 1],
    ]);
  });

  it('takes a judgement by the rank it shows, in even steps', () => {
    const scores = RANKS.map((rank) => {
      const option = Object.entries(judgement.key).find(([, shows]) => shows === rank)?.[0] as string;
      return scoreResponse(judgement, [option]).score;
    });
    expect(scores).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(scoreResponse(judgement, ['one']).settled).toBe(true);
    expect(scoreResponse(judgement, ['five']).settled).toBe(false);
    expect(scoreResponse(judgement, ['two']).options.find(({ chosen }) => chosen)?.rank).toBe('low-soldier');
  });

  it('takes an order by Kendall: all pairs right 1, one swap of neighbours 2/3 of the way up, half or worse 0', () => {
    expect(scoreResponse(ordering, ['a', 'b', 'c', 'd']).score).toBe(1);
    expect(scoreResponse(ordering, ['b', 'a', 'c', 'd']).score).toBeCloseTo(2 / 3, 12);
    expect(scoreResponse(ordering, ['d', 'c', 'b', 'a']).score).toBe(0);
    expect(scoreResponse(ordering, ['b', 'a', 'c', 'd']).options[0]).toMatchObject({
      option: 'b',
      place: 0,
      keyPlace: 1,
    });
  });

  it('loses credit with every pair put out of order, and mirrors: a share and its reverse make one', () => {
    fc.assert(
      fc.property(responses(ordering), (response) => {
        const share = shareOfPairsInOrder(ordering.key, response);
        expect(share + shareOfPairsInOrder(ordering.key, response.toReversed())).toBeCloseTo(1, 12);
        for (let place = 0; place + 1 < response.length; place++) {
          const [a, b] = [response[place] as string, response[place + 1] as string];
          if (ordering.key.indexOf(a) > ordering.key.indexOf(b)) continue;
          const worse = response.with(place, b).with(place + 1, a);
          expect(shareOfPairsInOrder(ordering.key, worse)).toBeLessThan(share);
        }
      }),
    );
  });

  it('refuses an answer that does not fit, naming the item', () => {
    expect(() => scoreResponse(choice, [])).toThrow(BadInput);
    expect(() => scoreResponse(choice, ['bolt', 'grain'])).toThrow('items.which: one option must be chosen, not 2');
    expect(() => scoreResponse(choice, ['spear'])).toThrow('there is no option spear');
    expect(() => scoreResponse(ordering, ['a', 'b', 'c'])).toThrow('every option must have one place');
    expect(() => scoreResponse(ordering, ['a', 'b', 'c', 'c'])).toThrow(BadInput);
    expect(() => scoreResponse(ordering, ['a', 'b', 'c', 'd', 'a'])).toThrow(BadInput);
  });
});
