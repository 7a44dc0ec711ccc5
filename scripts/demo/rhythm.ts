/** When somebody plays: mostly on weekdays at their own hour, less as weeks go by, sometimes not for days. */
import type { Character, Part } from './cast.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How much of the first week's zeal is left in the n-th week, and on a weekend's day. */
const WANES = [1, 0.85, 0.7, 0.6];
const WEEKEND = 0.35;
/** Weekdays in a week: zeal is spread over them. */
const WEEKDAYS = 5;
/** Parts that a manager must see at work today come every third day of the last weeks, up to yesterday. */
const AT_WORK: ReadonlySet<Part> = new Set<Part>(['stuck', 'ready', 'muddled', 'border', 'risen']);
const EVERY = 3;

/**
 * Beginnings of somebody's sessions, in order. `firstDay` is midnight (UTC) of day 0; nothing begins later than an hour
 * before `now`, so that a session begun is a session over. The first day after joining always has one.
 */
export function listSessions(person: Character, firstDay: Date, now: Date): readonly Date[] {
  const chance = person.chance.branch('rhythm');
  const sessions: Date[] = [];
  for (let day = person.joins; day <= person.leaves; day++) {
    const midnight = firstDay.getTime() + day * DAY_MS;
    const weekday = new Date(midnight).getUTCDay();
    const isWeekend = weekday === 0 || weekday === 6;
    const week = Math.floor((day - person.joins) / 7);
    const wanes = WANES[Math.min(week, WANES.length - 1)] as number;
    const chances = (person.zeal / WEEKDAYS) * wanes * (isWeekend ? WEEKEND : 1);
    const begins = midnight + Math.max(6, chance.normal(person.hour, 0.9)) * HOUR_MS;
    const mustCome = day === person.joins || (AT_WORK.has(person.part) && (person.leaves - 1 - day) % EVERY === 0);
    if (chance.happens(Math.min(0.95, chances)) || mustCome) sessions.push(new Date(begins));
  }
  const last = now.getTime() - HOUR_MS;
  const joined = joiningOf(person, firstDay).getTime();
  return sessions.filter((begins) => begins.getTime() <= last && begins.getTime() > joined);
}

/** When somebody joined: on a morning. */
export function joiningOf(person: Character, firstDay: Date): Date {
  return new Date(firstDay.getTime() + person.joins * DAY_MS + 8 * HOUR_MS - 20 * 60 * 1000);
}
