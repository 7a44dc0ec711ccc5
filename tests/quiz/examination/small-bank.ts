/** A bank for tests that never changes with the real one: 40 ideas in 5 groups, 80 items of all kinds and tiers. */
import { makeUpItem } from '../../../scripts/exam/made-up-bank.ts';
import { TIERS, type Item, type ItemKind, type Tier } from '../../../src/quiz/items/item.ts';

const KINDS: readonly ItemKind[] = [
  'graded-judgement',
  'single-choice',
  'matching',
  'graded-judgement',
  'true-false-reason',
  'multiple-response',
  'ordering',
  'sorting',
  'graded-judgement',
  'estimate',
  'cloze',
];

export const smallIdeas: readonly { readonly id: string; readonly group: number }[] = Array.from(
  { length: 40 },
  (_, i) => ({ id: `idea-${i}`, group: 1 + (i % 5) }),
);

export const smallItems: readonly Item[] = Array.from({ length: 80 }, (_, i) =>
  makeUpItem(
    `item-${i}`,
    `idea-${i % 40}`,
    KINDS[i % KINDS.length] as ItemKind,
    TIERS[Math.floor(i / KINDS.length) % TIERS.length] as Tier,
  ),
);
