/**
 * The exponential function and the natural logarithm with the same bits in every engine. `Math.exp` and `Math.log` differ
 * in the last place between browsers; these use only arithmetic that IEEE 754 determines. Both follow the textbook
 * (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980): bring the argument near 0 or 1 by powers
 * of two, sum a series there, and scale back.
 */

/** ln 2 in two parts: the first has zeros at its end, so that its products with the exponents here are exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const LOG2_E = 1 / (LN2_HIGH + LN2_LOW);
const SQRT_HALF = Math.sqrt(0.5);

/** Above this the result is beyond the largest double, below the other under the smallest. */
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;

/** 2^−1074 … 2^1023; doubling is exact. */
const LOWEST_POWER = -1074;
const POWERS = new Float64Array(2098);
for (let i = 0, power = 5e-324; i < POWERS.length; i++, power *= 2) POWERS[i] = power;

/** 1/13!, 1/12!, … 1/2!: Taylor's series, whose rest is below 5e−18 for |x| ≤ ln 2 / 2. */
const TAYLOR: readonly number[] = [
  1 / 6227020800,
  1 / 479001600,
  1 / 39916800,
  1 / 3628800,
  1 / 362880,
  1 / 40320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
];

/**
 * e to the power of `x`, any double. Within 2 units in the last place of the true value for results that are normal
 * doubles (tests/kernel/exponential.test.ts measures it); `Infinity` above 709.78, 0 below −745.13, NaN for NaN.
 */
export function exp(x: number): number {
  if (x > LARGEST) return Infinity;
  if (x < SMALLEST) return 0;
  if (Number.isNaN(x)) return x;
  const exponent = Math.round(x * LOG2_E);
  const rest = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  let series = 0;
  for (const coefficient of TAYLOR) series = series * rest + coefficient;
  const near = 1 + (rest + series * rest * rest);
  // 2^1024 is no double, and a result below the normal ones must be rounded only once.
  if (exponent > 1023) return near * 2 * (POWERS[exponent - 1 - LOWEST_POWER] as number);
  if (exponent < -1021)
    return near * (POWERS[exponent + 60 - LOWEST_POWER] as number) * (POWERS[-60 - LOWEST_POWER] as number);
  return near * (POWERS[exponent - LOWEST_POWER] as number);
}

const view = new DataView(new ArrayBuffer(8));

/** 1/23, 1/21, … 1/3: the series of the inverse hyperbolic tangent, whose rest is below 1e−20 here. */
const ODD: readonly number[] = [1 / 23, 1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3];

/**
 * The natural logarithm of `x`. Within 2 units in the last place of the true value, and near 1 within 2e−16 of it;
 * −Infinity for 0, NaN below 0, Infinity for Infinity.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  // Numbers below the normal ones have no exponent of their own to read.
  if (x < 2.2250738585072014e-308) return ln(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW;
  view.setFloat64(0, x);
  const high = view.getInt32(0);
  let exponent = (high >> 20) - 1022;
  view.setInt32(0, (high & 0x000fffff) | 0x3fe00000);
  let mantissa = view.getFloat64(0);
  if (mantissa < SQRT_HALF) {
    mantissa *= 2;
    exponent--;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  let series = 0;
  for (const coefficient of ODD) series = series * s2 + coefficient;
  return exponent * LN2_HIGH + (2 * s + (2 * s * s2 * series + exponent * LN2_LOW));
}
