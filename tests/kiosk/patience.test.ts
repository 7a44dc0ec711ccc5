import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  grantMore,
  MORE_TIME,
  noteInput,
  noteSearch,
  passTime,
  PATIENT,
  secondsLeft,
  type Limits,
  type Patience,
} from '../../src/kiosk/idle/patience.ts';

const LIMITS: Limits = { idleMs: 75_000, answerMs: 30_000 };
const asked = passTime(PATIENT, LIMITS.idleMs, LIMITS);

describe('patience', () => {
  it('K3 asks when the time without input is over, and not before', () => {
    expect(passTime(PATIENT, LIMITS.idleMs - 1, LIMITS).asking).toBe(false);
    expect(asked).toMatchObject({ asking: true, gone: false, waitedMs: 0 });
  });

  it('K3 gives up only after the whole time to answer', () => {
    expect(secondsLeft(asked, LIMITS)).toBe(30);
    expect(passTime(asked, LIMITS.answerMs - 1, LIMITS).gone).toBe(false);
    expect(passTime(asked, LIMITS.answerMs, LIMITS).gone).toBe(true);
  });

  it('K3 multiplies by ten for whoever asks for more time', () => {
    const more = grantMore(asked);
    expect(more).toMatchObject({ asking: false, factor: MORE_TIME });
    expect(MORE_TIME).toBeGreaterThanOrEqual(10);
    expect(passTime(more, LIMITS.idleMs * 10 - 1, LIMITS).asking).toBe(false);
    expect(passTime(more, LIMITS.idleMs * 10, LIMITS).asking).toBe(true);
  });

  it('begins anew with every input, and keeps the question for who is on the way to its buttons', () => {
    expect(noteInput(asked)).toMatchObject({ asking: false, waitedMs: 0 });
    const late = passTime(asked, 20_000, LIMITS);
    expect(noteSearch(late)).toMatchObject({ asking: true, waitedMs: 0 });
  });

  it('K18 gives nobody up unasked, however much time has gone by at once', () => {
    expect(passTime(PATIENT, 86_400_000, LIMITS)).toMatchObject({ asking: true, gone: false, waitedMs: 0 });
    expect(passTime(asked, -5000, LIMITS)).toBe(asked);
  });

  it('never leaves less than the time to answer between the question and the end, and changes nothing after it', () => {
    const happening = fc.oneof(
      fc.integer({ min: 0, max: 200_000 }),
      fc.constantFrom('input' as const, 'search' as const, 'more' as const),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (list) => {
        let now: Patience = PATIENT;
        let clock = 0;
        let askedAt = Infinity;
        /** Milliseconds from the question to the end, once it has come to that. */
        let answerMs = Infinity;
        let movedAfterwards = false;
        for (const one of list) {
          const before = now;
          if (typeof one === 'number') clock += one;
          now = happen(now, one);
          if (now.asking && !before.asking) askedAt = clock;
          if (now.gone && !before.gone) answerMs = clock - askedAt;
          movedAfterwards ||= before.gone && now !== before;
        }
        expect(answerMs).toBeGreaterThanOrEqual(LIMITS.answerMs);
        expect(movedAfterwards).toBe(false);
      }),
    );
  });
});

function happen(patience: Patience, one: number | 'input' | 'search' | 'more'): Patience {
  if (one === 'input') return noteInput(patience);
  if (one === 'search') return noteSearch(patience);
  if (one === 'more') return grantMore(patience);
  return passTime(patience, one, LIMITS);
}
