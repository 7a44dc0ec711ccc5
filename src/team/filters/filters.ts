/** What a report is narrowed to. It stands in the address, so that a link shows what was meant and reload keeps it. */
import type { ReportFilters } from '../../wire/team.ts';

const NAMES = ['from', 'to', 'act', 'search'] as const;
export type FilterName = (typeof NAMES)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filters of an address' query; what makes no sense is left out. */
export function readFilters(search: string): ReportFilters {
  const query = new URLSearchParams(search);
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of NAMES) {
    const value = query.get(name)?.trim() ?? '';
    if (value === '' || ((name === 'from' || name === 'to') && !DAY.test(value))) continue;
    filters[name] = value;
  }
  return filters;
}

/** The query with one filter changed; everything else in it (such as `lang`) stays. '' takes the filter away. */
export function changeFilter(search: string, name: FilterName, value: string): string {
  const query = new URLSearchParams(search);
  if (value.trim() === '') query.delete(name);
  else query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The query without any filter. */
export function dropFilters(search: string): string {
  return NAMES.reduce((left, name) => changeFilter(left, name, ''), search);
}

/** A report's address at the server with the filters that it takes. */
export function reportPath(team: string, report: string, filters: ReportFilters): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return `/api/teams/${team}/${report}${text === '' ? '' : `?${text}`}`;
}

/** The same as a file, with its columns named in a language. */
export function filePath(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}format=csv&lang=${language}`;
}

/** Whether anything is filtered. */
export function isFiltered(filters: ReportFilters): boolean {
  return NAMES.some((name) => filters[name] !== undefined);
}

/** Whether the first day comes after the last. */
export function isReversed({ from, to }: ReportFilters): boolean {
  return from !== undefined && to !== undefined && from > to;
}
