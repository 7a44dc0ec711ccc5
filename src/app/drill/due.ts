/** What is due today: the cards of the log, looked at as of the end of the day, so that the hour makes no difference. */
import { foldCards } from '../../player/drill/cards.ts';
import type { Progress } from '../../player/index.ts';
import { findDue, type Cards } from '../../quiz/index.ts';

export interface DueToday {
  readonly cards: Cards;
  /** Ideas to be asked, the longest overdue first. */
  readonly due: readonly string[];
  /** The end of today, in milliseconds since 1970. */
  readonly until: number;
}

/** `now`: milliseconds since 1970. */
export function findDueToday(progress: Progress, now: number): DueToday {
  const cards = foldCards(progress.reviews);
  const until = new Date(now).setHours(23, 59, 59, 999);
  return { cards, due: findDue(cards, until), until };
}
