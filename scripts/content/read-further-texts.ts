/** Texts that no language file holds and that a reader meets all the same: the fonts have to draw them, too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import type { Text, TextGroup } from './read-texts.ts';

/** The names of the ideas, and what browsers write by themselves. */
export function readFurtherTexts(root: string): readonly TextGroup[] {
  const { concepts } = JSON.parse(readFileSync(join(root, 'levels/concepts.json'), 'utf8')) as {
    readonly concepts: readonly { readonly id: string; readonly terms: Readonly<Record<Language, string>> }[];
  };
  return [
    makeGroup('ideas', 'levels/concepts.json', (language) =>
      concepts.map(({ id, terms }) => ({ key: `${id}.terms.${language}`, value: terms[language] })),
    ),
    makeGroup('written', 'written by the browser', (language) => [
      { key: language, value: writeLikeBrowser(language) },
    ]),
  ];
}

function makeGroup(namespace: string, file: string, read: (language: Language) => readonly Text[]): TextGroup {
  const files = LANGUAGES.map((language) => ({ file, namespace, language, texts: read(language) }));
  return { namespace, cutFor: namespace, files, missing: [] };
}

/** Days and times of day, spans and lists, in the forms that the pages ask for. Gaps are left out: they need no drawing. */
function writeLikeBrowser(language: Language): string {
  const forms: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'long' },
    { dateStyle: 'medium', timeStyle: 'short' },
    { day: 'numeric', month: 'short' },
  ];
  // Every month, and every hour of a day.
  const moments = Array.from({ length: 24 }, (_, at) => new Date(2026, at % 12, at + 1, at));
  const dates = forms.flatMap((form) => moments.map((at) => new Intl.DateTimeFormat(language, form).format(at)));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const spans = (['day', 'week', 'month'] as const).flatMap((unit) =>
    [-5, -2, -1, 0, 1, 2, 5].map((count) => relative.format(count, unit)),
  );
  const amounts = ['minute', 'hour'].map((unit) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(2),
  );
  const list = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(['1', '2', '3']);
  return [...dates, ...spans, ...amounts, list].join('').replaceAll(/\s/g, '');
}
