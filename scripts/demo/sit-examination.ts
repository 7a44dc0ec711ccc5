/** A real examination, held by the engine, answered by a simulated mind. */
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  resultOf,
  type ExaminationResult,
} from '../../src/quiz/examination/index.ts';
import { asJson } from '../../src/wire/records/canonical.ts';
import type { Examination, ExaminationAnswer } from '../../src/wire/records/records.ts';
import type { Mind } from './mind.ts';
import type { DemoStage } from './stage.ts';

export interface Sat {
  /** Ready for the log, but for its times. */
  readonly payload: Omit<Examination, 'startedAt' | 'endedAt'>;
  /** How long it took, in milliseconds. */
  readonly tookMs: number;
  readonly result: ExaminationResult;
}

export function sitExamination({ bank }: DemoStage, mind: Mind, seed: number, ability: number): Sat {
  let examination = beginExamination(bank, seed);
  const answers: ExaminationAnswer[] = [];
  let tookMs = 0;
  for (let question = currentQuestion(bank, examination); question !== null;) {
    const { item } = question;
    examination = answerExamination(bank, examination, mind.answerExam(item, ability));
    const given = examination.answers.at(-1);
    if (given === undefined) throw new Error('the examination has lost an answer');
    const took = mind.hesitate();
    tookMs += took;
    answers.push({ ...given, idea: item.idea, kind: item.kind, tookMs: took });
    question = currentQuestion(bank, examination);
  }
  const result = resultOf(bank, examination);
  const { review: _, ...kept } = result;
  return { payload: { seed, bank: bank.fingerprint, answers, result: asJson(kept) }, tookMs, result };
}
