import type { Text } from './read-texts.ts';

/** The forms of a number in i18next's JSON v4, which are the categories of `Intl.PluralRules`. */
const FORM = /_(zero|one|two|few|many|other)$/;

/** A key without its plural form: the name that code uses. */
export function stemOf(key: string): string {
  return key.replace(FORM, '');
}

/** The plural form that a key is for, or nothing. */
export function formOf(key: string): string | undefined {
  return FORM.exec(key)?.[1];
}

/** Texts by the name that code uses; a text without forms stands alone under its own. */
export function groupByStem(texts: readonly Text[]): ReadonlyMap<string, readonly Text[]> {
  const stems = new Map<string, Text[]>();
  for (const text of texts) {
    const stem = stemOf(text.key);
    const forms = stems.get(stem);
    if (forms === undefined) stems.set(stem, [text]);
    else forms.push(text);
  }
  return stems;
}

/**
 * Keys of the other texts that a text puts in, `$t(places.rock)`; of a composed key, `$t(places.{{place}})`, only what
 * comes before its placeholder.
 */
export function nestedIn(value: string): readonly { readonly key: string; readonly isComposed: boolean }[] {
  return [...value.matchAll(/\$t\(\s*([^){,\s]+)(\{\{)?/g)].map((match) => ({
    key: match[1] ?? '',
    isComposed: match[2] !== undefined,
  }));
}

/** Names of the placeholders in a text, formats (`{{n, number}}`) left off. */
export function placeholdersOf(value: string): ReadonlySet<string> {
  const names = [...value.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1] ?? '');
  return new Set(names);
}
