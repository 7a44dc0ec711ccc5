/** Times of devices: shown, and used to put things in order; never trusted further than that. */

/** The last millisecond of the year 9999, the last that every part of the house can write down. */
const END_OF_TIME = Date.UTC(10_000, 0, 1) - 1;
/** A clock that shows an earlier time than the game has existed is not set. */
const BEGINNING = Date.UTC(2026, 0, 1);

/** A device's time as it can be kept. */
export function readTime(milliseconds: number): Date {
  return new Date(Math.min(Math.max(0, Math.floor(milliseconds)), END_OF_TIME));
}

/** When it happened: by the device's clock, if that can be; never later than it arrived. */
export function guessWhen(writtenAt: Date, receivedAt: Date): Date {
  const written = writtenAt.getTime();
  return written < BEGINNING || written > receivedAt.getTime() ? receivedAt : writtenAt;
}
