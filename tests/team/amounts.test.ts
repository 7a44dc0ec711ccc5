import { expect, test } from 'vitest';

import { writeAgo, writeDayOfMonth, writeMinutes, writeSigned } from '../../src/team/words/amounts.ts';

// Nothing has changed the language here, so English is spoken.
const NBSP = '\u00a0';

test('minutes become hours when there are many, and never nothing when there were some', () => {
  expect(writeMinutes(0)).toBe('0 min');
  expect(writeMinutes(0.3)).toBe(`<${NBSP}1 min`);
  expect(writeMinutes(59.4)).toBe('59 min');
  expect(writeMinutes(60)).toBe('1 hr');
  expect(writeMinutes(142)).toBe('2 hr 22 min');
});

test('days ago are told by the calendar, weeks and months when it is long ago', () => {
  const now = new Date(2026, 10, 22, 8).getTime();
  const days = (count: number): string => writeAgo(new Date(2026, 10, 22 - count, 23).getTime(), now);
  expect(days(0)).toBe('today');
  expect(days(1)).toBe('yesterday');
  expect(days(13)).toBe('13 days ago');
  expect(days(21)).toBe('3 weeks ago');
  expect(days(90)).toBe('3 months ago');
});

test('a device whose clock is ahead was here today, not in the future', () => {
  expect(writeAgo(new Date(2026, 10, 23, 8).getTime(), new Date(2026, 10, 22, 8).getTime())).toBe('today');
});

test('what lies between −1 and 1 has a sign and two places; nought has none', () => {
  expect([0.374, -0.2, 0].map((value) => writeSigned(value))).toEqual(['+0.37', '-0.20', '0.00']);
});

test('a day of the server is that day everywhere', () => {
  expect(writeDayOfMonth('2026-11-01')).toBe('Nov 1');
});
