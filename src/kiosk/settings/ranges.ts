import { MOST_DAYS_AHEAD } from '../../wire/kiosk.ts';

/** What an organiser may choose, from where to where; seconds and days are whole numbers. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly usual: number;
}

export const RANGES = {
  idleSeconds: { from: 30, to: 600, usual: 75 },
  /** WCAG 2.2, 2.2.1: never less than twenty seconds to answer. */
  answerSeconds: { from: 20, to: 120, usual: 30 },
  resultSeconds: { from: 45, to: 300, usual: 60 },
  keepDays: { from: 1, to: 90, usual: 30 },
  /** From today to the event's last day; a server takes no event that ends later. */
  daysAhead: { from: 0, to: MOST_DAYS_AHEAD, usual: 0 },
} as const satisfies Readonly<Record<string, Range>>;

export const TEXT_SIZES = [1, 1.25, 1.5] as const;
export const USUAL_VOLUME = 0.6;
