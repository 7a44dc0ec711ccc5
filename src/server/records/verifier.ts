/** Checks what a device says that it earned: plays the run again, scores the answers again. Only this result counts. */
import type { Outcome } from '../../kernel/act.ts';
import type { Mark } from '../../wire/delivery.ts';
import type { Attempt, Answer, Examination, KeptResult } from '../../wire/records/records.ts';

export type Checked<Result> =
  | { readonly ok: true; readonly result: Result }
  /** `detail` is English, for the log and the manager's page of marked runs. */
  | { readonly ok: false; readonly mark: Mark; readonly detail: string };

export interface CheckedRun {
  readonly outcome: Outcome;
  /** Fingerprint of act, rules, parameters, seed and intents: the same run delivered twice has the same. */
  readonly runHash: string;
  readonly seconds: number;
  /** Whether the bet was right, settled by the server; null when there was none. */
  readonly betRight: boolean | null;
}
export interface CheckedExamination {
  readonly scores: readonly number[];
  readonly result: KeptResult;
}

export interface Verifier {
  checkAttempt(attempt: Attempt): Promise<Checked<CheckedRun>>;
  checkAnswer(answer: Answer): Promise<Checked<{ readonly score: number }>>;
  checkExamination(examination: Examination): Promise<Checked<CheckedExamination>>;
  /** Rules versions that can be played again, by act. */
  readonly rules: Readonly<Record<string, readonly number[]>>;
  close(): Promise<void>;
}
