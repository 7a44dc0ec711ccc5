import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBatch } from '../../../src/player/delivery/batch.ts';
import { askedPause, pauseAfter } from '../../../src/player/delivery/pause.ts';
import { MOST_BATCH_BYTES, MOST_RECORD_BYTES, MOST_RECORDS } from '../../../src/wire/delivery.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';

const record = (letters: number, place = 0): StoredRecord => ({
  id: `id-${place}`,
  device: 'device',
  seq: place + 1,
  type: 'poll',
  schema: 1,
  payload: '鸭'.repeat(letters),
  payloadHash: '0',
  at: 0,
});
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

describe('a batch', () => {
  it('is never larger than a server takes, keeps the order, and leaves nothing out that fits', () => {
    assert(
      property(
        array(integer({ min: 0, max: 90_000 }), { maxLength: 70 }),
        integer({ min: 1, max: 60 }),
        (sizes, most) => {
          const pending = sizes.map(record);
          const { records, oversized } = packBatch(pending, most);
          const delivery = { version: 1, game: 'x'.repeat(40), records };
          expect(bytesOf(delivery)).toBeLessThanOrEqual(MOST_BATCH_BYTES);
          expect(records.length).toBeLessThanOrEqual(Math.min(most, MOST_RECORDS));
          const fitting = pending.filter((each) => bytesOf(each) + 1 <= MOST_RECORD_BYTES);
          expect(records).toEqual(fitting.slice(0, records.length));
          expect(oversized.every((each) => bytesOf(each) + 1 > MOST_RECORD_BYTES)).toBe(true);
          expect(records.length > 0).toBe(fitting.length > 0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the pause after a failure', () => {
  it('is anything up to a limit that doubles from one second to five minutes', () => {
    expect([1, 2, 3, 9, 10, 1000].map((failures) => pauseAfter(failures, 1))).toEqual([
      1000, 2000, 4000, 256_000, 300_000, 300_000,
    ]);
    expect(pauseAfter(5, 0)).toBe(0);
    expect(pauseAfter(5, 0.25)).toBe(4000);
  });
  it('comes after what the server asked for, which is believed up to an hour', () => {
    expect(askedPause(7)).toBe(7000);
    expect(askedPause(1e9)).toBe(3_600_000);
    expect(askedPause(-3)).toBe(0);
  });
});
