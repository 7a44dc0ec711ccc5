/** Numbers and times as the reader's language writes them, for tables: short, and all of one form. */
import { currentLanguage } from '../../i18n/index.ts';

/** A day, short. `at`: ISO 8601. */
export function writeDay(at: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(new Date(at));
}

/** A day and its time, short. `at`: ISO 8601. */
export function writeMoment(at: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** The time of day. `at`: milliseconds since 1970. */
export function writeTime(at: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short' }).format(at);
}

/** Day and month of a day without a clock, for an axis. `day`: `YYYY-MM-DD`. */
export function writeDayOfMonth(day: string): string {
  const format = new Intl.DateTimeFormat(currentLanguage(), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A length of time with its unit, short; what is less than a minute is said to be. `minutes`: 0 or more. */
export function writeMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const unit = (value: number, name: 'minute' | 'hour'): string =>
    new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (whole === 0 && minutes > 0) return `<\u00a0${unit(1, 'minute')}`;
  if (whole < 60) return unit(whole, 'minute');
  const rest = whole % 60;
  const hours = unit(Math.floor(whole / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}

/** How long ago a moment was, in words, by whole days of the reader's calendar. Both in milliseconds since 1970. */
export function writeAgo(at: number, now: number): string {
  const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.min(0, Math.round((midnight(at) - midnight(now)) / 86_400_000));
  const relative = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  if (days > -14) return relative.format(days, 'day');
  return days > -60
    ? relative.format(Math.round(days / 7), 'week')
    : relative.format(Math.round(days / 30.44), 'month');
}

/** A number with a sign in front, for what lies between −1 and 1. */
export function writeSigned(value: number, digits = 2): string {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  }).format(value);
}
