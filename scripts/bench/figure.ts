/** One thing that was measured, beside what was promised. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most (or, for a speed, the least) that is allowed. */
  readonly budget: number;
  readonly ok: boolean;
}

/** A figure that must not be above its budget. */
export function atMost(name: string, value: number, unit: string, budget: number): Figure {
  return { name, value: round(value), unit, budget: round(budget), ok: value <= budget };
}

/** A figure that must not be below its budget. */
export function atLeast(name: string, value: number, unit: string, budget: number): Figure {
  return { name, value: round(value), unit, budget: round(budget), ok: value >= budget };
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
