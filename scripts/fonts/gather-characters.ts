import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { OWN_NAMES, type Language } from '../../src/i18n/languages.ts';
import type { TextGroup } from '../content/read-texts.ts';
import { TYPED, type Typeface } from './typefaces.ts';

/** Han, its punctuation and the full-width forms: what only a Chinese face can draw. */
const CHINESE_ONLY = /[\p{Script=Han}\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef]/u;

/** Signs that Latin and Chinese write with the same character; each face has its own drawing of them. */
const SHARED = /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]/;

/** Whether Latin and Chinese share a sign, so that the language of the page must decide who draws it. */
export function isShared(character: string): boolean {
  return SHARED.test(character);
}

/** Every Chinese character of the names that languages call themselves: each page shows all of them. */
export const CHINESE_NAMES: string = sort(new Set([...Object.values(OWN_NAMES).join('')].filter(isChineseOnly)));

/** What the faces of Latin and Cyrillic have to draw, in all languages together. */
export function gatherLetters(groups: readonly TextGroup[]): string {
  const texts = groups.flatMap((group) => group.files.flatMap((file) => file.texts.map(({ value }) => value)));
  return sort(new Set([...TYPED, ...texts.join('')].filter((character) => !isChineseOnly(character))));
}

/**
 * What one Chinese face has to draw, by what is loaded together. The shell's also has the name and the line of every
 * act, because the scroll shows them before an act is opened. No character stands in two of them, but a part beside the
 * shell brings all that the shell lacks: its page loads one small file of its own and none of an act's or the bank's.
 */
export function gatherChinese(groups: readonly TextGroup[], face: Typeface): ReadonlyMap<string, string> {
  const needs = new Map<string, string>();
  const placed = new Set<string>();
  const place = (namespace: string, text: string): void => {
    const isFresh = (character: string): boolean => isChineseOnly(character) || isShared(character);
    const fresh = new Set([...text].filter((character) => isFresh(character) && !placed.has(character)));
    for (const character of fresh) placed.add(character);
    if (fresh.size > 0) needs.set(namespace, sort(new Set([...(needs.get(namespace) ?? ''), ...fresh])));
  };
  const shell = groups.map((group) =>
    group.namespace === 'shell' ? textOf(group, face, () => true) : textOf(group, face, isNameOrLine),
  );
  place('shell', CHINESE_NAMES + shell.join(''));
  const ofShell = new Set(placed);
  const isShown = (key: string): boolean => face.use === 'text' || !key.startsWith('items.');
  const [parts, others] = [groups.filter(isPart), groups.filter((group) => !isPart(group))];
  for (const group of others) if (group.namespace !== 'shell') place(group.cutFor, textOf(group, face, isShown));
  for (const group of parts) {
    placed.clear();
    for (const character of ofShell) placed.add(character);
    place(group.cutFor, textOf(group, face, isShown));
  }
  return needs;
}

/** What the made-up names of a kiosk's visitors are written with. */
export function gatherVisitors(root: string, languages: readonly Language[]): string {
  const texts = languages.map((language) =>
    readFileSync(join(root, 'levels', 'kiosk-names', `${language}.json`), 'utf8'),
  );
  return sort(new Set([...texts.join('')].filter(isChineseOnly)));
}

function isPart(group: TextGroup): boolean {
  return group.cutFor.startsWith('part-');
}

function textOf(group: TextGroup, face: Typeface, isWanted: (key: string) => boolean): string {
  return group.files
    .filter((file) => face.languages.includes(file.language))
    .flatMap((file) => file.texts.filter(({ key }) => isWanted(key)).map(({ value }) => value))
    .join('');
}

function isNameOrLine(key: string): boolean {
  return key === 'name' || key === 'line';
}

function isChineseOnly(character: string): boolean {
  return CHINESE_ONLY.test(character);
}

function sort(characters: ReadonlySet<string>): string {
  return [...characters].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('');
}
