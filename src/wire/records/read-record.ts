import * as v from 'valibot';
import { pathOf } from '../../quiz/index.ts';
import { hashPayload } from './canonical.ts';
import { climb, currentSchema, LADDERS, type Step } from './migrate.ts';
import { PAYLOADS } from './payloads.ts';
import type { LogRecord, RecordType } from './records.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const Envelope = v.object({
  id: v.pipe(v.string(), v.regex(UUID, 'is no UUID')),
  device: v.pipe(v.string(), v.regex(UUID, 'is no UUID')),
  seq: v.pipe(v.number(), v.safeInteger('is no whole number'), v.minValue(1, 'is below 1')),
  type: v.string(),
  schema: v.pipe(v.number(), v.safeInteger('is no whole number'), v.minValue(1, 'is below 1')),
  payload: v.unknown(),
  payloadHash: v.string(),
  at: v.pipe(v.number(), v.finite('is not finite')),
});

/** A record as it lies in the store or in a file: its payload may be of any version. */
export type StoredRecord = v.InferOutput<typeof Envelope>;

export type ReadResult =
  | { readonly ok: true; readonly stored: StoredRecord; readonly record: LogRecord }
  | {
      readonly ok: false;
      /** `future`: written by a newer version of the game; it may become readable. */
      readonly why: 'corrupt' | 'future';
      /** Below the record; empty for the whole of it. */
      readonly path: string;
      readonly reason: string;
    };

/** Reads one record from outside: checks its form and its fingerprint, and brings its payload up to date. Never throws. */
export function readRecord(raw: unknown, ladders: Readonly<Record<RecordType, readonly Step[]>> = LADDERS): ReadResult {
  const envelope = v.safeParse(Envelope, raw);
  if (!envelope.success) return refuse('corrupt', envelope.issues);
  const stored = envelope.output;
  if (hashPayload(stored.payload) !== stored.payloadHash)
    return { ok: false, why: 'corrupt', path: 'payloadHash', reason: 'does not fit the payload' };
  if (!isRecordType(stored.type))
    return { ok: false, why: 'future', path: 'type', reason: `the type "${stored.type}" is not known` };
  const ladder = ladders[stored.type];
  if (stored.schema > currentSchema(ladder))
    return {
      ok: false,
      why: 'future',
      path: 'schema',
      reason: `version ${stored.schema} is newer than ${currentSchema(ladder)}`,
    };
  let climbed: unknown;
  try {
    climbed = climb(ladder, stored.schema, stored.payload);
  } catch (error) {
    return { ok: false, why: 'corrupt', path: 'payload', reason: `cannot be brought up to date: ${String(error)}` };
  }
  const payload = v.safeParse(PAYLOADS[stored.type], climbed);
  if (!payload.success) return refuse('corrupt', payload.issues, 'payload');
  const record = { ...stored, schema: currentSchema(ladder), payload: payload.output } as LogRecord;
  return { ok: true, stored, record };
}

/** What is wrong with a payload that is about to be written; null when nothing is. */
export function findPayloadFault(type: RecordType, payload: unknown): { path: string; reason: string } | null {
  const result = v.safeParse(PAYLOADS[type], payload);
  if (result.success) return null;
  const { path, reason } = refuse('corrupt', result.issues, 'payload');
  return { path, reason };
}

function refuse(
  why: 'corrupt' | 'future',
  [issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
  below?: string,
): Extract<ReadResult, { ok: false }> {
  const steps = [...(below === undefined ? [] : [{ key: below }]), ...(issue.path ?? [])];
  return { ok: false, why, path: pathOf(steps), reason: issue.message };
}

function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(PAYLOADS, type);
}
