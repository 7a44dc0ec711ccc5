/** What a thread is sent, and what it answers. */
import type { Attempt, Examination } from '../../../wire/records/records.ts';
import type { Checked, CheckedExamination, CheckedRun } from '../verifier.ts';

export type Task =
  | { readonly check: 'attempt'; readonly attempt: Attempt }
  | { readonly check: 'examination'; readonly examination: Examination };

export type TaskResult = Checked<CheckedRun> | Checked<CheckedExamination>;

/** First `ready`, when everything is loaded; then one `done` or `fault` for every task. */
export type Report =
  | { readonly say: 'ready' }
  | { readonly say: 'done'; readonly result: TaskResult }
  /** The check itself fell over, which no input may bring about. */
  | { readonly say: 'fault'; readonly reason: string };
