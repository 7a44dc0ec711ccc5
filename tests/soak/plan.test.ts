import { describe, expect, test } from 'vitest';

import { BORNE, ENDING, planSessions, type PlannedSession } from '../../scripts/soak/plan.ts';

function plan(seed: number, count: number): readonly PlannedSession[] {
  const sessions: PlannedSession[] = [];
  for (const session of planSessions(seed)) {
    if (sessions.push(session) === count) break;
  }
  return sessions;
}

describe('the plan of a soak', () => {
  test('is the same for the same seed and another for another', () => {
    expect(plan(1, 50)).toEqual(plan(1, 50));
    expect(plan(1, 50)).not.toEqual(plan(2, 50));
  });

  test('kills the browser first, and then lets it live for hundreds of sessions', () => {
    for (const seed of [1, 2, 3]) {
      const kinds = plan(seed, 390).map(({ faults }) => faults.map(({ kind }) => kind));
      expect(kinds.slice(0, ENDING.length)).toEqual(ENDING.map((kind) => [kind]));
      const later = new Set(kinds.slice(ENDING.length).flat());
      expect(ENDING.some((kind) => later.has(kind))).toBe(false);
    }
  });

  test('has every fault within the first dozen sessions, and each as often as the others, but new versions', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const early = plan(seed, ENDING.length + BORNE.length).flatMap(({ faults }) => faults.map(({ kind }) => kind));
      for (const kind of [...BORNE, ...ENDING]) expect(early).toContain(kind);
      const often = BORNE.filter((kind) => kind !== 'updateWaits');
      const counts = often.map(
        (kind) => plan(seed, 300).filter(({ faults }) => faults.some((fault) => fault.kind === kind)).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3);
    }
  });

  test('lets the page grow old between two new versions, and never for long without one', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const updates = plan(seed, 800).filter(({ faults }) => faults.some(({ kind }) => kind === 'updateWaits'));
      const gaps = updates.slice(1).map(({ number }, at) => number - (updates[at]?.number ?? 0));
      expect(gaps.length).toBeGreaterThanOrEqual(4);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(112);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(140);
    }
  });

  test('lets nobody walk away before the fault that is meant for them', () => {
    const late = plan(7, 400).filter(({ faults }) => faults.some(({ at }) => at === 'play' || at === 'result'));
    expect(late.length).toBeGreaterThan(100);
    expect(new Set(late.map(({ leavesAt }) => leavesAt))).toEqual(new Set([null, 'result']));
  });

  test('has visitors who walk away and visitors who stay', () => {
    const leaving = plan(3, 400).filter(({ leavesAt }) => leavesAt !== null).length;
    expect(leaving).toBeGreaterThan(80);
    expect(leaving).toBeLessThan(280);
  });
});
