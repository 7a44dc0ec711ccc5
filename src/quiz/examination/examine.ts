import { BadInput } from '../../kernel/act.ts';
import type { Response } from '../items/item.ts';
import { seedFor, shuffleOptions } from '../items/shuffle.ts';
import { scoreResponse } from '../kinds/kinds.ts';
import { CELLS } from '../model/grid.ts';
import { categoryOf } from '../model/categories.ts';
import type { CurveTable } from '../model/tables.ts';
import type { BankEntry, ExaminationBank } from './bank.ts';
import type { Examination, ExaminationAnswer, Question } from './examination.ts';
import { advanceProgress, startProgress, type Progress } from './progress.ts';
import { LEAST, MOST } from './rules.ts';
import { chooseNext } from './select.ts';
import { isWorthAsking } from './stop.ts';

/** Where an examination stands, and what is asked next; `next` is null when it is over. */
interface Position {
  readonly progress: Progress;
  readonly next: BankEntry | null;
}

/**
 * Positions of examinations met before, so that an answer costs one step and not a replay. Only a memory: without it
 * everything comes out the same, later.
 */
const positions = new WeakMap<Examination, { readonly bank: ExaminationBank; readonly position: Position }>();

/** An examination with no answers yet. `seed`: any finite number, its low 32 bits count. */
export function beginExamination(bank: ExaminationBank, seed: number): Examination {
  return { seed, bank: bank.fingerprint, answers: [] };
}

/**
 * What stands on the screen; null when the examination is over. Throws `BadInput` when it began with another bank, or
 * when its answers are not what this bank and seed would have asked.
 */
export function currentQuestion(bank: ExaminationBank, examination: Examination): Question | null {
  const { next } = positionOf(bank, examination);
  if (next === null) return null;
  const { item } = next;
  return { item, shown: shuffleOptions(item, shuffleSeed(examination.seed)), number: examination.answers.length + 1 };
}

/** Whether the rank is as sure as it is worth, or all items that may be asked have been. */
export function isOver(bank: ExaminationBank, examination: Examination): boolean {
  return positionOf(bank, examination).next === null;
}

/**
 * The examination with one more answer. Throws `BadInput` when the response does not fit the item on the screen, and
 * `RangeError` when the examination is over.
 */
export function answerExamination(bank: ExaminationBank, examination: Examination, response: Response): Examination {
  const { progress, next } = positionOf(bank, examination);
  if (next === null) throw new RangeError('the examination is over');
  const answer = scoreAnswer(next, examination.seed, response);
  const answered = { ...examination, answers: [...examination.answers, answer] };
  const advanced = advanceProgress(bank, progress, next, categoryOf(next.item, answer.score));
  positions.set(answered, { bank, position: { progress: advanced, next: findNext(bank, advanced) } });
  return answered;
}

/** Plays an examination again from its responses. Throws as `answerExamination` does. */
export function replayExamination(bank: ExaminationBank, seed: number, responses: readonly Response[]): Examination {
  return responses.reduce(
    (examination, response) => answerExamination(bank, examination, response),
    beginExamination(bank, seed),
  );
}

/** The state of knowledge behind an examination. Throws as `currentQuestion` does. */
export function progressOf(bank: ExaminationBank, examination: Examination): Progress {
  return positionOf(bank, examination).progress;
}

function positionOf(bank: ExaminationBank, examination: Examination): Position {
  const kept = positions.get(examination);
  if (kept?.bank === bank) return kept.position;
  if (examination.bank !== bank.fingerprint)
    throw new BadInput('bank', `the examination began with the bank ${examination.bank}, this is ${bank.fingerprint}`);
  let progress = startProgress(bank, examination.seed);
  let next = findNext(bank, progress);
  examination.answers.forEach((answer, i) => {
    if (next === null) throw new BadInput(`answers[${i}]`, 'the examination was over before it');
    if (answer.item !== next.item.id)
      throw new BadInput(`answers[${i}].item`, `this examination asks ${next.item.id} here, not ${answer.item}`);
    const { shown, score } = scoreAnswer(next, examination.seed, answer.response);
    if (score !== answer.score) throw new BadInput(`answers[${i}].score`, `the response scores ${score}`);
    if (shown.join(' ') !== answer.shown.join(' '))
      throw new BadInput(`answers[${i}].shown`, `the options stood as ${shown.join(', ')}`);
    progress = advanceProgress(bank, progress, next, categoryOf(next.item, score));
    next = findNext(bank, progress);
  });
  const position = { progress, next };
  positions.set(examination, { bank, position });
  return position;
}

function scoreAnswer({ item }: BankEntry, seed: number, response: Response): ExaminationAnswer {
  const shown = shuffleOptions(item, shuffleSeed(seed));
  const { score } = scoreResponse(item, response, shown);
  return { item: item.id, shown, response: [...response], score };
}

function shuffleSeed(seed: number): number {
  return seedFor(seed, 'examination');
}

function findNext(bank: ExaminationBank, progress: Progress): BankEntry | null {
  const count = progress.asked.length;
  if (count >= MOST) return null;
  const next = chooseNext(bank, progress);
  if (next === null || count < LEAST) return next;
  const curve = bank.curves[next.curve] as CurveTable;
  let perItem = 0;
  for (let cell = 0; cell < CELLS; cell++)
    perItem += (progress.posterior[cell] as number) * (curve.information[cell] as number);
  return isWorthAsking(progress.posterior, perItem, MOST - count) ? next : null;
}
