/** The first look at one record from outside, before anything walks through it that could lose its way. */
import { MOST_RECORD_BYTES, type DeliveryReceipt, type RecordRefusal } from '../../wire/delivery.ts';
import { readRecord, type StoredRecord } from '../../wire/records/read-record.ts';
import type { LogRecord } from '../../wire/records/records.ts';

/** Far more than any record has (nine), far less than what makes a recursive function run out of stack. */
const MOST_DEPTH = 20;
/** The column's range. */
const MOST_SEQ = 2_147_483_647;
/** Names that reach an object's machinery when something is copied by name. No record has them. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
/** What the databases refuse to keep in JSON: the null character, and halves of characters. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

export interface ReadableRecord {
  /** As it was sent, to be kept and handed on. */
  readonly stored: StoredRecord;
  /** Brought up to date, to be checked. */
  readonly record: LogRecord;
}

export type Screened =
  | { readonly ok: true; readonly read: ReadableRecord }
  | { readonly ok: false; readonly receipt: DeliveryReceipt };

/** Judges form, size and fingerprint. Never throws, whatever it is given. */
export function screenRecord(raw: unknown): Screened {
  const refuse = (reason: RecordRefusal): Screened => ({
    ok: false,
    receipt: { ...nameOf(raw), status: 'rejected', reason },
  });
  if (!isKeepable(raw)) return refuse('malformed');
  if (Buffer.byteLength(JSON.stringify(raw)) > MOST_RECORD_BYTES) return refuse('tooLarge');
  const read = readRecord(raw);
  if (read.ok)
    return read.stored.seq > MOST_SEQ
      ? refuse('malformed')
      : { ok: true, read: { stored: read.stored, record: read.record } };
  if (read.why === 'future') return { ok: false, receipt: { ...nameOf(raw), status: 'later' } };
  return refuse('malformed');
}

/** Whether a value from `JSON.parse` is shallow, has no forbidden names, and texts that can be kept. Does not recurse. */
function isKeepable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) return false;
    const below: unknown[] = [];
    for (const each of level) {
      if (typeof each === 'string' && UNKEEPABLE.test(each)) return false;
      if (typeof each !== 'object' || each === null) continue;
      if (!Array.isArray(each) && Object.keys(each).some((name) => FORBIDDEN_NAMES.has(name) || UNKEEPABLE.test(name)))
        return false;
      for (const inner of Object.values(each) as unknown[]) below.push(inner);
    }
    level = below;
  }
  return true;
}

/** The names by which the device will look for its receipt, as far as they can be read. */
export function nameOf(raw: unknown): Pick<DeliveryReceipt, 'id' | 'payloadHash'> {
  const { id, payloadHash } = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  return { id: shorten(id), payloadHash: shorten(payloadHash) };
}

function shorten(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 100) : '';
}
