/** Examinations kept from before: every item, order, score and number must come out the same to the last bit. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  prepareBank,
  replayExamination,
  resultOf,
  type Examination,
  type ExaminationResult,
} from '../../../src/quiz/examination/index.ts';
import { smallIdeas, smallItems } from './small-bank.ts';

interface Golden {
  readonly examination: Examination;
  readonly result: Omit<ExaminationResult, 'review'>;
  readonly expected: readonly number[];
}

const folder = join(resolve(import.meta.dirname, '../../..'), 'tests/golden/examination');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('golden examinations', () => {
  it('are several, and of all tiers', () => {
    const tiers = names.map((name) => read(name).result.tier);
    expect(names.length).toBeGreaterThanOrEqual(6);
    expect(new Set(tiers)).toEqual(new Set(['soldier', 'general', 'marshal']));
  });

  it.each(names)('%s comes out the same', (name) => {
    const golden = read(name);
    const bank = prepareBank(smallItems, smallIdeas);
    const { seed, answers } = golden.examination;
    const again = replayExamination(
      bank,
      seed,
      answers.map(({ response }) => response),
    );
    expect(again).toEqual(golden.examination);
    const { review, ...result } = resultOf(bank, again);
    expect(result).toEqual(golden.result);
    expect(review.map(({ expected }) => expected)).toEqual(golden.expected);
  });
});

function read(name: string): Golden {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden;
}
