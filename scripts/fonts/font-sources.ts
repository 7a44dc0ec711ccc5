import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { Typeface } from './typefaces.ts';

/** A font file that was published, and the characters to take from it. */
export interface Source {
  readonly path: string;
  readonly characters: string;
}

/** Published in one piece; it lacks some punctuation, which then comes from a slice. */
const WHOLE: Readonly<Record<string, string>> = {
  'noto-sans-sc': 'chinese-simplified',
  'noto-sans-tc': 'chinese-traditional',
  'noto-serif-sc': 'chinese-simplified',
  'noto-serif-tc': 'chinese-traditional',
};

/** The big file of a Chinese face, or nothing for a face that is published in slices only. */
export function findWholeFont(root: string, face: Typeface): string | undefined {
  const subset = WHOLE[face.source];
  return subset === undefined ? undefined : fontFile(root, face, subset);
}

/**
 * Finds the published slices that hold the given characters; a character that no slice claims is left out.
 */
export function findSlices(root: string, face: Typeface, characters: string): readonly Source[] {
  const slices = new Map<string, string>();
  const ranges = readSlices(root, face);
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const slice = ranges.find(({ spans }) => spans.some(([first, last]) => first <= code && code <= last));
    if (slice !== undefined) slices.set(slice.name, (slices.get(slice.name) ?? '') + character);
  }
  return [...slices]
    .map(([name, taken]) => ({ path: fontFile(root, face, name), characters: taken }))
    .filter(({ path }) => existsSync(path));
}

function fontFile(root: string, face: Typeface, subset: string): string {
  const name = `${face.source}-${subset}-${face.weight}-normal.woff2`;
  return join(root, 'node_modules', '@fontsource', face.source, 'files', name);
}

/** The first and the last code of some that follow each other. */
export type Span = readonly [first: number, last: number];

interface Slice {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** Every published slice of a face, by its path from the repository's root, with what it claims. */
export function listSlices(root: string, face: Typeface): readonly { file: string; spans: readonly Span[] }[] {
  return readSlices(root, face)
    .map(({ name, spans }) => ({ file: relative(root, fontFile(root, face, name)).replaceAll('\\', '/'), spans }))
    .filter(({ file }) => existsSync(join(root, file)));
}

function readSlices(root: string, face: Typeface): readonly Slice[] {
  const file = join(root, 'node_modules', '@fontsource', face.source, 'unicode.json');
  const published = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const slices = Object.entries(published).map(([name, range]) => ({
    name: name.replace(/^\[(\d+)\]$/, '$1'),
    spans: range.split(',').map(readSpan),
  }));
  // "latin" claims the common signs that its extensions claim as well, and it is the file that a page loads anyway.
  return slices.toSorted((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'));
}

function readSpan(text: string): Span {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
