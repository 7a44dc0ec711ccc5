import { assert, double, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessResponse } from '../../../scripts/exam/responses.ts';
import { BadInput } from '../../../src/kernel/act.ts';
import { drawUnit, seedRandom } from '../../../src/kernel/random.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  isOver,
  LEAST,
  MOST,
  prepareBank,
  replayExamination,
  resultOf,
  type Examination,
  type ExaminationBank,
} from '../../../src/quiz/examination/index.ts';
import type { Item, Response } from '../../../src/quiz/items/item.ts';
import { keyResponse } from '../../../src/quiz/kinds/kinds.ts';
import { smallIdeas, smallItems } from './small-bank.ts';

const bank = prepareBank(smallItems, smallIdeas);

/** Right answers with this chance, blind ones otherwise. */
function answerer(skill: number, seed: number): (item: Item) => Response {
  const random = seedRandom(seed);
  return (item) => (drawUnit(random) < skill ? keyResponse(item) : guessResponse(item, random));
}

function sitThrough(of: ExaminationBank, seed: number, answer: (item: Item) => Response): readonly Examination[] {
  const states = [beginExamination(of, seed)];
  for (;;) {
    const examination = states.at(-1) as Examination;
    const question = currentQuestion(of, examination);
    if (question === null) return states;
    states.push(answerExamination(of, examination, answer(question.item)));
  }
}

const seeds = nat(1_000_000);
const skills = double({ min: 0, max: 1, noNaN: true });

describe('an examination', () => {
  it('always ends, within its bounds, and asks nothing twice', () =>
    assert(
      property(seeds, skills, (seed, skill) => {
        const last = sitThrough(bank, seed, answerer(skill, seed)).at(-1) as Examination;
        expect(isOver(bank, last)).toBe(true);
        expect(last.answers.length).toBeGreaterThanOrEqual(LEAST);
        expect(last.answers.length).toBeLessThanOrEqual(MOST);
        expect(new Set(last.answers.map(({ item }) => item)).size).toBe(last.answers.length);
        expect(() => answerExamination(bank, last, ['a'])).toThrow(RangeError);
      }),
      { numRuns: 60 },
    ));

  it('is a replay: seed and responses give the same items, orders, scores and result, whatever order the bank is read in', () =>
    assert(
      property(seeds, skills, (seed, skill) => {
        const last = sitThrough(bank, seed, answerer(skill, seed)).at(-1) as Examination;
        const other = prepareBank([...smallItems].reverse(), smallIdeas);
        const again = replayExamination(
          other,
          seed,
          last.answers.map(({ response }) => response),
        );
        expect(again).toEqual(last);
        expect(resultOf(other, again)).toEqual(resultOf(bank, last));
      }),
      { numRuns: 30 },
    ));

  it('can be put away and taken up at every step', () => {
    const states = sitThrough(bank, 77, answerer(0.6, 77));
    for (const state of states) {
      const kept = JSON.parse(JSON.stringify(state)) as Examination;
      // A bank made anew, as after a reload, remembers nothing.
      const fresh = prepareBank(smallItems, smallIdeas);
      expect(currentQuestion(fresh, kept)).toEqual(currentQuestion(bank, state));
      expect(resultOf(fresh, kept)).toEqual(resultOf(bank, state));
      const rest = (states.at(-1) as Examination).answers.slice(kept.answers.length);
      const end = rest.reduce((examination, { response }) => answerExamination(fresh, examination, response), kept);
      expect(end).toEqual(states.at(-1));
    }
  });

  it('differs from seed to seed', () => {
    const asked = [1, 2, 3, 4].map((seed) =>
      sitThrough(bank, seed, keyResponse)
        .at(-1)
        ?.answers.map(({ item }) => item)
        .join(),
    );
    expect(new Set(asked).size).toBe(4);
  });

  it('shows the options in an order of its own', () => {
    const question = currentQuestion(bank, beginExamination(bank, 5));
    expect([...(question?.shown ?? [])].toSorted()).toEqual([...(question?.item.options ?? [])].toSorted());
    expect(question?.number).toBe(1);
  });

  it('refuses a response that does not fit, and stays as it was', () => {
    const examination = beginExamination(bank, 5);
    expect(() => answerExamination(bank, examination, ['nothing such'])).toThrow(BadInput);
    expect(examination.answers).toEqual([]);
  });

  it('refuses to go on with another bank, and says so', () => {
    const examination = beginExamination(bank, 5);
    const shorter = prepareBank(smallItems.slice(1), smallIdeas);
    expect(shorter.fingerprint).not.toBe(bank.fingerprint);
    expect(() => currentQuestion(shorter, examination)).toThrow(/began with the bank/);
  });

  it.each([
    ['another item', { item: 'item-0x' }, /asks .* here/],
    ['another score', { score: 0.123 }, /scores/],
    ['another order', { shown: ['z'] }, /options stood/],
  ])('refuses answers that were tampered with: %s', (_, change, reason) => {
    const last = sitThrough(bank, 3, keyResponse).at(-1) as Examination;
    const answers = last.answers.map((answer, i) => (i === 2 ? { ...answer, ...change } : answer));
    expect(() => resultOf(bank, { ...last, answers })).toThrow(reason);
  });

  it('refuses answers after its end', () => {
    const last = sitThrough(bank, 3, keyResponse).at(-1) as Examination;
    const more = { ...last, answers: [...last.answers, last.answers[0] as (typeof last.answers)[number]] };
    expect(() => currentQuestion(bank, more)).toThrow(/over before/);
  });
});

describe('a bank', () => {
  it('has a fingerprint that every key, parameter and group changes, and words and order do not', () => {
    const first = smallItems[0] as Item;
    const changed = [
      prepareBank(smallItems, smallIdeas, {
        [first.id]: { model: '3pl', discrimination: 1, difficulty: 0, guessing: 0 },
      }),
      prepareBank(
        smallItems,
        smallIdeas.map((idea) => ({ ...idea, group: 6 - idea.group })),
      ),
      prepareBank([{ ...first, situation: !first.situation }, ...smallItems.slice(1)], smallIdeas),
    ];
    const prints = [bank, ...changed].map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(4);
    const reordered = smallItems.map((item) => Object.fromEntries(Object.entries(item).reverse()) as unknown as Item);
    expect(prepareBank(reordered.reverse(), smallIdeas).fingerprint).toBe(bank.fingerprint);
  });

  it('says which item is on no known idea', () => {
    expect(() => prepareBank(smallItems, smallIdeas.slice(1))).toThrow(/item-0 is on an unknown idea/);
    expect(() => prepareBank([], smallIdeas)).toThrow(RangeError);
  });

  it('of fewer items than an examination has still comes to an end', () => {
    const tiny = prepareBank(smallItems.slice(0, 3), smallIdeas);
    const last = sitThrough(tiny, 1, answerer(0.5, 1)).at(-1) as Examination;
    expect(last.answers).toHaveLength(3);
    expect(resultOf(tiny, last).review).toHaveLength(3);
  });
});
