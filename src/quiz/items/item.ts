/**
 * What an item is. An item is one question on one idea; its texts live beside it, in one file per language
 * (`levels/bank/<idea>/<language>.json`, under `items.<id>`), so that a translation never touches a key. Words follow
 * the field: stem, option, key, score.
 */

/** What an item asks for: to know the idea (soldier), to apply it (general), to weigh it against others (marshal). */
export type Tier = 'soldier' | 'general' | 'marshal';
export const TIERS: readonly Tier[] = ['soldier', 'general', 'marshal'];

/** The five ranks an answer can show, lowest first. */
export type Rank = 'low-soldier' | 'common-soldier' | 'senior-soldier' | 'general' | 'marshal';
export const RANKS: readonly Rank[] = ['low-soldier', 'common-soldier', 'senior-soldier', 'general', 'marshal'];

interface ItemBase {
  /** Unique in the whole bank; also its name in the language files. */
  readonly id: string;
  /** The idea it belongs to, an id of `levels/concepts.json`: the folder that its file is in. */
  readonly idea: string;
  readonly tier: Tier;
  /** It puts the player before a customer or a colleague, rather than before a statement. */
  readonly situation: boolean;
  /** Ids of the options in the order of the file, which is never the order on the screen. */
  readonly options: readonly string[];
}

/** One option is right. */
export interface SingleChoice extends ItemBase {
  readonly kind: 'single-choice';
  readonly key: string;
}

/** Several options are right, at least two, and at least one is not. */
export interface MultipleResponse extends ItemBase {
  readonly kind: 'multiple-response';
  readonly key: readonly string[];
}

/** The stem is a statement; it is judged true or false, and the options are reasons for the judgement. */
export interface TrueFalseReason extends ItemBase {
  readonly kind: 'true-false-reason';
  readonly key: { readonly verdict: boolean; readonly reason: string };
}

/** All options are to be put in the one right order. */
export interface Ordering extends ItemBase {
  readonly kind: 'ordering';
  /** The right order: a permutation of `options`. */
  readonly key: readonly string[];
}

/** Every option has a partner of its own among the places; places may be left over. */
export interface Matching extends ItemBase {
  readonly kind: 'matching';
  readonly places: readonly string[];
  /** The place of each option, by option id; no place twice. */
  readonly key: Readonly<Record<string, string>>;
}

/** Every option belongs into one of a few groups, the places; each takes at least one. */
export interface Sorting extends ItemBase {
  readonly kind: 'sorting';
  readonly places: readonly string[];
  /** The place of each option, by option id. */
  readonly key: Readonly<Record<string, string>>;
}

/** A scene with four or five answers; each shows a rank, and exactly one shows the marshal. */
export interface GradedJudgement extends ItemBase {
  readonly kind: 'graded-judgement';
  /** The rank that each option shows, by option id. */
  readonly key: Readonly<Record<string, Rank>>;
}

/** A number on a slider. Its options are always `low`, `right` and `high`: what is said to an answer below, at or above. */
export interface Estimate extends ItemBase {
  readonly kind: 'estimate';
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  /** Full credit within `exact` of the value, half within `near`; in the range's units, `near` above `exact`. */
  readonly key: { readonly value: number; readonly exact: number; readonly near: number };
}

/** A passage with gaps, to be filled from a list of words; words may be left over. */
export interface Cloze extends ItemBase {
  readonly kind: 'cloze';
  /** The gaps, each a placeholder `{{gap}}` of the text `passage`; a language may put them in another order. */
  readonly gaps: readonly string[];
  /** The word of each gap, by gap id; no word twice. */
  readonly key: Readonly<Record<string, string>>;
}

export type Item =
  | SingleChoice
  | MultipleResponse
  | TrueFalseReason
  | Ordering
  | Matching
  | Sorting
  | GradedJudgement
  | Estimate
  | Cloze;
export type ItemKind = Item['kind'];

/**
 * What was answered, as a list of ids:
 * - single choice, graded judgement: the option chosen;
 * - multiple response: the options chosen, at least one, in the order of the file;
 * - true or false with reason: `true` or `false`, then the reason;
 * - ordering: all options in the order given;
 * - matching, sorting: the place given to each option, in the order of `options`;
 * - estimate: the number, written as JavaScript writes it;
 * - cloze: the word put into each gap, in the order of `gaps`.
 */
export type Response = readonly string[];
