import { expect, test } from 'vitest';

import {
  changeFilter,
  dropFilters,
  isFiltered,
  isReversed,
  readFilters,
  reportPath,
} from '../../src/team/filters/filters.ts';

test('filters are read from the address, and what makes no sense is left out', () => {
  expect(readFilters('?lang=ru&search= Li &act=duck-pond&from=2026-11-01&to=yesterday')).toEqual({
    search: 'Li',
    act: 'duck-pond',
    from: '2026-11-01',
  });
  expect(readFilters('')).toEqual({});
  expect(isFiltered(readFilters('?lang=ru'))).toBe(false);
  expect(isFiltered(readFilters('?act=duck-pond'))).toBe(true);
});

test('changing one filter leaves the rest of the address alone', () => {
  expect(changeFilter('?lang=ru&act=a', 'search', '李')).toBe('?lang=ru&act=a&search=%E6%9D%8E');
  expect(changeFilter('?lang=ru&act=a', 'act', 'b')).toBe('?lang=ru&act=b');
  expect(changeFilter('?act=a', 'act', '  ')).toBe('');
  expect(dropFilters('?lang=ru&act=a&from=2026-11-01&search=x')).toBe('?lang=ru');
});

test('the server is asked for the filters and for nothing else', () => {
  expect(reportPath('t1', 'progress', {})).toBe('/api/teams/t1/progress');
  expect(reportPath('t1', 'progress', readFilters('?lang=ru&search=A%26B&to=2026-11-22'))).toBe(
    '/api/teams/t1/progress?to=2026-11-22&search=A%26B',
  );
});

test('two days are reversed only when the first comes after the last', () => {
  expect(isReversed({ from: '2026-11-02', to: '2026-11-01' })).toBe(true);
  expect(isReversed({ from: '2026-11-01', to: '2026-11-01' })).toBe(false);
  expect(isReversed({ from: '2026-11-02' })).toBe(false);
  expect(isReversed({ to: '2026-11-01' })).toBe(false);
});
