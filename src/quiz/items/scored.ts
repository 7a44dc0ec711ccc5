import type { TextRef } from '../../kernel/act.ts';
import type { Rank } from './item.ts';

/** One option after the answer: what the screen needs to mark and explain it. Texts are keys of the idea's namespace. */
export interface OptionResult {
  readonly option: string;
  /** What the option says; of an estimate, the number given or (for `right`) the one that is true, with its unit. */
  readonly text: TextRef;
  /** What this option teaches. */
  readonly feedback: TextRef;
  /** The player chose it (always true where every option has to be placed; in a cloze, when the word was used). */
  readonly chosen: boolean;
  /** What choosing or placing it so is worth, from 0 to 1. */
  readonly credit: number;
  /** Graded judgement: the rank that the option shows. */
  readonly rank?: Rank;
  /** Ordering: where the player put it, counted from 0. */
  readonly place?: number;
  /** Ordering: where it belongs, counted from 0. */
  readonly keyPlace?: number;
  /** Matching, sorting: the id of the place it was given; cloze: the gap it was put into, absent when it was not used. */
  readonly chosenPlace?: string;
  /** Matching, sorting: the id of the place where it belongs; cloze: its gap, absent when it belongs into none. */
  readonly rightPlace?: string;
}

/** One gap of a cloze after the answer. */
export interface GapResult {
  readonly gap: string;
  /** The word put in, and the one that belongs there: ids of options. */
  readonly word: string;
  readonly rightWord: string;
  readonly right: boolean;
}

/** What became of the verdict of a true-false-reason. */
export interface VerdictResult {
  readonly chosen: boolean;
  /** Whether the statement is true. */
  readonly right: boolean;
}

/** What became of an estimate, in the units of its range. */
export interface EstimateResult {
  readonly given: number;
  readonly value: number;
  /** Within `exact` of the value, within `near`, or neither. */
  readonly band: 'exact' | 'near' | 'off';
}

/** The result of one answer. */
export interface Scored {
  /** From 0 to 1, with partial credit where the kind allows it. */
  readonly score: number;
  /** Full credit. */
  readonly right: boolean;
  /** Good enough not to come back: a score of at least `SETTLED`. */
  readonly settled: boolean;
  /**
   * Every option, in the order in which the player saw (or, in an ordering, placed) them. Of an estimate only what
   * concerns the answer: the side it fell on, and `right`.
   */
  readonly options: readonly OptionResult[];
  /** Cloze: the gaps in the order of the file. */
  readonly gaps?: readonly GapResult[];
  /** True-false-reason. */
  readonly verdict?: VerdictResult;
  readonly estimate?: EstimateResult;
}

/**
 * An item comes back until its score is at least this: the general's answer in a judgement, or five things in order
 * but for two neighbours (0.8).
 */
export const SETTLED = 0.75;
