import * as v from 'valibot';

import { VisitSchema, type Visit, type VisitReceipt } from '../../wire/kiosk.ts';
import { canonicalJson } from '../../wire/records/canonical.ts';
import type { KeyRing } from '../grounds.ts';
import { nameOf, screenRecord, type ReadableRecord } from '../records/screen-record.ts';

/** A visit whose form holds, with those of its records that can be read. */
export interface ReadVisit extends Omit<Visit, 'records'> {
  readonly records: readonly ReadableRecord[];
  /** Of all of it, by the server's key: it would else help to guess the claim's code from a stolen database. */
  readonly fingerprint: Buffer;
}

export type VisitRead =
  | { readonly ok: true; readonly visit: ReadVisit }
  | { readonly ok: false; readonly receipt: VisitReceipt };

/** What a visitor does at a kiosk. */
const TYPES: ReadonlySet<string> = new Set(['attempt', 'examination']);

/**
 * Reads one visit as it came. Records that cannot be read, are of another type, or stand there twice are left out, and do
 * not spoil the others; a record of a newer game makes the visit wait. Never throws, whatever it is given.
 */
export function readVisit(keys: Pick<KeyRing, 'mark'>, raw: unknown): VisitRead {
  const { id } = nameOf(raw);
  const parsed = v.safeParse(VisitSchema, raw);
  if (!parsed.success) return { ok: false, receipt: { id, status: 'refused' } };
  const { records: sent, ...rest } = parsed.output;
  const records: ReadableRecord[] = [];
  for (const each of sent) {
    const screened = screenRecord(each);
    if (!screened.ok) {
      if (screened.receipt.status === 'later') return { ok: false, receipt: { id, status: 'later' } };
      continue;
    }
    const { stored } = screened.read;
    if (TYPES.has(stored.type) && records.every((other) => other.stored.id !== stored.id)) records.push(screened.read);
  }
  if (records.length === 0 && sent.length > 0) return { ok: false, receipt: { id, status: 'refused' } };
  const text = canonicalJson({ ...rest, records: records.map(({ stored }) => stored) });
  return { ok: true, visit: { ...rest, records, fingerprint: keys.mark('visit', text) } };
}
