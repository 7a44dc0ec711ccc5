import type { TextRef } from './act.ts';

/** At most this many reasons are given: more would not be read. */
const MOST_REASONS = 4;

/** One reason why a run came to what it came to. */
export interface Reason {
  /** How much it says about this run against the others; 0 or less when it did not happen. */
  readonly weight: number;
  readonly text: TextRef;
}

/** Names a reason: its key in the language file, what it weighs, and the values of its text. */
export function nameReason(key: string, weight: number, values: Readonly<Record<string, number>>): Reason {
  return { weight, text: { key, values } };
}

/** The reasons that did happen, most telling first, at most four. Equal ones stay in the order given. */
export function pickReasons(reasons: readonly Reason[]): readonly TextRef[] {
  return reasons
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ text }) => text);
}
