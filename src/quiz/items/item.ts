/**
 * What an item is. An item is one question on one idea; its texts live in the act's language files under
 * `items.<id>`, so that a translation never touches a key. Words follow the field: stem, option, key, score.
 */

/** What an item asks for: to know the idea (soldier), to apply it (general), to weigh it against others (marshal). */
export type Tier = 'soldier' | 'general' | 'marshal';
export const TIERS: readonly Tier[] = ['soldier', 'general', 'marshal'];

/** The five ranks an answer can show, lowest first. */
export type Rank = 'low-soldier' | 'common-soldier' | 'senior-soldier' | 'general' | 'marshal';
export const RANKS: readonly Rank[] = ['low-soldier', 'common-soldier', 'senior-soldier', 'general', 'marshal'];

interface ItemBase {
  /** Unique in the act; also its name in the language files. */
  readonly id: string;
  /** The idea it belongs to, an id of `levels/concepts.json`. */
  readonly idea: string;
  readonly tier: Tier;
  /** Ids of the options in the order of the file, which is never the order on the screen. */
  readonly options: readonly string[];
}

/** One option is right. */
export interface SingleChoice extends ItemBase {
  readonly kind: 'single-choice';
  readonly key: string;
}

/** All options are to be put in the one right order. */
export interface Ordering extends ItemBase {
  readonly kind: 'ordering';
  /** The right order: a permutation of `options`. */
  readonly key: readonly string[];
}

/** A scene with four or five answers; each shows a rank, and exactly one shows the marshal. */
export interface GradedJudgement extends ItemBase {
  readonly kind: 'graded-judgement';
  /** The rank that each option shows, by option id. */
  readonly key: Readonly<Record<string, Rank>>;
}

export type Item = SingleChoice | Ordering | GradedJudgement;
export type ItemKind = Item['kind'];

/** What was answered: the option ids chosen. One for a choice or a judgement; all, in order, for an ordering. */
export type Response = readonly string[];
