import type { TextRef } from '../../kernel/act.ts';
import type { Rank } from './item.ts';

/** One option after the answer: what the screen needs to mark and explain it. Texts are keys of the act's namespace. */
export interface OptionResult {
  readonly option: string;
  readonly text: TextRef;
  /** What this option teaches. */
  readonly feedback: TextRef;
  /** The player chose it (always true in an ordering). */
  readonly chosen: boolean;
  /** What choosing or placing it so is worth, from 0 to 1. */
  readonly credit: number;
  /** Graded judgement: the rank that the option shows. */
  readonly rank?: Rank;
  /** Ordering: where the player put it, counted from 0. */
  readonly place?: number;
  /** Ordering: where it belongs, counted from 0. */
  readonly keyPlace?: number;
}

/** The result of one answer. */
export interface Scored {
  /** From 0 to 1, with partial credit where the kind allows it. */
  readonly score: number;
  /** Full credit. */
  readonly right: boolean;
  /** Good enough not to come back: a score of at least `SETTLED`. */
  readonly settled: boolean;
  /** Every option, in the order in which the player saw (or placed) them. */
  readonly options: readonly OptionResult[];
}

/**
 * An item comes back until its score is at least this: the general's answer in a judgement, or five things in order
 * but for two neighbours (0.8).
 */
export const SETTLED = 0.75;
