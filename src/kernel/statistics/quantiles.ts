import { quantileSorted } from 'simple-statistics';

/** The shares at which the reveal's bands are drawn. */
export const BAND_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Quantiles of a sample (1 or more values) at the given shares (0 to 1), interpolated linearly. */
export function quantilesOf(sample: readonly number[], shares: readonly number[]): readonly number[] {
  const sorted = [...sample].sort((a, b) => a - b);
  return shares.map((share) => quantileSorted(sorted, share));
}
