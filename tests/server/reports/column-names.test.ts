/** Columns of files in the language of whoever reads them. */
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { tabulateBets } from '../../../src/server/reports/bets.ts';
import {
  COLUMN_LANGUAGES,
  nameColumns,
  readColumnNames,
} from '../../../src/server/reports/column-names/column-names.ts';
import { tabulateIdeas } from '../../../src/server/reports/ideas.ts';
import { tabulateItems } from '../../../src/server/reports/items.ts';
import { tabulateMarked } from '../../../src/server/reports/marked.ts';
import { tabulateNeeds } from '../../../src/server/reports/overview.ts';
import { tabulatePerson } from '../../../src/server/reports/person.ts';
import { tabulateProgress } from '../../../src/server/reports/progress.ts';
import { tabulateRanks } from '../../../src/server/reports/ranks.ts';
import { ANSWER_COLUMNS, ATTEMPT_COLUMNS } from '../../../src/server/reports/raw.ts';
import { tabulateTime } from '../../../src/server/reports/time.ts';

const person = { id: 'p', name: 'Ann', joinedAt: '', lastAt: null, devices: 1 };
/** The columns of every file that there is. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  needs: tabulateNeeds({ needs: [] } as unknown as Parameters<typeof tabulateNeeds>[0]).columns,
  progress: tabulateProgress({ acts: [], people: [] }).columns,
  ranks: tabulateRanks({ people: [] }).columns,
  ideas: tabulateIdeas({ groups: [1, 2, 3, 4, 5], people: [], team: [null, null, null, null, null], worst: [] })
    .columns,
  bets: tabulateBets({ acts: [] }).columns,
  time: tabulateTime({ people: [], returned: null }).columns,
  items: tabulateItems({ items: [] }).columns,
  marked: tabulateMarked({ results: [] }).columns,
  person: tabulatePerson({ person, runs: [] } as unknown as Parameters<typeof tabulatePerson>[0]).columns,
  attempts: ATTEMPT_COLUMNS,
  answers: ANSWER_COLUMNS,
};

describe.each(COLUMN_LANGUAGES)('in %s', (language) => {
  it.each(Object.keys(FILES))('every column of %s has a name of its own', (file) => {
    const columns = FILES[file] ?? [];
    const names = nameColumns(columns, language);
    expect(names).toHaveLength(columns.length);
    expect(new Set(names).size).toBe(columns.length);
    for (const [i, name] of names.entries()) {
      expect(name).not.toBe(columns[i]);
      expect(name).not.toContain('{{');
      // No name may be taken for a formula, or would get an apostrophe.
      expect(name).toMatch(/^[\p{L}八]/u);
    }
  });

  it('has the same names as English, and none that no file uses', () => {
    const names = readColumnNames(language);
    const nameOf = (column: string): string => (column in names ? column : column.replace(/_\d+$/, '_n'));
    const used = Object.values(FILES).flatMap((columns) => columns.map(nameOf));
    expect(Object.keys(names).toSorted()).toEqual([...new Set(used)].toSorted());
  });
});

it.each(COLUMN_LANGUAGES)('calls the groups of ideas in %s as the page does', (language) => {
  const file = new URL(`../../../src/i18n/texts/${language}.json`, import.meta.url);
  const { exam } = JSON.parse(readFileSync(file, 'utf8')) as { readonly exam: Readonly<Record<string, string>> };
  for (const group of [1, 2, 3, 4, 5])
    for (const name of nameColumns([`group_${group}`, `answers_${group}`], language))
      expect(name).toContain(exam[`group${group}`]);
});

it('numbers the weeks, and leaves ids as they are where no language is asked for', () => {
  expect(nameColumns(['name', 'week_2'], 'ru')).toEqual(['Имя', 'Минут, неделя 2 из 8']);
  expect(nameColumns(['name', 'week_2'], null)).toEqual(['name', 'week_2']);
});
