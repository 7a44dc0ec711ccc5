import { RANKS, type Item, type Rank } from '../items/item.ts';

/** Scores are sums of fractions; this much is forgiven to their rounding. */
const ROUNDING = 1e-9;
/** Categories of every kind with partial credit but the judgement: below half, half or more, all. */
const PARTIAL_WORTHS: readonly number[] = [0, 0.5, 1];

/**
 * The categories into which the model sorts an item's answers, each by what it is worth (0 to 1), lowest first:
 * - single choice: wrong, right;
 * - graded judgement: one for each rank that its options show, worth its place among the five;
 * - all other kinds: less than half of the credit, half or more, all of it (for three things to order or to match: less
 *   than a third, a third or more, all). Finer categories would promise more information than such answers carry: their
 *   parts hang together, and one slip often costs two of them.
 */
export function categoryWorths(item: Item): readonly number[] {
  if (item.kind === 'single-choice') return [0, 1];
  if (item.kind !== 'graded-judgement') return PARTIAL_WORTHS;
  return shownRanks(item.key).map((rank) => rank / (RANKS.length - 1));
}

/** The category of an answer with this score (0 to 1). */
export function categoryOf(item: Item, score: number): number {
  const marks = marksOf(item);
  let category = 0;
  while (category < marks.length && score >= (marks[category] as number) - ROUNDING) category++;
  return category;
}

/** The least score of every category but the lowest. */
function marksOf(item: Item): readonly number[] {
  if (item.kind === 'single-choice' || item.kind === 'graded-judgement') return categoryWorths(item).slice(1);
  return isOfThree(item) ? [1 / 3, 1] : [0.5, 1];
}

/**
 * Three things to order, or to pair with three places: no answer earns half, since the first slip costs two thirds.
 */
function isOfThree(item: Item): boolean {
  if (item.options.length !== 3) return false;
  if (item.kind === 'matching') return item.places.length === 3;
  return item.kind === 'ordering' || (item.kind === 'cloze' && item.gaps.length === 3);
}

/** Numbers (0 to 4) of the ranks that a judgement's options show, each once, lowest first. */
export function shownRanks(key: Readonly<Record<string, Rank>>): readonly number[] {
  const shown = new Set(Object.values(key));
  return RANKS.flatMap((rank, number) => (shown.has(rank) ? [number] : []));
}
