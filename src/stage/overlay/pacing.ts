/**
 * Paces what is read out: at most one announcement a second, and what happened meanwhile is told together, so that a
 * screen reader is never flooded. Pure: time comes in.
 */

export interface Pacing<T> {
  /** Not yet told, oldest first. */
  readonly waiting: readonly T[];
  /** Milliseconds since something was told. */
  readonly sinceMs: number;
}

export const LEAST_GAP_MS = 1200;
/** Happenings kept for one announcement; older ones are dropped, the newest matter. */
const MOST_WAITING = 400;

export function startPacing<T>(): Pacing<T> {
  return { waiting: [], sinceMs: LEAST_GAP_MS };
}

export function hold<T>(pacing: Pacing<T>, more: readonly T[]): Pacing<T> {
  if (more.length === 0) return pacing;
  return { ...pacing, waiting: [...pacing.waiting, ...more].slice(-MOST_WAITING) };
}

/** Lets time pass; when the gap is over or something urgent waits, gives everything that waited, else nothing. */
export function letPass<T>(
  pacing: Pacing<T>,
  elapsedMs: number,
  isUrgent: (each: T) => boolean = () => false,
): { readonly pacing: Pacing<T>; readonly due: readonly T[] } {
  const sinceMs = pacing.sinceMs + elapsedMs;
  if (pacing.waiting.length === 0 || (sinceMs < LEAST_GAP_MS && !pacing.waiting.some(isUrgent)))
    return { pacing: { ...pacing, sinceMs }, due: [] };
  return { pacing: { waiting: [], sinceMs: 0 }, due: pacing.waiting };
}
