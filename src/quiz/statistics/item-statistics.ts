/**
 * Classical item statistics, by Moodle's formulas (docs.moodle.org, "Quiz statistics calculations"; its
 * `question/classes/statistics/questions/calculator.php`). All variances and covariances divide by n − 1.
 *
 * Moodle's quizzes ask everybody the same questions; ours need not. So the total of the other questions is taken as a
 * share of what could be had on them. When everybody was asked the same, that only scales the total, and every figure
 * here is Moodle's.
 */

/** What one person got on one item. */
export interface Mark {
  readonly item: string;
  /** From 0 to `max`. */
  readonly mark: number;
  /** Above 0. */
  readonly max: number;
}

/** All that one person answered at one sitting, each item at most once. */
export type SittingMarks = readonly Mark[];

export interface ItemStatistics {
  readonly item: string;
  /** Sittings in which it was asked. */
  readonly asked: number;
  /** Share of all sittings in which it was asked, 0 to 1. */
  readonly exposure: number;
  /** Mean mark as a share of the maximum, 0 to 1. */
  readonly facility: number;
  /** Standard deviation of the mark, as a share of the maximum; null with fewer than two sittings. */
  readonly deviation: number | null;
  /** Correlation of the mark and the other questions, −100 to 100; null when either does not vary. */
  readonly discrimination: number | null;
  /** The same as a share of the most that these marks could reach, −100 to 100; null when that is nothing. */
  readonly efficiency: number | null;
  /**
   * How much of the total's spread comes from this item, in per cent of all items; null unless everybody was asked
   * the same, and for an item that goes against the total.
   */
  readonly effectiveWeight: number | null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Covariance with n − 1; of a list with itself, the variance. Null with fewer than two values. */
function covary(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length < 2) return null;
  const meanX = mean(xs);
  const meanY = mean(ys);
  const sum = xs.reduce((total, x, i) => total + (x - meanX) * ((ys[i] as number) - meanY), 0);
  return sum / (xs.length - 1);
}

const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** Below this a spread is rounding, and nothing may be divided by it. */
const NOTHING = 1e-12;

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole < NOTHING ? null : (100 * part) / whole;
}

/** One item's marks beside what the same people got on everything else. */
interface Column {
  readonly marks: number[];
  readonly others: number[];
  readonly totals: number[];
  max: number;
}

function gatherColumns(sittings: readonly SittingMarks[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const sitting of sittings) {
    const got = sitting.reduce((sum, { mark }) => sum + mark, 0);
    const most = sitting.reduce((sum, { max }) => sum + max, 0);
    for (const { item, mark, max } of sitting) {
      const column = columns.get(item) ?? { marks: [], others: [], totals: [], max };
      columns.set(item, column);
      column.marks.push(mark);
      column.others.push(most === max ? 0 : (got - mark) / (most - max));
      column.totals.push(got);
    }
  }
  return columns;
}

/** The statistics of every item that was asked, by id. */
export function describeItems(sittings: readonly SittingMarks[]): readonly ItemStatistics[] {
  const columns = gatherColumns(sittings);
  const everybodyTheSame = [...columns.values()].every(({ marks }) => marks.length === sittings.length);
  const pulls = new Map([...columns].map(([item, { marks, totals }]) => [item, covary(marks, totals)]));
  const weightOf = (item: string): number => {
    const pull = pulls.get(item) ?? null;
    return pull === null || pull < 0 ? 0 : Math.sqrt(pull);
  };
  const weights = [...columns.keys()].reduce((sum, item) => sum + weightOf(item), 0);
  return [...columns]
    .map(([item, { marks, others, max }]) => {
      const covariance = covary(marks, others);
      const variances = (covary(marks, marks) ?? 0) * (covary(others, others) ?? 0);
      const most = covary(ascending(marks), ascending(others));
      const variance = covary(marks, marks);
      const goesAgainst = (pulls.get(item) ?? -1) < 0;
      return {
        item,
        asked: marks.length,
        exposure: marks.length / sittings.length,
        facility: mean(marks) / max,
        deviation: variance === null ? null : Math.sqrt(variance) / max,
        discrimination: ratio(covariance, Math.sqrt(variances)),
        efficiency: ratio(covariance, most),
        effectiveWeight: everybodyTheSame && !goesAgainst ? ratio(weightOf(item), weights) : null,
      };
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}
