import { mean, sampleVariance } from 'simple-statistics';
import { t99, Z_99 } from './critical-values.ts';

/** An estimate between its two-sided 99 % bounds. */
export interface Bound {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A share of `runs` (1 or more) in which something happened `times` times, with Wilson's score interval
 * (E. B. Wilson, 1927), which stays within 0 and 1 and is right near both ends.
 */
export function boundShare(times: number, runs: number): Bound {
  const share = times / runs;
  const z2 = Z_99 * Z_99;
  const scale = 1 + z2 / runs;
  const centre = (share + z2 / (2 * runs)) / scale;
  const half = (Z_99 / scale) * Math.sqrt((share * (1 - share)) / runs + z2 / (4 * runs * runs));
  return {
    estimate: share,
    lower: times === 0 ? 0 : Math.max(0, centre - half),
    upper: times === runs ? 1 : Math.min(1, centre + half),
  };
}

/** The mean of a sample of 2 or more, with Student's t interval. Same unit as the sample. */
export function boundMean(sample: readonly number[]): Bound {
  const estimate = mean([...sample]);
  const half = t99(sample.length - 1) * Math.sqrt(sampleVariance([...sample]) / sample.length);
  return { estimate, lower: estimate - half, upper: estimate + half };
}

/**
 * How many times as large `over` is as `under`, on average: the ratio of the means of two samples taken on the same
 * runs, with the ratio estimator's linearised interval (W. G. Cochran, Sampling Techniques, 3rd ed., 6.4). Both lists
 * must have the same length, at least 2; the mean of `under` must be well above 0 (it is `Infinity` for 0).
 */
export function boundRatio(over: readonly number[], under: readonly number[]): Bound {
  const base = mean([...under]);
  const ratio = mean([...over]) / base;
  if (!Number.isFinite(ratio)) return { estimate: ratio, lower: ratio, upper: ratio };
  const residuals = over.map((value, i) => value - ratio * (under[i] as number));
  const half = (t99(over.length - 1) * Math.sqrt(sampleVariance(residuals) / over.length)) / base;
  return { estimate: ratio, lower: ratio - half, upper: ratio + half };
}
