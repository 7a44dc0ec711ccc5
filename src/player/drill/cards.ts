import { createEmptyCard, fsrs, Rating, type Card, type Grade } from 'ts-fsrs';
import type { Cards, IdeaCard } from '../../quiz/index.ts';
import type { Review } from '../progress/progress.ts';

/** First tries at one idea that lie no further apart than this are one sitting, in milliseconds. */
export const SITTING_MS = 30 * 60_000;

/** All right, and within this time an answer: known without thinking, in milliseconds. */
export const AT_ONCE_MS = 10_000;

/**
 * FSRS-6 (Ye, Su and Cao, KDD 2022, and its later parameters, as `ts-fsrs` has them), aiming at 90 % remembered.
 * Without fuzz, so that the same reviews always give the same card; without its steps of minutes, because a drill
 * brings a wrong answer back by itself and nothing should be due again on the same day.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/**
 * What a sitting was worth: below ¼ Again (forgotten), below ¾ Hard, below full credit Good; full credit is Easy when
 * it took `AT_ONCE_MS` or less an answer, else Good. `score` from 0 to 1, `tookMs` the mean time of an answer.
 */
export function rateSitting(score: number, tookMs: number): Grade {
  if (score < 0.25) return Rating.Again;
  if (score < 0.75) return Rating.Hard;
  return score >= 1 && tookMs <= AT_ONCE_MS ? Rating.Easy : Rating.Good;
}

/** Makes the cards of all ideas that were ever asked. Reviews must be oldest first; the same reviews give the same cards. */
export function foldCards(reviews: Readonly<Record<string, readonly Review[]>>): Cards {
  return Object.fromEntries(
    Object.entries(reviews).flatMap(([idea, of]) => {
      const card = foldCard(of);
      return card === null ? [] : [[idea, card] as const];
    }),
  );
}

function foldCard(reviews: readonly Review[]): IdeaCard | null {
  let card: Card | undefined;
  let lastScore = 0;
  let lastAt = 0;
  for (const sitting of gatherSittings(reviews)) {
    const mean = (of: (review: Review) => number): number =>
      sitting.reduce((sum, review) => sum + of(review), 0) / sitting.length;
    lastScore = mean(({ score }) => score);
    lastAt = sitting.at(-1)?.at ?? lastAt;
    const rating = rateSitting(
      lastScore,
      mean(({ tookMs }) => tookMs),
    );
    ({ card } = scheduler.next(card ?? createEmptyCard(lastAt), lastAt, rating));
  }
  return card === undefined ? null : { due: card.due.getTime(), lastAt, stability: card.stability, lastScore };
}

function gatherSittings(reviews: readonly Review[]): readonly (readonly Review[])[] {
  const sittings: Review[][] = [];
  for (const review of reviews) {
    const last = sittings.at(-1);
    if (last !== undefined && review.at - (last.at(-1)?.at ?? 0) <= SITTING_MS) last.push(review);
    else sittings.push([review]);
  }
  return sittings;
}
