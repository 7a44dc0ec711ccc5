/** What the columns of a file are called, in the language of whoever reads it. */
import { readFileSync } from 'node:fs';

const FILES = {
  en: new URL('en.json', import.meta.url),
  'zh-Hans': new URL('zh-Hans.json', import.meta.url),
  'zh-Hant': new URL('zh-Hant.json', import.meta.url),
  ru: new URL('ru.json', import.meta.url),
} as const;
export type ColumnLanguage = keyof typeof FILES;
export const COLUMN_LANGUAGES = Object.keys(FILES) as readonly ColumnLanguage[];

/** Names by id; of a row of columns without names of their own (`week_1`, `week_2`) one by `week_n`, with `{{n}}` in it. */
export type ColumnNames = Readonly<Record<string, string>>;

const read = new Map<ColumnLanguage, ColumnNames>();

/** All names in a language; the file is read at the first call. */
export function readColumnNames(language: ColumnLanguage): ColumnNames {
  const known = read.get(language) ?? (JSON.parse(readFileSync(FILES[language], 'utf8')) as ColumnNames);
  read.set(language, known);
  return known;
}

/** The columns as they are called; as they are (ids, for programs) where no language was asked for. */
export function nameColumns(columns: readonly string[], language: ColumnLanguage | null): readonly string[] {
  if (language === null) return columns;
  const names = readColumnNames(language);
  return columns.map((column) => {
    const [, row, number] = /^(.+)_(\d+)$/.exec(column) ?? [];
    return names[column] ?? names[`${row}_n`]?.replace('{{n}}', number ?? '') ?? column;
  });
}
