import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../src/kernel/act.ts';
import { checkResponse, keyResponse, RANKS, scoreResponse, shuffleOptions } from '../../src/quiz/index.ts';
import { shareOfPairsInOrder } from '../../src/quiz/kinds/ordering.ts';
import {
  choice,
  cloze,
  estimate,
  judgement,
  matching,
  ordering,
  samples,
  several,
  sorting,
  statement,
} from './items.ts';
import { responses } from './responses.ts';

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

  it.each(samples)('gives the key of a $kind full credit, and only full credit is right', (item) => {
    expect(checkResponse(item, keyResponse(item))).toBeNull();
    const scored = scoreResponse(item, keyResponse(item));
    expect(scored).toMatchObject({ score: 1, right: true, settled: true });
    const chosen = scored.options.filter((option) => option.chosen);
    expect(chosen.length).toBeGreaterThan(0);
    for (const { credit } of chosen) expect(credit).toBe(1);
  });

  it('does not depend on the order shown', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ item, response }, seed) => {
        const scored = scoreResponse(item, response, shuffleOptions(item, seed));
        const plain = scoreResponse(item, response);
        expect(scored.score).toBe(plain.score);
        const byName = (options: typeof plain.options) => options.toSorted((a, b) => (a.option < b.option ? -1 : 1));
        expect(byName(scored.options)).toEqual(byName(plain.options));
      }),
    );
  });

  it('says something about every option, once, with the keys of its texts', () => {
    fc.assert(
      fc.property(answered, ({ item, response }) => {
        const { options } = scoreResponse(item, response);
        const names = options.map(({ option }) => option);
        const told = item.kind === 'estimate' ? item.options.filter((option) => names.includes(option)) : item.options;
        expect(names.toSorted()).toEqual(told.toSorted());
        expect(names).not.toEqual([]);
        for (const { option, text, feedback, credit } of options) {
          expect(text.key).toBe(`items.${item.id}.${item.kind === 'estimate' ? 'unit' : `options.${option}.text`}`);
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

  it('takes several by hits less false alarms: nothing for all, and never below nothing', () => {
    const scoreOf = (...options: string[]) => scoreResponse(several, options).score;
    expect(scoreOf('reeds', 'wait')).toBe(1);
    expect(scoreOf('reeds')).toBe(0.5);
    expect(scoreOf('reeds', 'shout', 'wait')).toBeCloseTo(2 / 3, 12);
    expect(scoreOf('reeds', 'shout')).toBeCloseTo(1 / 6, 12);
    expect(scoreOf(...several.options)).toBe(0);
    expect(scoreOf('shout', 'boots')).toBe(0);
  });

  it('gives more for every right option added to several, and no more for a wrong one', () => {
    fc.assert(
      fc.property(responses(several), fc.constantFrom(...several.options), (response, added) => {
        if (response.includes(added)) return;
        const more = several.options.filter((option) => option === added || response.includes(option));
        const gain = scoreResponse(several, more).score - scoreResponse(several, response).score;
        expect(gain * (several.key.includes(added) ? 1 : -1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('takes a statement by its verdict first: half for that, half for the reason under it', () => {
    const scoreOf = (verdict: string, reason: string) => scoreResponse(statement, [verdict, reason]).score;
    expect(scoreOf('false', 'thirst')).toBe(1);
    expect(scoreOf('false', 'van')).toBe(0.5);
    expect(scoreOf('true', 'thirst')).toBe(0);
    expect(scoreResponse(statement, ['true', 'van']).verdict).toEqual({ chosen: true, right: false });
  });

  it('takes a matching by the share of pairs, and tells the place given and the right one', () => {
    expect(scoreResponse(matching, ['need', 'cost', 'ease']).score).toBe(1);
    const scored = scoreResponse(matching, ['need', 'ease', 'cost']);
    expect(scored.score).toBeCloseTo(1 / 3, 12);
    expect(scored.options[1]).toMatchObject({ option: 'price', chosenPlace: 'ease', rightPlace: 'cost', credit: 0 });
  });

  it('takes a sorting above chance only: all in one heap is worth nothing', () => {
    expect(scoreResponse(sorting, ['push', 'pull', 'push', 'pull']).score).toBe(1);
    expect(scoreResponse(sorting, ['push', 'pull', 'push', 'push']).score).toBe(0.5);
    expect(scoreResponse(sorting, ['push', 'push', 'push', 'push']).score).toBe(0);
    expect(scoreResponse(sorting, ['pull', 'push', 'pull', 'push']).score).toBe(0);
  });

  it.each([matching, sorting, cloze])('never gives less when one more of a $kind is put right', (item) => {
    const key = keyResponse(item);
    fc.assert(
      fc.property(responses(item), fc.nat({ max: key.length - 1 }), (response, at) => {
        const better = response.with(at, key[at] as string);
        if (checkResponse(item, better) !== null) return;
        expect(scoreResponse(item, better).score).toBeGreaterThanOrEqual(scoreResponse(item, response).score);
      }),
    );
  });

  it('takes an estimate by its two bands, both ends counted in', () => {
    const bands = ['0', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '1', '1.1'];
    expect(bands.map((given) => scoreResponse(estimate, [given]).score)).toEqual([0, 0.5, 0.5, 1, 1, 1, 0.5, 0.5, 0]);
    const scored = scoreResponse(estimate, ['0.5']);
    expect(scored.estimate).toEqual({ given: 0.5, value: 0.7, band: 'near' });
    expect(scored.options.map(({ option, chosen, text }) => [option, chosen, text.values?.['count']])).toEqual([
      ['low', true, 0.5],
      ['right', false, 0.7],
    ]);
    expect(scoreResponse(estimate, ['0.8']).options.map(({ option }) => option)).toEqual(['right']);
    expect(scoreResponse(estimate, ['1.5']).options.map(({ option }) => option)).toEqual(['high', 'right']);
  });

  it('never gives less for an estimate nearer to the value', () => {
    fc.assert(
      fc.property(responses(estimate), responses(estimate), (a, b) => {
        const [near, far] = [a, b].toSorted((x, y) => Math.abs(Number(x[0]) - 0.7) - Math.abs(Number(y[0]) - 0.7));
        expect(scoreResponse(estimate, near as string[]).score).toBeGreaterThanOrEqual(
          scoreResponse(estimate, far as string[]).score,
        );
      }),
    );
  });

  it('takes a cloze by the share of its gaps, and tells of each gap and each word', () => {
    const scored = scoreResponse(cloze, ['tip', 'water']);
    expect(scored.score).toBe(0.5);
    expect(scored.gaps).toEqual([
      { gap: 'above', word: 'tip', rightWord: 'tip', right: true },
      { gap: 'below', word: 'water', rightWord: 'bulk', right: false },
    ]);
    expect(scored.options.map(({ option, chosen, credit }) => [option, chosen, credit])).toEqual([
      ['tip', true, 1],
      ['water', true, 0],
      ['bulk', false, 1],
      ['ship', false, 0],
    ]);
  });

  it.each([
    [choice, []],
    [choice, ['bolt', 'grain']],
    [choice, ['spear']],
    [several, []],
    [several, ['wait', 'reeds']],
    [several, ['reeds', 'reeds']],
    [several, ['reeds', 'spear']],
    [statement, ['false']],
    [statement, ['maybe', 'thirst']],
    [statement, ['false', 'spear']],
    [statement, ['false', 'thirst', 'van']],
    [ordering, ['a', 'b', 'c']],
    [ordering, ['a', 'b', 'c', 'c']],
    [ordering, ['a', 'b', 'c', 'd', 'a']],
    [matching, ['need', 'cost']],
    [matching, ['need', 'cost', 'cost']],
    [matching, ['need', 'cost', 'spear']],
    [sorting, ['push', 'push', 'push']],
    [sorting, ['push', 'push', 'push', 'spear']],
    [judgement, ['six']],
    [estimate, []],
    [estimate, ['']],
    [estimate, ['0.70']],
    [estimate, ['many']],
    [estimate, ['2.1']],
    [estimate, ['0.75']],
    [cloze, ['tip']],
    [cloze, ['tip', 'tip']],
    [cloze, ['tip', 'spear']],
  ] as const)('refuses an answer that does not fit, naming the item: %o %o', (item, response) => {
    expect(checkResponse(item, response)).not.toBeNull();
    expect(() => scoreResponse(item, response)).toThrow(BadInput);
    expect(() => scoreResponse(item, response)).toThrow(`items.${item.id}: `);
  });
});
