/** What a report was asked for. Everything in the query is checked here; an unknown name in it is refused. */
import * as v from 'valibot';

import type { Call } from '../routing/route.ts';
import { Refusal } from '../routing/refusal.ts';
import { COLUMN_LANGUAGES, type ColumnLanguage } from './column-names/column-names.ts';
import { DAY_MS, dayOf } from './days.ts';

const Day = v.pipe(v.string(), v.isoDate('is no date as YYYY-MM-DD'), v.check(exists, 'is no day of the calendar'));

const QuerySchema = v.strictObject({
  from: v.optional(Day),
  to: v.optional(Day),
  act: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,99}$/, 'is no name of an act'))),
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  format: v.optional(v.picklist(['json', 'csv'])),
  lang: v.optional(v.picklist(COLUMN_LANGUAGES)),
});

export interface Filters {
  /** Beginning of the first day that counts; null from the beginning. */
  readonly from: Date | null;
  /** End of the last day that counts, itself not counted; null until now. */
  readonly until: Date | null;
  readonly act: string | null;
  /** What a name must have in it, folded by `foldName`; null for everybody. */
  readonly search: string | null;
}

export const NO_FILTERS: Filters = { from: null, until: null, act: null, search: null };

export interface Wished {
  readonly filters: Filters;
  readonly format: 'json' | 'csv';
  /** In which a file's columns are named; null for ids. */
  readonly language: ColumnLanguage | null;
}

/** @throws Refusal `badRequest`, naming the field */
export function readWishes(query: URLSearchParams): Wished {
  const parsed = v.safeParse(QuerySchema, Object.fromEntries(query));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Refusal('badRequest', `${v.getDotPath(issue) ?? 'query'}: ${issue.message}`);
  }
  const { from, to, act, search, format = 'json', lang = null } = parsed.output;
  return {
    format,
    language: lang,
    filters: {
      from: from === undefined ? null : startOf(from),
      until: to === undefined ? null : new Date(startOf(to).getTime() + DAY_MS),
      act: act ?? null,
      search: search === undefined || search === '' ? null : foldName(search),
    },
  };
}

/** Whether only a part of the time is asked for: then the sums kept as results arrive cannot answer. */
export function hasWindow({ from, until }: Filters): boolean {
  return from !== null || until !== null;
}

/** A name as it is searched: full-width letters narrowed, lower case, without regard to the language of the server. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** The team of the path; the guard has checked that it is one of the caller's. */
export function teamOf(call: Pick<Call, 'params'>): string {
  return readUuid(call, 'team');
}

/** A uuid of the path. Anything else cannot be the name of something here. @throws Refusal `notFound` */
export function readUuid({ params }: Pick<Call, 'params'>, name: string): string {
  const parsed = v.safeParse(v.pipe(v.string(), v.toLowerCase(), v.uuid()), params[name]);
  if (!parsed.success) throw new Refusal('notFound');
  return parsed.output;
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function exists(day: string): boolean {
  const date = startOf(day);
  return !Number.isNaN(date.getTime()) && dayOf(date) === day;
}
