/** How long a kiosk waits for a visitor who does nothing, and what it asks before it gives them up. Pure. */

/** Multiplies every limit for a visitor who asked for more time (WCAG 2.2, 2.2.1: at least ten times). */
export const MORE_TIME = 10;

export interface Limits {
  /** Milliseconds without input before the question. */
  readonly idleMs: number;
  /** Milliseconds to answer it. */
  readonly answerMs: number;
}

export interface Patience {
  /** Milliseconds without input; while asking, since the question came. */
  readonly waitedMs: number;
  readonly asking: boolean;
  readonly gone: boolean;
  /** 1, or `MORE_TIME` once it was asked for. */
  readonly factor: number;
}

export const PATIENT: Patience = { waitedMs: 0, asking: false, gone: false, factor: 1 };

/**
 * Lets time go by. However much it is (a machine that slept), at most one border is crossed: nobody is given up who was
 * not asked. The question's own time is never multiplied away: it is at least `answerMs`.
 */
export function passTime(patience: Patience, elapsedMs: number, { idleMs, answerMs }: Limits): Patience {
  if (patience.gone || elapsedMs <= 0) return patience;
  const waitedMs = patience.waitedMs + elapsedMs;
  const { asking, factor } = patience;
  if (asking) return waitedMs >= answerMs * factor ? { ...patience, waitedMs, gone: true } : { ...patience, waitedMs };
  return waitedMs >= idleMs * factor ? { ...patience, waitedMs: 0, asking: true } : { ...patience, waitedMs };
}

/** Somebody touched, pressed or switched: the waiting begins anew, and the question goes. */
export function noteInput(patience: Patience): Patience {
  if (patience.gone || (patience.waitedMs === 0 && !patience.asking)) return patience;
  return { ...patience, waitedMs: 0, asking: false };
}

/** Somebody moves about in the question without answering it yet: it stays, with all its time. */
export function noteSearch(patience: Patience): Patience {
  return patience.asking && !patience.gone ? { ...patience, waitedMs: 0 } : patience;
}

/** "I need more time." */
export function grantMore(patience: Patience): Patience {
  return patience.gone ? patience : { ...patience, waitedMs: 0, asking: false, factor: MORE_TIME };
}

/** Whole seconds left to answer, rounded up. */
export function secondsLeft({ waitedMs, factor }: Patience, { answerMs }: Limits): number {
  return Math.max(0, Math.ceil((answerMs * factor - waitedMs) / 1000));
}
