/** An examination under way, as the screen holds it: the engine's own state, and what the log wants to know besides. */
import { BadInput } from '../../kernel/act.ts';
import type { Examination as KeptExamination, ExaminationAnswer, UnfinishedExamination } from '../../player/index.ts';
import {
  answerExamination,
  beginExamination,
  isOver,
  resultOf,
  type Examination,
  type ExaminationBank,
} from '../../quiz/examination/index.ts';
import type { Item, Response } from '../../quiz/index.ts';
import { chooseSeed } from '../play/begin-run.ts';
import { player } from '../player.ts';

export interface Sitting {
  readonly examination: Examination;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The answers with what the engine does not need of them. */
  readonly answers: readonly ExaminationAnswer[];
}

/** Begins an examination and writes that down, so that a reload at its first question comes back to it. */
export async function beginSitting(bank: ExaminationBank): Promise<Sitting> {
  const sitting = { examination: beginExamination(bank, chooseSeed()), startedAt: Date.now(), answers: [] };
  await player.examination.keep(unfinishedOf(sitting));
  return sitting;
}

/** The examination that was left, to go on exactly where it was; null when there is none that can go on. */
export async function findSitting(bank: ExaminationBank): Promise<Sitting | null> {
  const kept = await player.examination.load();
  if (kept === null) return null;
  if (kept.bank !== bank.fingerprint) {
    await player.examination.putAside(
      'examinationStale',
      `began with the bank ${kept.bank}, this is ${bank.fingerprint}`,
    );
    return null;
  }
  const examination: Examination = {
    seed: kept.seed,
    bank: kept.bank,
    answers: kept.answers.map(({ item, shown, response, score }) => ({ item, shown, response, score })),
  };
  try {
    isOver(bank, examination);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    await player.examination.putAside('examinationCorrupt', `${error.path}: ${error.reason}`);
    return null;
  }
  return { examination, startedAt: kept.startedAt, answers: kept.answers };
}

/** Answers the question on the screen. Resolves when the answer is written down. */
export async function answerSitting(
  bank: ExaminationBank,
  sitting: Sitting,
  item: Item,
  response: Response,
  tookMs: number,
): Promise<Sitting> {
  const examination = answerExamination(bank, sitting.examination, response);
  const given = examination.answers.at(-1);
  if (given === undefined) throw new RangeError('the answer was not taken');
  const answer = { ...given, idea: item.idea, kind: item.kind, tookMs };
  const answered = { ...sitting, examination, answers: [...sitting.answers, answer] };
  await player.examination.keep(unfinishedOf(answered));
  return answered;
}

/** Writes the finished examination into the log, which drops what was kept of it. Returns the id of its record. */
export async function finishSitting(bank: ExaminationBank, sitting: Sitting): Promise<string> {
  const { review: _, ...result } = resultOf(bank, sitting.examination);
  const { seed, bank: fingerprint } = sitting.examination;
  const { startedAt, answers } = sitting;
  const payload: KeptExamination = { seed, bank: fingerprint, startedAt, endedAt: Date.now(), answers, result };
  const { record } = await player.append({ type: 'examination', payload });
  return record.id;
}

function unfinishedOf({ examination, startedAt, answers }: Sitting): UnfinishedExamination {
  return { bank: examination.bank, seed: examination.seed, startedAt, answers };
}
