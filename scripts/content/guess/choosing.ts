import type { ItemKind } from '../../../src/quiz/index.ts';

/** Kinds where a pick among options is the whole answer, or half of it; matching and sorting are many small picks. */
export const CHOOSING: readonly ItemKind[] = [
  'single-choice',
  'multiple-response',
  'true-false-reason',
  'graded-judgement',
  'cloze',
];
