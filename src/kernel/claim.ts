/**
 * What an act says about its strategies, as data and a pure evaluation over collected runs, so that a script, a test
 * and the act's document say the same.
 */
import type { TextRef, Outcome } from './act.ts';

/** Outcomes of one bot on the seeds of a sample, in the order of the seeds (which are the same for every bot). */
export type OutcomesByBot<Result extends Outcome = Outcome> = Readonly<Record<string, readonly Result[]>>;

/** What a claim came to on a sample of runs. */
export interface Finding {
  /** Whether the bound on the claim's side, not only the estimate, is on the right side of `threshold`. */
  readonly holds: boolean;
  readonly estimate: number;
  /** The two-sided 99 % bound of the estimate. */
  readonly lower: number;
  readonly upper: number;
  /** What the bound has to reach. */
  readonly threshold: number;
  /** Share of the seeds on which the claim's sentence is true of that one run, 0 to 1. */
  readonly share: number;
}

export interface Claim<Result extends Outcome = Outcome> {
  readonly id: string;
  /** The sentence, in English: for the script, the tests and the act's document. */
  readonly sentence: string;
  /** What the estimate measures, with its unit. */
  readonly measure: string;
  /** The bots whose runs it needs. */
  readonly bots: readonly string[];
  /** Judges the claim on the outcomes of its bots; every list must have the same length, at least 2. */
  evaluate(outcomes: OutcomesByBot<Result>): Finding;
}

/** A strategy that the reveal draws and "watch the other way" plays. */
export interface Strategy {
  /** Name of the bot in `Act.bots`. */
  readonly bot: string;
  readonly text: TextRef;
}

/** How something grows with one parameter, all others as in the act: a table for the script and the act's document. */
export interface Sweep<Result extends Outcome = Outcome> {
  /** Stable name: the document's block is called `sweep-<id>`. */
  readonly id: string;
  /** What the table shows, in English. */
  readonly sentence: string;
  readonly parameter: string;
  readonly values: readonly number[];
  readonly bots: readonly string[];
  /** `evaluate` is given the outcomes of the bots at one value; `digits` after the point. */
  readonly columns: readonly {
    readonly heading: string;
    readonly digits: number;
    evaluate(outcomes: OutcomesByBot<Result>): Pick<Finding, 'estimate' | 'lower' | 'upper'>;
  }[];
}

/** What every `src/acts/<act>/rules/claims.ts` exports. */
export interface ActClaims {
  readonly claims: readonly Claim[];
  readonly sweeps?: readonly Sweep[];
}
