/** Answers and examinations that were not given so. */
import type { Library } from '../../../src/server/content/library.ts';
import type { Answer, Examination } from '../../../src/wire/records/records.ts';
import { answerItem, itemOf, sitExamination } from './device.ts';
import { again, type Forgery } from './forgery.ts';

/** An answer to any item, changed before it is stamped. */
function ofAnswer(change: (answer: Answer, n: number, library: Library) => unknown): Forgery['make'] {
  return async ({ device, library }, n) => {
    return device.writeAny('answer', change(answerItem(itemOf(library.bank, n * 37), { seed: n }), n, library));
  };
}

/** An examination with some answers right, changed before it is stamped. */
function ofExamination(change: (examination: Examination, n: number) => unknown): Forgery['make'] {
  return async ({ device, library }, n) => {
    const sat = sitExamination(library.bank, 900 + n, (number) => (number + n) % 3 !== 0);
    return device.writeAny('examination', change(sat, n));
  };
}

export const FORGED_ANSWERS: readonly Forgery[] = [
  {
    name: "somebody else's examination",
    becomes: 'copied',
    make: async ({ device, others }, n) => again(device, others.examination, { startedAt: n }),
  },
  {
    name: "another answer's score",
    becomes: 'otherBank',
    make: ofAnswer((answer, n) => ({ ...answer, score: n % 2 === 0 ? 0 : 0.99 })),
  },
  {
    name: 'an unknown item',
    becomes: 'otherBank',
    make: ofAnswer((answer, n) => ({ ...answer, item: n % 2 === 0 ? '__proto__' : `no-item-${n}` })),
  },
  {
    name: 'options that the item does not have',
    becomes: 'otherBank',
    make: ofAnswer((answer, n) => ({
      ...answer,
      shown: n % 2 === 0 ? answer.shown.slice(1) : answer.shown.map(() => answer.shown[0]),
    })),
  },
  {
    name: 'an answer to the idea of another item',
    becomes: 'otherBank',
    make: ofAnswer((answer, n, { bank }) => ({
      ...answer,
      idea: bank.ideas.find(({ id }) => id !== answer.idea)?.id,
      took: n,
    })),
  },
  {
    name: 'negative times',
    becomes: 'malformed',
    make: ofAnswer((answer, n) => ({ ...answer, tookMs: -1 - n })),
  },
  {
    name: 'edited answers of an examination',
    becomes: 'forged',
    make: ofExamination((sat, n) => ({
      ...sat,
      answers: sat.answers.map((answer, i) =>
        i === n % sat.answers.length ? { ...answer, score: answer.score === 1 ? 0 : 1 } : answer,
      ),
    })),
  },
  {
    name: 'an edited rank',
    becomes: 'forged',
    make: ofExamination((sat, n) => ({
      ...sat,
      result: { ...sat.result, rank: 'marshal', tier: 'marshal', sureOfRank: 1 - n / 1000, sureOfTier: 1 },
    })),
  },
  {
    name: 'an examination broken off',
    becomes: 'impossible',
    make: ofExamination((sat) => ({ ...sat, answers: sat.answers.slice(0, 3) })),
  },
  {
    name: 'an examination of another bank',
    becomes: 'otherBank',
    make: ofExamination((sat, n) => ({ ...sat, bank: String(n).padStart(16, '0') })),
  },
  {
    name: 'an examination on another seed',
    becomes: 'forged',
    make: ofExamination((sat, n) => ({ ...sat, seed: sat.seed + 1 + n })),
  },
];
