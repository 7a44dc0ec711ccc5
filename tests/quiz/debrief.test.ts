import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerSitting,
  beginDebrief,
  chooseDebrief,
  currentSitting,
  TIERS,
  type History,
  type Item,
} from '../../src/quiz/index.ts';
import { FEWEST, MOST } from '../../src/quiz/debrief/choose.ts';
import { choice, judgement, makeBank, ordering } from './items.ts';

const IDEAS = ['own', 'second', 'third', 'fourth'];
const BANK = makeBank(IDEAS, 4);
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const memory = fc.record({
  tries: fc.integer({ min: 1, max: 9 }),
  lastScore: fc.constantFrom(0, 0.5, 0.75, 1),
  lastAt: fc.integer({ min: 1, max: 1e12 }),
});
const histories: fc.Arbitrary<History> = fc.dictionary(fc.constantFrom(...BANK.map(({ id }) => id)), memory);
const isWrong = (history: History, { id }: Item): boolean => (history[id]?.lastScore ?? 1) < 0.75;

describe('choosing a debrief', () => {
  it('takes three to five different items, from soldier to marshal, and every idea', () => {
    fc.assert(
      fc.property(seeds, histories, (seed, history) => {
        const chosen = chooseDebrief(BANK, IDEAS, seed, history);
        expect(chosen.length).toBeGreaterThanOrEqual(FEWEST);
        expect(chosen.length).toBeLessThanOrEqual(MOST);
        expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
        expect(new Set(chosen.map(({ idea }) => idea))).toEqual(new Set(IDEAS));
        const tiers = chosen.map(({ tier }) => TIERS.indexOf(tier));
        expect(tiers).toEqual(tiers.toSorted((a, b) => a - b));
      }),
    );
  });

  it('brings back what was answered wrong: an idea with a wrong answer is asked by a wrong one', () => {
    fc.assert(
      fc.property(seeds, histories, (seed, history) => {
        const chosen = chooseDebrief(BANK, IDEAS, seed, history);
        const owed = BANK.filter((item) => isWrong(history, item));
        const ideasOwed = new Set(owed.map(({ idea }) => idea));
        const asked = new Set(chosen.filter((item) => isWrong(history, item)).map(({ idea }) => idea));
        expect(asked).toEqual(ideasOwed);
        expect(chosen).toHaveLength(owed.length > ideasOwed.size ? MOST : IDEAS.length);
      }),
    );
  });

  it('prefers what was never asked to what is settled, and the longest settled to the latest', () => {
    const [first, second, third] = makeBank(['own'], 3) as [Item, Item, Item];
    const settled = (lastAt: number) => ({ tries: 1, lastScore: 1, lastAt });
    for (let seed = 0; seed < 20; seed++) {
      const one = chooseDebrief([first, second], ['own'], seed, { [first.id]: settled(5) });
      expect(one.map(({ id }) => id)).toContain(second.id);
      const bank = [first, second, third, ...makeBank(['second', 'third', 'fourth', 'fifth'], 1)];
      const history = { [first.id]: settled(9), [second.id]: settled(3), [third.id]: settled(7) };
      const ids = chooseDebrief(bank, ['own', 'second', 'third', 'fourth', 'fifth'], seed, history).map(({ id }) => id);
      expect(ids).toContain(second.id);
      expect(ids).not.toContain(first.id);
    }
  });

  it('always asks for the act’s own idea when there are more ideas than places', () => {
    const many = ['own', ...Array.from({ length: 8 }, (_unused, n) => `idea-${n}`)];
    const bank = makeBank(many, 2);
    const met = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const chosen = chooseDebrief(bank, many, seed, {});
      expect(chosen).toHaveLength(MOST);
      expect(chosen.map(({ idea }) => idea)).toContain('own');
      for (const { idea } of chosen) met.add(idea);
    }
    expect(met).toEqual(new Set(many));
  });

  it('depends on the seed, the items and the history alone', () => {
    const all = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const chosen = chooseDebrief(BANK, IDEAS, seed, {});
      expect(chooseDebrief(structuredClone(BANK), IDEAS, seed, {})).toEqual(chosen);
      all.add(chosen.map(({ id }) => id).join());
    }
    expect(all.size).toBeGreaterThan(20);
  });

  it('mixes kinds when the bank allows it', () => {
    for (let seed = 0; seed < 50; seed++)
      expect(new Set(chooseDebrief(BANK, IDEAS, seed, {}).map(({ kind }) => kind)).size).toBe(3);
  });
});

describe('a debrief', () => {
  it('asks each item in turn and brings a wrong one back once, at the end', () => {
    let debrief = beginDebrief([choice, ordering, judgement], 11);
    expect(debrief.count).toBe(3);
    const asked: string[] = [];
    const answer = (response: readonly string[]): void => {
      const sitting = currentSitting(debrief);
      asked.push(`${sitting?.item.id} ${sitting?.round}`);
      debrief = answerSitting(debrief, response).debrief;
    };
    answer(['bolt']);
    answer(['a', 'b', 'c', 'd']);
    answer(['five']);
    answer(['bolt']);
    answer(['three']);
    expect(asked).toEqual(['which 1', 'in-order 1', 'what-now 1', 'which 2', 'what-now 2']);
    expect(currentSitting(debrief)).toBeNull();
    expect(debrief.answered.map(({ scored }) => scored.score)).toEqual([0, 1, 0.5, 0, 1]);
    expect(() => answerSitting(debrief, ['grain'])).toThrow(RangeError);
  });

  it('shows results in the order in which the options stood, and can be kept as JSON half-way', () => {
    const begun = beginDebrief([choice], 3);
    const kept = JSON.parse(JSON.stringify(begun)) as typeof begun;
    const { scored } = answerSitting(kept, ['grain']);
    expect(scored.options.map(({ option }) => option)).toEqual(currentSitting(begun)?.order);
  });
});
