import { exp } from '../../kernel/exponential.ts';

/** 1 / √(2π). */
const SCALE = 0.3989422804014327;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return SCALE * exp((-z * z) / 2);
}

/**
 * The standard normal distribution function, with an absolute error below 8e−8: Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 26.2.17.
 */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = normalDensity(z) * series;
  return z > 0 ? 1 - tail : tail;
}
