/** First and longest pause before another try, in milliseconds. */
const FIRST_MS = 1000;
const LONGEST_MS = 300_000;

/** Pause when there is nothing to do: another tab may have left something, or another device delivered. */
export const IDLE_MS = 300_000;

/**
 * How long to wait after a failed try: "full jitter" (M. Brooker, Exponential Backoff and Jitter, 2015), a random
 * time up to a limit that doubles with each failure, so that devices that lost the server together do not come back
 * together. `failures` counts from 1, `random` is from 0 to 1, `retryAfter` is the server's own wish in seconds.
 */
export function pauseAfter(failures: number, random: number, retryAfter = 0): number {
  let limit = FIRST_MS;
  for (let n = 1; n < failures && limit < LONGEST_MS; n++) limit *= 2;
  return Math.max(Math.min(limit, LONGEST_MS) * random, Math.min(retryAfter, 3600) * 1000);
}
