/** Times and lengths as statements write them. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** ISO 8601, to a hundredth of a second, which is as fine as stores compare. At most a day: a page left open is no work. */
export function writeDuration(milliseconds: number): string {
  return `PT${Math.round(clamp(milliseconds, 0, DAY_MS) / 10) / 100}S`;
}

/**
 * When something began that ended then. It took as long as the device says, if that can be: no less than the work in
 * it, no more than a day.
 */
export function guessBegin(
  end: Date,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
  workMs: number,
): Date {
  const least = clamp(workMs, 0, DAY_MS);
  return new Date(end.getTime() - Math.round(clamp(endedAt - startedAt, least, DAY_MS)));
}

/**
 * When each of several answers was given: the last at the end, each other one before it by the time that the next one
 * took. Time away between two of them is not known, so the earlier ones are guesses; none lies before `begin`.
 */
export function guessTimes(begin: Date, end: Date, tookMs: readonly number[]): readonly Date[] {
  let at = end.getTime();
  const times: Date[] = [];
  for (const took of tookMs.toReversed()) {
    times.unshift(new Date(Math.max(begin.getTime(), Math.round(at))));
    at -= clamp(took, 0, DAY_MS);
  }
  return times;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
