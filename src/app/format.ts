/** Numbers as the reader's language writes them. */
import { currentLanguage } from '../i18n/index.ts';

/** A number with at most `digits` places after the point. */
export function formatNumber(value: number, digits = 0): string {
  return new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 as a whole percentage, without its sign (texts carry it). */
export function formatPercent(share: number): string {
  return formatNumber(Math.round(share * 100));
}

/** A day as the reader's language writes it out. `at`: milliseconds since 1970. */
export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long' }).format(at);
}

/** How many days from now, in words: today, tomorrow, in 3 days. Both in milliseconds since 1970; by the calendar. */
export function formatDaysFromNow(at: number, now: number): string {
  const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.max(0, Math.round((midnight(at) - midnight(now)) / 86_400_000));
  const relative = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  return days < 60 ? relative.format(days, 'day') : relative.format(Math.round(days / 30.44), 'month');
}

/** What stands between two words or two sentences: a space, and in Chinese nothing. */
export function wordGap(): string {
  return currentLanguage().startsWith('zh-') ? '' : ' ';
}

/** A list as the reader's language strings it together. */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage(), { style: 'long', type: 'conjunction' }).format(parts);
}
