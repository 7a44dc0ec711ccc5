/** Where the statements for a learning record store are made: in the transaction that keeps the results. */
import type { Kysely, Transaction } from 'kysely';
import type { LogRecord } from '../../wire/records/records.ts';
import type { Tables } from '../database/tables.ts';
import type { CheckedExamination, CheckedRun } from './verifier.ts';

/** What the server found when it checked a record that counts. */
export type Finding =
  | { readonly type: 'attempt'; readonly run: CheckedRun }
  | { readonly type: 'answer'; readonly score: number }
  | { readonly type: 'examination'; readonly examination: CheckedExamination }
  | { readonly type: 'poll' | 'bet' };

/** A record that counts from now on, with the server's own findings. */
export interface CountedRecord {
  readonly record: LogRecord;
  readonly finding: Finding;
  /** When it happened, as the projections keep it: by the device's clock, never later than it arrived. */
  readonly at: Date;
}

export interface StatementsWanted {
  readonly player: string;
  readonly team: string;
  readonly counted: readonly CountedRecord[];
  readonly now: Date;
}

/**
 * Writes rows of `statement` through the executor given, and through no other: it runs inside the transaction of the
 * delivery. Must not throw for want of a configured store; without one it writes nothing.
 */
export type WriteStatements = (
  executor: Transaction<Tables> | Kysely<Tables>,
  wanted: StatementsWanted,
) => Promise<void>;

export const writeNoStatements: WriteStatements = async () => {};
