import { join } from 'node:path';

import { readBankOnDisk } from '../../../scripts/content/read-bank.ts';
import type { Examination, ExaminationAnswer } from '../../../src/player/index.ts';
import type { ExaminationDraft } from '../../../src/player/drafts/examination-draft.ts';
import { EXAMINATION_FORMAT, EXAMINATION_KEY } from '../../../src/player/drafts/examination-draft.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  prepareBank,
  resultOf,
  type Examination as Sitting,
  type ExaminationBank,
} from '../../../src/quiz/examination/index.ts';
import { keyResponse, scoreResponse, type Item, type Response } from '../../../src/quiz/index.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

let ready: ExaminationBank | undefined;

/** The bank of the built game, made ready as the game does. */
export function realBank(): ExaminationBank {
  if (ready === undefined) {
    const { items, concepts } = readBankOnDisk(ROOT);
    ready = prepareBank(items, concepts);
  }
  return ready;
}

/** Answers to an item, a right one first; the others fit it and are worse. */
function answersTo(item: Item): readonly Response[] {
  const key = keyResponse(item);
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
      return [key, ...item.options.filter((option) => option !== key[0]).map((option) => [option])];
    case 'multiple-response':
      return [key, item.options.filter((option) => !key.includes(option))];
    case 'true-false-reason':
      return [key, [key[0] === 'true' ? 'false' : 'true', key[1] as string]];
    case 'estimate':
      return [key, [String(key[0] === String(item.range.min) ? item.range.max : item.range.min)]];
    case 'sorting':
      return [key, item.options.map(() => item.places[0] as string)];
    case 'ordering':
    case 'matching':
    case 'cloze':
      return [key, [...key].reverse()];
  }
}

/** An answer as somebody gives who is right when `knows` says so. */
export function respond(item: Item, knows: boolean): Response {
  const [right, ...others] = answersTo(item);
  const worst = others.toSorted((a, b) => scoreResponse(item, a).score - scoreResponse(item, b).score)[0];
  return (knows ? right : worst) ?? (right as Response);
}

/** Plays an examination by the game's own engine, as long as `knows` is willing to answer. */
export function sitThrough(seed: number, knows: (number: number, item: Item) => boolean | null): Sitting {
  const bank = realBank();
  let sitting = beginExamination(bank, seed);
  for (;;) {
    const question = currentQuestion(bank, sitting);
    const known = question === null ? null : knows(question.number, question.item);
    if (question === null || known === null) return sitting;
    sitting = answerExamination(bank, sitting, respond(question.item, known));
  }
}

function keepAnswers({ answers }: Sitting): readonly ExaminationAnswer[] {
  const items = new Map(realBank().entries.map(({ item }) => [item.id, item]));
  return answers.map((answer) => {
    const item = items.get(answer.item) as Item;
    return { ...answer, idea: item.idea, kind: item.kind, tookMs: 14_000 };
  });
}

/** A finished examination as it lies in the log. */
export function heldMuster(sitting: Sitting, startedAt: number): Examination {
  const { review: _, ...result } = resultOf(realBank(), sitting);
  const { seed, bank } = sitting;
  return { seed, bank, startedAt, endedAt: startedAt + 200_000, answers: keepAnswers(sitting), result };
}

/** An examination under way as it lies among the drafts. */
export function leftMuster(sitting: Sitting, startedAt: number): ExaminationDraft {
  const { seed, bank } = sitting;
  const answers = keepAnswers(sitting) as ExaminationDraft['answers'];
  return { format: EXAMINATION_FORMAT, act: EXAMINATION_KEY, bank, seed, startedAt, answers };
}
