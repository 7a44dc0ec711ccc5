/** First and longest pause before another try, in milliseconds. */
const FIRST_MS = 1000;
const LONGEST_MS = 300_000;
/** A server's wish beyond this, in seconds, is not believed. */
const LONGEST_WISH = 3600;

/** Pause when there is nothing to do: another device may have delivered something. */
export const IDLE_MS = 300_000;
/** Pause while another tab delivers: it may close before it comes to what this one wrote. */
export const ELSEWHERE_MS = 15_000;

/**
 * How long to wait after a failed try, in milliseconds: "full jitter" (M. Brooker, Exponential Backoff and Jitter,
 * 2015), a random time up to a limit that doubles with each failure, so that devices that lost the server together do
 * not come back together. `failures` counts from 1, `random` is from 0 to 1.
 */
export function pauseAfter(failures: number, random: number): number {
  let limit = FIRST_MS;
  for (let n = 1; n < failures && limit < LONGEST_MS; n++) limit *= 2;
  return Math.min(limit, LONGEST_MS) * random;
}

/** What the server asked for (seconds), in milliseconds: the pause of one's own comes after it, never instead. */
export function askedPause(retryAfter: number): number {
  return Math.min(Math.max(retryAfter, 0), LONGEST_WISH) * 1000;
}
