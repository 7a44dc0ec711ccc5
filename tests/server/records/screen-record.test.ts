import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { screenRecord } from '../../../src/server/records/screen-record.ts';
import { makeDevice } from './device.ts';

const device = makeDevice(() => new Date(Date.UTC(2026, 10, 22)));
const record = device.write({ type: 'poll', payload: { question: 'q', choice: 'c' } });

const Text = fc.string({ unit: 'binary' });
const Json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    Text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(Text, fc.constantFrom(...Object.keys(record), '__proto__')), tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('the first look at a record', () => {
  it('takes an honest one as it is', () => {
    expect(screenRecord(record)).toEqual({ ok: true, read: { stored: record, record } });
  });

  it('never throws, and always names a reason, whatever comes', () => {
    fc.assert(
      fc.property(Json, (raw) => {
        const screened = screenRecord(raw);
        expect(screened.ok || ['rejected', 'later'].includes(screened.receipt.status)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a record with one field changed by chance', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(record)), Json, (field, value) => {
        const screened = screenRecord({ ...record, [field]: value });
        // Another number, time, device or id is another record; what is earned may not differ.
        const earned = screened.ok ? screened.read.record.payload : record.payload;
        expect(earned).toEqual(record.payload);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks into depth without following it', () => {
    for (const depth of [25, 100, 120_000]) {
      const raw: unknown = JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
      expect(screenRecord(raw)).toMatchObject({ ok: false, receipt: { status: 'rejected', reason: 'malformed' } });
      expect(screenRecord({ ...record, payload: raw })).toMatchObject({ ok: false, receipt: { id: record.id } });
    }
  });
});
