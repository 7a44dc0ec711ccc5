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
  /**
   * Names the run: 16 hexadecimal digits of the act, its rules and the last link of the chain of fingerprints. Two
   * replays that give the same run have the same, whatever intents without effect or disguised seed they carry.
   */
  readonly runHash: string;
  /** Length by its ticks, at full speed. */
  readonly seconds: number;
  /** Whether it is of a kiosk's cut of the act; only such runs stand on the board of an event. */
  readonly isKioskCut: boolean;
  /** Whether the bet was right, settled by the server; null when there was none. */
  readonly betRight: boolean | null;
}
export interface CheckedExamination {
  /** Score of each answer, in order. */
  readonly scores: readonly number[];
  readonly result: KeptResult;
}

/**
 * Each check rejects with `Refusal` `tooMany` when this asker, or all together, have too many waiting, and with another
 * error when the threads cannot work: then nothing is known about the record, and it must be delivered again.
 * `asker` is who waits (a player's id): askers take turns, so that one cannot keep the others waiting.
 */
export interface Verifier {
  checkAttempt(attempt: Attempt, asker: string): Promise<Checked<CheckedRun>>;
  checkAnswer(answer: Answer): Promise<Checked<{ readonly score: number }>>;
  checkExamination(examination: Examination, asker: string): Promise<Checked<CheckedExamination>>;
  /** Rules versions that can be played again, by act. */
  readonly rules: Readonly<Record<string, readonly number[]>>;
  /** Makes ready for the first run, which would else wait a second for its thread. Not every verifier has threads. */
  warm?(): void;
  close(): Promise<void>;
}
