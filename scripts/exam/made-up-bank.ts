import { RANKS, TIERS, type Item, type ItemKind, type Tier } from '../../src/quiz/items/item.ts';

/** An idea and its group. */
export interface Idea {
  readonly id: string;
  readonly group: number;
}

/** Kinds of the items of one idea, in turn; graded judgements are a good third of a bank. */
const KINDS: readonly ItemKind[] = [
  'graded-judgement',
  'single-choice',
  'matching',
  'true-false-reason',
  'graded-judgement',
  'multiple-response',
  'ordering',
  'graded-judgement',
  'cloze',
  'sorting',
  'estimate',
];
/** Tiers of the items of one idea: one asks to know it, two to apply it, one to weigh it. */
const TIERS_IN_TURN: readonly Tier[] = ['soldier', 'general', 'marshal', 'general'];

/**
 * A bank of `count` items without words, shaped like the real one: for measuring how long a choice takes, and for trying
 * things out before there are items.
 */
export function makeUpBank(ideas: readonly Idea[], count: number): readonly Item[] {
  const perIdea = Math.ceil(count / ideas.length);
  return Array.from({ length: count }, (_, i) => {
    const idea = ideas[Math.floor(i / perIdea)] as Idea;
    const kind = KINDS[(i * 5 + Math.floor(i / 7)) % KINDS.length] as ItemKind;
    return makeUpItem(`item-${i}`, idea.id, kind, TIERS_IN_TURN[i % TIERS_IN_TURN.length] as Tier);
  });
}

const LETTERS = ['a', 'b', 'c', 'd'] as const;
const PAIRS = { a: 'a', b: 'b', c: 'c', d: 'd' } as const;

/** One item without words. */
export function makeUpItem(id: string, idea: string, kind: ItemKind, tier: Tier): Item {
  const base = { id, idea, tier, situation: tier !== TIERS[0], options: LETTERS };
  switch (kind) {
    case 'single-choice':
      return { ...base, kind, key: 'b' };
    case 'multiple-response':
      return { ...base, kind, key: ['a', 'c'] };
    case 'true-false-reason':
      return { ...base, kind, key: { verdict: false, reason: 'c' } };
    case 'ordering':
      return { ...base, kind, key: ['c', 'a', 'd', 'b'] };
    case 'matching':
      return { ...base, kind, places: LETTERS, key: PAIRS };
    case 'sorting':
      return { ...base, kind, places: ['a', 'b'], key: { a: 'a', b: 'a', c: 'b', d: 'b' } };
    case 'graded-judgement':
      return {
        ...base,
        kind,
        options: [...LETTERS, 'e'],
        key: Object.fromEntries([...LETTERS, 'e'].map((option, i) => [option, RANKS[i] as (typeof RANKS)[number]])),
      };
    case 'estimate':
      return {
        ...base,
        kind,
        options: ['low', 'right', 'high'],
        range: { min: 0, max: 100, step: 1 },
        key: { value: 40, exact: 3, near: 10 },
      };
    case 'cloze':
      return { ...base, kind, gaps: LETTERS.slice(0, 3), key: { a: 'b', b: 'c', c: 'd' } };
  }
}
