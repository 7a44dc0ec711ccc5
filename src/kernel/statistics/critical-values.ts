/**
 * Critical values for two-sided bounds. Reports only: nothing here may decide how a run goes on.
 */

/** The 99.5 % quantile of the standard normal distribution, so that ± covers 99 %. */
export const Z_99 = 2.5758293035489004;

/**
 * The 99.5 % quantile of Student's t with `degrees` of freedom (1 or more; exact to about 1 % from 5 on, to 0.01 % from
 * 20 on), by the Cornish–Fisher expansion in 1/degrees: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
 */
export function t99(degrees: number): number {
  const z = Z_99;
  const z2 = z * z;
  const g1 = (z * (z2 + 1)) / 4;
  const g2 = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const g3 = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const g4 = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160;
  return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}
