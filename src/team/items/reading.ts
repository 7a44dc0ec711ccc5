/** What the two figures of a question mean, for somebody who never heard of test theory. */
import type { ItemsReport } from '../../wire/team.ts';

const READINGS = ['few', 'reversed', 'hard', 'flat', 'easy', 'plain', 'good'] as const;
export type Reading = (typeof READINGS)[number];

/** With fewer first answers than this a share says next to nothing: one answer moves it by ten points or more. */
const FEWEST = 10;
/** Below this, a question hardly tells strong from weak (Ebel and Frisbie's usual bound). */
const FLAT = 0.2;
/** Fewer right than this: most of the team does not know it. More right than `EASY`: hardly anybody fails. */
const HARD = 0.35;
const EASY = 0.92;

/** The most telling thing about a question; `facility` from 0 to 1, `discrimination` from −1 to 1. */
export function readItem(item: Pick<ItemsReport['items'][number], 'answers' | 'facility' | 'discrimination'>): Reading {
  if (item.answers < FEWEST) return 'few';
  // As it is shown, with two places: what reads as 0.00 is not below 0.
  if (item.discrimination !== null && Math.round(item.discrimination * 100) < 0) return 'reversed';
  if (item.facility < HARD) return 'hard';
  if (item.facility > EASY) return 'easy';
  if (item.discrimination === null) return 'plain';
  return item.discrimination < FLAT ? 'flat' : 'good';
}

/** Hardest first; those with too few answers to say anything come last. */
export function orderItems<Told extends Pick<ItemsReport['items'][number], 'answers' | 'facility'>>(
  items: readonly Told[],
): readonly Told[] {
  const isTold = ({ answers }: Told): number => (answers < FEWEST ? 1 : 0);
  return items.toSorted((a, b) => isTold(a) - isTold(b) || a.facility - b.facility);
}
