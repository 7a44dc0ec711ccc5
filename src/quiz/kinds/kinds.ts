import { BadInput } from '../../kernel/act.ts';
import type { Item, ItemKind, Response } from '../items/item.ts';
import { SETTLED, type Scored } from '../items/scored.ts';
import { optionFeedback, optionText } from '../items/texts.ts';
import { cloze } from './cloze.ts';
import { estimate } from './estimate.ts';
import { gradedJudgement } from './graded-judgement.ts';
import type { KeyFault, KindRules } from './item-kind.ts';
import { matching } from './matching.ts';
import { multipleResponse } from './multiple-response.ts';
import { ordering } from './ordering.ts';
import { singleChoice } from './single-choice.ts';
import { sorting } from './sorting.ts';
import { trueFalseReason } from './true-false-reason.ts';

/** All kinds there are. */
const KINDS: { readonly [Kind in ItemKind]: KindRules<Kind> } = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  'true-false-reason': trueFalseReason,
  ordering,
  matching,
  sorting,
  'graded-judgement': gradedJudgement,
  estimate,
  cloze,
};

/** The kinds in the order in which they are listed. */
export const ITEM_KINDS = Object.keys(KINDS) as readonly ItemKind[];

/** The table pairs each kind with its own rules, but the compiler cannot follow the pair through the item's field. */
function rulesOf(item: Item): KindRules<Item['kind']> {
  return KINDS[item.kind] as unknown as KindRules<ItemKind>;
}

/** What is wrong with an item's key: paths below the item, and reasons. */
export function checkKey(item: Item): readonly KeyFault[] {
  return rulesOf(item).checkKey(item);
}

/** Why a response does not fit an item, or null when it does. */
export function checkResponse(item: Item, response: Response): string | null {
  return rulesOf(item).checkResponse(item, response);
}

/** The response that earns full credit. */
export function keyResponse(item: Item): Response {
  return rulesOf(item).keyResponse(item);
}

/**
 * Scores an answer, from 0 to 1. `shown` is the order in which the options stood on the screen; the results come in
 * that order, or, for an ordering, in the order given. Throws `BadInput` when the response does not fit the item.
 */
export function scoreResponse(item: Item, response: Response, shown: readonly string[] = item.options): Scored {
  const rules = rulesOf(item);
  const fault = rules.checkResponse(item, response);
  if (fault !== null) throw new BadInput(`items.${item.id}`, fault);
  const score = rules.score(item, response);
  const inOrder = rules.inOrder?.(item, response) ?? shown;
  return {
    score,
    right: score === 1,
    settled: score >= SETTLED,
    options: inOrder.map((option) => {
      const own = { option, text: optionText(item, option), feedback: optionFeedback(item, option) };
      return Object.assign(own, rules.credit(item, response, option));
    }),
    ...rules.details?.(item, response),
  };
}
