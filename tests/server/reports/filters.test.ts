import { describe, expect, it } from 'vitest';

import { NO_FILTERS, readUuid, readWishes } from '../../../src/server/reports/filters.ts';
import type { Refusal } from '../../../src/server/routing/refusal.ts';
import { listDays, listMondays } from '../../../src/server/reports/days.ts';

const read = (query: string): ReturnType<typeof readWishes> => readWishes(new URLSearchParams(query));

describe('what a report was asked for', () => {
  it('is everything when nothing is said', () => {
    expect(read('')).toEqual({ format: 'json', language: null, filters: NO_FILTERS });
  });

  it('counts both days in', () => {
    const { filters } = read('from=2026-11-01&to=2026-11-02');
    expect(filters.from).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(filters.until).toEqual(new Date('2026-11-03T00:00:00Z'));
  });

  it('searches whatever the case and the width of letters', () => {
    expect(read('search=%20%D0%90%D0%BD%D0%BD%D0%90%20').filters.search).toBe('анна');
    expect(read('search=%EF%BC%A1bc').filters.search).toBe('abc');
    expect(read('search=%20').filters.search).toBeNull();
  });

  it.each([
    'from=yesterday',
    'from=2026-02-30',
    'to=2026-11-22T10:00:00Z',
    'act=../etc',
    'act=Duck',
    'format=xlsx',
    'lang=xx',
    'players=all',
    '__proto__=1',
    `search=${'a'.repeat(101)}`,
  ])('refuses %s', (query) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ code: 'badRequest' }) as Refusal);
  });

  it('finds nothing under a name that is no id', () => {
    const params = { player: "'; drop table player" };
    expect(() => readUuid({ params }, 'player')).toThrow(expect.objectContaining({ code: 'notFound' }) as Refusal);
  });
});

describe('days and weeks', () => {
  it('end today', () => {
    expect(listDays(new Date('2026-03-01T23:59:59Z'), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('begin on Mondays', () => {
    expect(listMondays(new Date('2026-11-22T00:00:00Z'), 2)).toEqual(['2026-11-09', '2026-11-16']);
    expect(listMondays(new Date('2026-11-23T00:00:00Z'), 2)).toEqual(['2026-11-16', '2026-11-23']);
  });
});
