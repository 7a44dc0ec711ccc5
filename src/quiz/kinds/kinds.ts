import { BadInput } from '../../kernel/act.ts';
import type { Item, ItemKind, Response } from '../items/item.ts';
import { SETTLED, type Scored } from '../items/scored.ts';
import { optionFeedback, optionText } from '../items/texts.ts';
import { gradedJudgement } from './graded-judgement.ts';
import type { KindRules } from './item-kind.ts';
import { ordering } from './ordering.ts';
import { singleChoice } from './single-choice.ts';

/** All kinds there are. */
const KINDS: { readonly [Kind in ItemKind]: KindRules<Kind> } = {
  'single-choice': singleChoice,
  ordering,
  'graded-judgement': gradedJudgement,
};

export function rulesOfKind<Kind extends ItemKind>(kind: Kind): KindRules<Kind> {
  return KINDS[kind];
}

/** What is wrong with an item's key: paths below the item, and reasons. */
export function checkKey(item: Item): readonly (readonly [path: string, reason: string])[] {
  switch (item.kind) {
    case 'single-choice':
      return singleChoice.checkKey(item);
    case 'ordering':
      return ordering.checkKey(item);
    case 'graded-judgement':
      return gradedJudgement.checkKey(item);
  }
}

/**
 * Scores an answer. `shown` is the order in which the options stood on the screen; the results come in that order,
 * or, for an ordering, in the order given. Throws `BadInput` when the response does not fit the item.
 */
export function scoreResponse(item: Item, response: Response, shown: readonly string[] = item.options): Scored {
  switch (item.kind) {
    case 'single-choice':
      return scoreWith(singleChoice, item, response, shown);
    case 'ordering':
      return scoreWith(ordering, item, response, response);
    case 'graded-judgement':
      return scoreWith(gradedJudgement, item, response, shown);
  }
}

function scoreWith<Kind extends ItemKind>(
  rules: KindRules<Kind>,
  item: Extract<Item, { kind: Kind }>,
  response: Response,
  inOrder: readonly string[],
): Scored {
  const fault = rules.checkResponse(item, response);
  if (fault !== null) throw new BadInput(`items.${item.id}`, fault);
  const score = rules.score(item, response);
  return {
    score,
    right: score === 1,
    settled: score >= SETTLED,
    options: inOrder.map((option) => ({
      option,
      text: optionText(item, option),
      feedback: optionFeedback(item, option),
      ...rules.credit(item, response, option),
    })),
  };
}
