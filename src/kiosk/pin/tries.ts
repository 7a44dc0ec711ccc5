/** How many wrong PINs, and what they cost. Pure; time comes in as spans, so that no clock can shorten a lock. */

/** What is kept of the tries at the pad. */
export interface Tries {
  /** Wrong ones since the last right one or the last lock. */
  readonly wrong: number;
  /** Locks since the last right one: each lasts twice as long as the one before. */
  readonly locks: number;
  /** Milliseconds that the lock has still to run; 0 when it is open. Runs only while a page counts it down. */
  readonly restMs: number;
}

export const NO_TRIES: Tries = { wrong: 0, locks: 0, restMs: 0 };

const TRIES_PER_LOCK = 5;
const FIRST_LOCK_MS = 60_000;
/** A visitor who plays with the pad must not shut the staff out for a day. */
export const LONGEST_LOCK_MS = 64 * FIRST_LOCK_MS;

function lock({ locks }: Tries): Tries {
  const restMs = Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** Math.min(locks, 10));
  return { wrong: 0, locks: locks + 1, restMs };
}

/** One more wrong one. It is counted before the PIN is looked at, so that a power cut in between gives nothing away. */
export function countWrong(tries: Tries): Tries {
  const wrong = tries.wrong + 1;
  return wrong >= TRIES_PER_LOCK ? lock(tries) : { ...tries, wrong };
}

/** A lock at once: what cannot be counted must cost a wait. */
export function lockNow(tries: Tries): Tries {
  return lock(tries);
}

/** Some time of a page has passed. A span that runs backwards, or is no number, changes nothing. */
export function passTime(tries: Tries, ms: number): Tries {
  return tries.restMs > 0 && ms > 0 ? { ...tries, restMs: Math.max(0, tries.restMs - ms) } : tries;
}

/** Reads what was kept. What makes no sense has been tampered with, or torn: then the pad begins locked. */
export function readTries(kept: unknown): Tries {
  if (kept === undefined) return NO_TRIES;
  const { wrong, locks, restMs } = (kept ?? {}) as Partial<Record<keyof Tries, unknown>>;
  const counts = [wrong, locks].every((each) => Number.isSafeInteger(each) && Number(each) >= 0);
  const sane = counts && typeof restMs === 'number' && restMs >= 0 && restMs <= LONGEST_LOCK_MS;
  return sane ? { wrong: Number(wrong), locks: Number(locks), restMs } : lock(NO_TRIES);
}
