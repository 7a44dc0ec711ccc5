import type { History } from '../../quiz/index.ts';
import type { Attempt } from '../log/records.ts';

/** What the log says about one act. */
export interface ActProgress {
  /** Runs played to the end. */
  readonly attempts: number;
  /** Highest score, and the series of that run. */
  readonly best: { readonly score: number; readonly series: readonly number[]; readonly id: string };
  readonly lastAttempt: { readonly id: string; readonly at: number; readonly attempt: Attempt };
  readonly betsSettled: number;
  readonly betsRight: number;
}

/** What the log says about one idea. */
export interface IdeaProgress {
  readonly answers: number;
  /** Mean score of the latest answer to each of its items, from 0 to 1. */
  readonly standing: number;
  /** None of its items answered so far is due to come back. */
  readonly settled: boolean;
}

/** The fold of the log. The same records in any order give the same progress. */
export interface Progress {
  /** True when the whole log is in it. */
  readonly complete: boolean;
  readonly acts: Readonly<Record<string, ActProgress>>;
  readonly ideas: Readonly<Record<string, IdeaProgress>>;
  /** Per act, what `chooseDebrief` wants to know. */
  readonly history: Readonly<Record<string, History>>;
  /** Latest bet per act. */
  readonly bets: Readonly<Record<string, { readonly question: string; readonly choice: string; readonly at: number }>>;
  readonly poll: { readonly question: string; readonly choice: string; readonly at: number } | null;
}

/** What an empty log says. */
export const NO_PROGRESS: Progress = { complete: false, acts: {}, ideas: {}, history: {}, bets: {}, poll: null };
