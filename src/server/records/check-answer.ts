import { BadInput } from '../../kernel/act.ts';
import { scoreResponse, type Item } from '../../quiz/index.ts';
import type { Answer } from '../../wire/records/records.ts';
import type { Library } from '../content/library.ts';
import type { Checked } from './verifier.ts';

/**
 * Scores an answer again: some microseconds, so it needs no thread. Everything about it that the bank knows must be as
 * the bank has it; an answer that was given to another edition of an item is marked, since the two cannot be told
 * from a made-up one.
 */
export function checkAnswer(
  { items, acts }: Pick<Library, 'items' | 'acts'>,
  answer: Answer,
): Checked<{ readonly score: number }> {
  const item = items.get(answer.item);
  if (item === undefined) return refuse(`item: ${answer.item} is not in the bank`);
  if (answer.idea !== item.idea) return refuse(`idea: the item is on ${item.idea}`);
  if (answer.kind !== item.kind) return refuse(`kind: the item is a ${item.kind}`);
  const isOfAct = answer.act !== null && acts.includes(answer.act);
  if (answer.way === 'debrief' ? !isOfAct : answer.act !== null) return refuse('act: does not fit the way');
  if (!isShowing(item, answer.shown)) return refuse('shown: are not the options of the item');
  try {
    const { score } = scoreResponse(item, answer.response, answer.shown);
    return score === answer.score ? { ok: true, result: { score } } : refuse(`score: the response scores ${score}`);
  } catch (error) {
    if (error instanceof BadInput) return refuse(`response: ${error.reason}`);
    throw error;
  }
}

/** Whether these are the item's options, each once, in some order. */
function isShowing({ options }: Item, shown: readonly string[]): boolean {
  return shown.length === options.length && options.every((option) => shown.includes(option));
}

function refuse(detail: string): Checked<never> {
  return { ok: false, mark: 'otherBank', detail };
}
