import { mean, sampleStandardDeviation } from 'simple-statistics';

/**
 * Cohen's d of two samples taken on the same runs: the mean difference in standard deviations of the differences
 * (J. Cohen, 1988: 0.2 small, 0.5 medium, 0.8 large). Same length, 2 or more; 0 when nothing differs,
 * ±Infinity when every run differs by the same amount.
 */
export function pairedEffect(one: readonly number[], other: readonly number[]): number {
  const differences = one.map((value, i) => value - (other[i] as number));
  const middle = mean(differences);
  return middle === 0 ? 0 : middle / sampleStandardDeviation(differences);
}

/** Share of the runs in which `one` is above `other`; a draw counts half. From 0 to 1; same length, 1 or more. */
export function superiority(one: readonly number[], other: readonly number[]): number {
  let points = 0;
  for (let i = 0; i < one.length; i++) {
    const difference = (one[i] as number) - (other[i] as number);
    points += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
  }
  return points / one.length;
}
