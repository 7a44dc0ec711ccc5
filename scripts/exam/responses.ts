import { drawBelow, drawChance, type RandomState } from '../../src/kernel/random.ts';
import type { Item, Response } from '../../src/quiz/items/item.ts';
import { shuffle } from '../../src/quiz/items/shuffle.ts';
import { snapToRange } from '../../src/quiz/kinds/estimate.ts';
import { keyResponse, scoreResponse } from '../../src/quiz/kinds/kinds.ts';
import { categoryOf, categoryWorths } from '../../src/quiz/model/categories.ts';

/** What somebody answers who does not look: every possible answer of the form is about equally likely. */
export function guessResponse(item: Item, random: RandomState): Response {
  const pick = (ids: readonly string[]): string => ids[drawBelow(random, ids.length)] as string;
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
      return [pick(item.options)];
    case 'multiple-response': {
      const chosen = item.options.filter(() => drawChance(random, 0.5));
      return chosen.length > 0 ? chosen : [pick(item.options)];
    }
    case 'true-false-reason':
      return [drawChance(random, 0.5) ? 'true' : 'false', pick(item.options)];
    case 'ordering':
      return shuffle(item.options, random);
    case 'matching':
      return shuffle(item.places, random).slice(0, item.options.length);
    case 'sorting':
      return item.options.map(() => pick(item.places));
    case 'estimate': {
      const { min, max, step } = item.range;
      return [String(snapToRange(item, min + step * drawBelow(random, Math.round((max - min) / step) + 1)))];
    }
    case 'cloze':
      return shuffle(item.options, random).slice(0, item.gaps.length);
  }
}

/** Tries for a category that chance finds seldom. */
const TRIES = 4000;

/**
 * For every category of the item a real response that scores in it. A category that cannot be reached takes the response
 * of the one below it.
 */
export function findResponses(item: Item, random: RandomState): readonly Response[] {
  const found: (Response | undefined)[] = categoryWorths(item).map(() => undefined);
  const keep = (response: Response): void => {
    const category = categoryOf(item, scoreResponse(item, response).score);
    found[category] ??= response;
  };
  keep(keyResponse(item));
  for (let i = 0; i < TRIES && found.includes(undefined); i++) keep(guessResponse(item, random));
  const lowest = found[0];
  if (lowest === undefined) throw new Error(`no answer to ${item.id} is wrong`);
  let below = lowest;
  return found.map((response) => (below = response ?? below));
}
