/**
 * How a device hands its records over. `POST /api/deliveries` with a batch; the answer has a receipt for every record
 * of the batch, and for every later one that this server already has from this device, so a lost answer heals.
 */
import * as v from 'valibot';
import type { StoredRecord } from './records/read-record.ts';

/** Most records in one batch. */
export const MOST_RECORDS = 50;
/** Most bytes of one batch as JSON; a single larger record is refused by its receipt. */
export const MOST_BATCH_BYTES = 256 * 1024;
/** Most bytes of one record as JSON: the longest replay of the built acts is well below. */
export const MOST_RECORD_BYTES = 200 * 1024;

export interface Delivery {
  /** Version of this form. */
  readonly version: 1;
  /** The version of the game that delivers, for the log of an outdated client. */
  readonly game: string;
  readonly records: readonly StoredRecord[];
}

/** The envelope only: each record is judged by itself, so that one broken record cannot hold up the others. */
export const DeliverySchema = v.strictObject({
  version: v.literal(1),
  game: v.pipe(v.string(), v.maxLength(40)),
  records: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_RECORDS)),
});

/** Why a kept record does not count, or why one was refused. Each has a text `server.<reason>` in every language. */
export const MARKS = [
  /** The run played again parts from its fingerprints, or comes to another score. */
  'forged',
  /** The replay breaks the act's rules or limits. */
  'impossible',
  /** The rules' version is not one that this server runs. */
  'otherRules',
  /** The answers do not fit the bank's items, or come to another score. */
  'otherBank',
  /** The same run was delivered before under another name. */
  'copied',
  /** Playing it again took longer than is allowed. */
  'tooLong',
] as const;
export type Mark = (typeof MARKS)[number];

export const REFUSALS = [
  /** The record is not of its form, or its fingerprint does not fit. */
  'malformed',
  /** Another record came under this id or number. */
  'conflict',
  /** Larger than `MOST_RECORD_BYTES`. */
  'tooLarge',
  /** Written by a device that was erased, before the erasure. */
  'erased',
] as const;
export type RecordRefusal = (typeof REFUSALS)[number];

/** What became of one record. Once given it stays the same. */
export type DeliveryReceipt = {
  readonly id: string;
  readonly payloadHash: string;
} & (
  | { readonly status: 'accepted'; readonly counted: true }
  /** Kept and shown to the manager as marked, but it counts for nothing. */
  | { readonly status: 'accepted'; readonly counted: false; readonly mark: Mark }
  /** Not kept; sending it again gives the same. */
  | { readonly status: 'rejected'; readonly reason: RecordRefusal }
  /** Written by a newer game than this server's: keep it and send it again later. */
  | { readonly status: 'later' }
);

export interface DeliveryAnswer {
  readonly receipts: readonly DeliveryReceipt[];
  /** Rules versions that this server runs, by act: a page with other ones tells the player to reload. */
  readonly rules: Readonly<Record<string, readonly number[]>>;
}

/** `GET /api/records?after=N`: what the player's other devices delivered, oldest first by the server's order. */
export interface RecordsPage {
  readonly records: readonly StoredRecord[];
  /** Give it as `after` the next time; the same as was given when there was nothing new. */
  readonly upTo: number;
  /** Whether there is more to be read now. */
  readonly more: boolean;
}
