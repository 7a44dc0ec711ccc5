import { expect, test } from 'vitest';
import * as fc from 'fast-check';

import { shareOf } from '../../src/team/bets/share-of.ts';
import { boundsOf, heatOf, HEATS } from '../../src/team/ideas/heat.ts';
import { orderItems, readItem } from '../../src/team/items/reading.ts';
import { coursesOf } from '../../src/team/person/courses.ts';
import { standingIn } from '../../src/team/progress/standing.ts';
import { orderByRank } from '../../src/team/ranks/order.ts';
import { sumWeeks } from '../../src/team/time/sum-weeks.ts';
import { RANKS, type Rank } from '../../src/quiz/index.ts';

const told = (answers: number, facility: number, discrimination: number | null) => ({
  answers,
  facility,
  discrimination,
});

test('a question is told by what matters most about it', () => {
  expect(readItem(told(9, 0.1, -0.5))).toBe('few');
  expect(readItem(told(30, 0.1, -0.5))).toBe('reversed');
  expect(readItem(told(30, 0.1, 0.5))).toBe('hard');
  expect(readItem(told(30, 0.95, 0.05))).toBe('easy');
  expect(readItem(told(30, 0.6, 0.1))).toBe('flat');
  expect(readItem(told(30, 0.6, null))).toBe('plain');
  expect(readItem(told(30, 0.6, 0.4))).toBe('good');
  // What is shown as 0.00 is not said to be below 0.
  expect(readItem(told(30, 0.6, -0.004))).toBe('flat');
});

test('the hardest questions come first, those with too few answers last', () => {
  const items = [told(30, 0.6, null), told(3, 0, null), told(30, 0.2, null)];
  expect(orderItems(items).map(({ facility }) => facility)).toEqual([0.2, 0.6, 0]);
});

test('every standing has a step of the heat map, and lies within its bounds', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (standing) => {
      const [from, to] = boundsOf(heatOf(standing));
      return standing >= from && standing <= to;
    }),
  );
  expect(HEATS.map((heat) => boundsOf(heat)[0])).toEqual([0, 0.4, 0.55, 0.7, 0.85]);
});

test('how far somebody is with an act', () => {
  const cell = { act: 'a', attempts: 2, first: 1, best: 2, last: 2, debrief: null };
  expect(standingIn(undefined)).toBe('notBegun');
  expect(standingIn({ ...cell, attempts: 0 })).toBe('notBegun');
  expect(standingIn(cell)).toBe('atIt');
  expect(standingIn({ ...cell, debrief: 0.75 })).toBe('atIt');
  expect(standingIn({ ...cell, debrief: 1 })).toBe('through');
});

test('ranks are ordered from the top, the surer first, those without one last', () => {
  const person = (name: string, rank: Rank | null, sureOfRank = 0.5) => ({
    name,
    latest: rank === null ? null : { at: '', rank, tier: 'soldier' as const, sureOfRank, sureOfTier: 1, ranks: [] },
  });
  const people = [
    person('none', null),
    person('b', 'general', 0.99),
    person('c', 'marshal', 0.4),
    person('a', 'general', 0.5),
  ];
  expect(orderByRank(people).map(({ name }) => name)).toEqual(['c', 'b', 'a', 'none']);
  for (let low = 0; low + 1 < RANKS.length; low += 1) {
    const pair = [person('low', RANKS[low] ?? null, 1), person('high', RANKS[low + 1] ?? null, 0)];
    expect(orderByRank(pair)[0]?.name).toBe('high');
  }
});

test('weeks are added from the latest one backwards', () => {
  expect(sumWeeks([[1, 2, 3], [10]])).toEqual([1, 2, 13]);
  expect(sumWeeks([])).toEqual([]);
});

test('a share of nothing is nothing', () => {
  expect(shareOf(0, 0)).toBe(0);
  expect(shareOf(1, 4)).toBe(0.25);
});

test('only counted runs make a course, oldest first, and only where there are enough', () => {
  const run = (record: string, act: string, at: string, mark: string | null = null) => ({
    record,
    act,
    at,
    score: 1,
    minutes: 1,
    mark,
  });
  const runs = [
    run('3', 'pond', '2026-11-03T00:00:00Z'),
    run('1', 'pond', '2026-11-01T00:00:00Z'),
    run('2', 'pond', '2026-11-02T00:00:00Z'),
    run('x', 'pond', '2026-11-04T00:00:00Z', 'forged'),
    run('r', 'road', '2026-11-04T00:00:00Z'),
  ];
  expect(coursesOf(runs).map(({ act, runs: list }) => [act, list.map(({ record }) => record)])).toEqual([
    ['pond', ['1', '2', '3']],
  ]);
});
