import * as fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { AT_ONCE_MS, foldCards, rateSitting, SITTING_MS } from '../../src/player/drill/cards.ts';
import type { Review } from '../../src/player/index.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 21, 12);
const review = (at: number, score: number, tookMs = 20_000): Review => ({ at, score, tookMs });
const cardOf = (...reviews: readonly Review[]) => foldCards({ idea: reviews })['idea'];

describe('cards', () => {
  it('rate a sitting by its score, and by time only when all of it was right', () => {
    expect([0, 0.24].map((score) => rateSitting(score, 1))).toEqual([Rating.Again, Rating.Again]);
    expect([0.25, 0.74].map((score) => rateSitting(score, 1))).toEqual([Rating.Hard, Rating.Hard]);
    expect([0.75, 0.99].map((score) => rateSitting(score, 1))).toEqual([Rating.Good, Rating.Good]);
    expect(rateSitting(1, AT_ONCE_MS)).toBe(Rating.Easy);
    expect(rateSitting(1, AT_ONCE_MS + 1)).toBe(Rating.Good);
  });

  it('come back after days, later the better they are known, and later again each time', () => {
    const daysUntil = (score: number, tookMs?: number): number =>
      ((cardOf(review(NOON, score, tookMs))?.due ?? 0) - NOON) / DAY;
    const first = [daysUntil(0), daysUntil(0.5), daysUntil(0.8), daysUntil(1, 1000)];
    expect(first).toEqual(first.toSorted((a, b) => a - b));
    expect(first[0]).toBeGreaterThanOrEqual(1);
    expect(first[3]).toBeGreaterThan(first[0] as number);
    const once = cardOf(review(NOON, 1));
    const twice = cardOf(review(NOON, 1), review(once?.due ?? 0, 1));
    expect((twice?.due ?? 0) - (once?.due ?? 0)).toBeGreaterThan((once?.due ?? 0) - NOON);
  });

  it('take the answers of one sitting together', () => {
    const both = cardOf(review(NOON, 0), review(NOON + SITTING_MS, 1));
    expect(both).toEqual({ ...cardOf(review(NOON + SITTING_MS, 0.5)) });
    expect(cardOf(review(NOON, 0), review(NOON + SITTING_MS + 1, 1))).not.toEqual(both);
  });

  it('are the same for the same reviews, whenever they are folded', () => {
    const reviews = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 400 * DAY }), fc.constantFrom(0, 0.25, 0.5, 0.75, 1)), {
        maxLength: 12,
      })
      .map((all) => all.map(([at, score]) => review(NOON + at, score)).toSorted((a, b) => a.at - b.at));
    fc.assert(
      fc.property(reviews, (all) => {
        const once = foldCards({ idea: all });
        expect(foldCards({ idea: all })).toEqual(once);
        const due = once['idea']?.due ?? Number.NaN;
        expect(Object.keys(once)).toHaveLength(Math.min(1, all.length));
        expect(due >= (all.at(-1)?.at ?? 0) + DAY).toBe(all.length > 0);
      }),
    );
  });
});
