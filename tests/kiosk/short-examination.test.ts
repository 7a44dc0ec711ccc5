/** Which examination of a kiosk is kept: the one that the server counts, and no other. */
import { describe, expect, it } from 'vitest';
import { guessResponse } from '../../scripts/exam/responses.ts';
import { seedRandom } from '../../src/kernel/random.ts';
import { keyResponse } from '../../src/quiz/kinds/kinds.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  isOver,
  prepareBank,
  resultOf,
  type Examination,
} from '../../src/quiz/examination/index.ts';
import { isShortEnough, SHORT } from '../../src/kiosk/examine/short.ts';
import { checkExamination } from '../../src/server/records/check-examination.ts';
import type { Examination as KeptExamination } from '../../src/wire/records/records.ts';
import { smallIdeas, smallItems } from '../quiz/examination/small-bank.ts';

const bank = prepareBank(smallItems, smallIdeas);

/** Answers as one who knows every other thing, until it is over or so many answers were given. */
function sit(seed: number, most: number): Examination {
  let examination = beginExamination(bank, seed);
  const random = seedRandom(seed);
  for (let n = 0; n < most; n++) {
    const question = currentQuestion(bank, examination);
    if (question === null) break;
    const { item } = question;
    examination = answerExamination(bank, examination, n % 2 === 0 ? keyResponse(item) : guessResponse(item, random));
  }
  return examination;
}

function asKept(examination: Examination): KeptExamination {
  const { review: _, ...result } = resultOf(bank, examination);
  const itemsById = new Map(smallItems.map((item) => [item.id, item]));
  return {
    seed: examination.seed,
    bank: examination.bank,
    startedAt: 1,
    endedAt: 2,
    answers: examination.answers.map((answer) => {
      const item = itemsById.get(answer.item);
      if (item === undefined) throw new Error(`${answer.item} is not in the bank`);
      return { ...answer, idea: item.idea, kind: item.kind, tookMs: 1000 };
    }),
    result,
  };
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

describe('an examination at a kiosk', () => {
  it('may be heard early only when every group of ideas has been met', () => {
    expect(isShortEnough(SHORT - 1)).toBe(false);
    expect(isShortEnough(SHORT)).toBe(true);
    const groups = new Set(smallIdeas.map(({ group }) => group));
    const long = seeds.map((seed) => sit(seed, SHORT)).filter(({ answers }) => answers.length === SHORT);
    expect(long.length).toBeGreaterThan(5);
    for (const { answers, seed } of long) {
      const asked = new Set(answers.map(({ item }) => smallItems.find(({ id }) => id === item)?.idea));
      const met = new Set(smallIdeas.filter(({ id }) => asked.has(id)).map(({ group }) => group));
      expect(met.size, `seed ${seed}`).toBe(groups.size);
    }
  });

  it('counts for the server when it came to its own end, and does not when it was broken off', () => {
    let brokenOff = 0;
    for (const seed of seeds) {
      const whole = sit(seed, 100);
      expect(isOver(bank, whole)).toBe(true);
      expect(checkExamination(bank, asKept(whole)).ok, `seed ${seed}`).toBe(true);
      const early = sit(seed, SHORT);
      if (isOver(bank, early)) continue;
      brokenOff += 1;
      expect(checkExamination(bank, asKept(early)).ok, `seed ${seed}, broken off`).toBe(false);
    }
    expect(brokenOff).toBeGreaterThan(0);
  });
});
