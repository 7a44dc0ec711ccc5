/** Days and weeks in UTC, as texts: the same for everybody who looks, wherever they sit. */

export const DAY_MS = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whole days from one moment to a later one. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS);
}

/** The last `count` days, oldest first; the last one is the day of `now`. */
export function listDays(now: Date, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => dayOf(new Date(now.getTime() - (count - 1 - i) * DAY_MS)));
}

/** The Mondays of the last `count` weeks, oldest first; the last one begins the week of `now`. */
export function listMondays(now: Date, count: number): readonly string[] {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return Array.from({ length: count }, (_, i) =>
    dayOf(new Date(now.getTime() - (sinceMonday + 7 * (count - 1 - i)) * DAY_MS)),
  );
}
