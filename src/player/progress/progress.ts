import type { History } from '../../quiz/index.ts';
import type { Attempt, KeptResult } from '../../wire/records/records.ts';

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

/** One first try at an item, as a trace of how well its idea is remembered. */
export interface Review {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** From 0 to 1. */
  readonly score: number;
  /** From the item's first sight to the answer, in milliseconds. */
  readonly tookMs: number;
}

/** An examination that was finished. */
export interface ExaminationProgress {
  /** Id of its record. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly result: KeptResult;
}

/** The fold of the log. The same records in any order give the same progress. */
export interface Progress {
  /** True when the whole log is in it. */
  readonly complete: boolean;
  readonly acts: Readonly<Record<string, ActProgress>>;
  readonly ideas: Readonly<Record<string, IdeaProgress>>;
  /** What is remembered of every item ever answered, whichever way it was met. */
  readonly history: History;
  /** The same per act, from its debriefs only: what an act's seals go by. */
  readonly debriefs: Readonly<Record<string, History>>;
  /** Per idea, oldest first; what the drill's cards are made of (`src/player/drill`). */
  readonly reviews: Readonly<Record<string, readonly Review[]>>;
  /** Oldest first; the last one is the rank that counts. */
  readonly examinations: readonly ExaminationProgress[];
  /** Latest bet per act. */
  readonly bets: Readonly<Record<string, { readonly question: string; readonly choice: string; readonly at: number }>>;
  readonly poll: { readonly question: string; readonly choice: string; readonly at: number } | null;
}

/** What an empty log says. */
export const NO_PROGRESS: Progress = {
  complete: false,
  acts: {},
  ideas: {},
  history: {},
  debriefs: {},
  reviews: {},
  examinations: [],
  bets: {},
  poll: null,
};
