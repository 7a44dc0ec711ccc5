import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { PARTS } from '../../src/i18n/part-names.ts';
import { findJsonFault } from './json-fault.ts';

/** One text of a language file. */
export interface Text {
  /** Where it stands in the file, joined by dots. */
  readonly key: string;
  readonly value: string;
}

/** One file of texts. */
export interface TextFile {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  /** `shell`, the act's folder, `bank/` and the idea's folder, or `part/` and the name of a part beside the shell. */
  readonly namespace: string;
  readonly language: Language;
  readonly texts: readonly Text[];
}

/** Texts of one namespace in every language that has a file for it. */
export interface TextGroup {
  readonly namespace: string;
  /** What its fonts are cut for: the namespace itself; for an idea, the group of ideas that is loaded together. */
  readonly cutFor: string;
  readonly files: readonly TextFile[];
  /** Files that ought to be there and are not. */
  readonly missing: readonly string[];
}

/** A language file that is not what a language file is; the message names file, key and reason. */
export class BadTexts extends Error {}

/** Folders under `levels/` that are no acts: the questions, and the words of visitors' names (`npm run names:check`). */
const BANK = 'bank';
const NAMES = 'kiosk-names';

/**
 * Reads every language file: those of the shell, of every act's folder under `levels/`, of every idea in the bank, and of
 * every part beside the shell.
 *
 * @throws BadTexts when a file is no JSON, or holds something else than texts
 */
export function readTextGroups(root: string): readonly TextGroup[] {
  const acts = listFolders(join(root, 'levels')).filter((name) => name !== BANK && name !== NAMES);
  const groups = readGroups(root);
  return [
    readGroup(root, 'shell', 'shell', 'src/i18n/texts'),
    ...acts.map((act) => readGroup(root, act, act, `levels/${act}`)),
    ...listFolders(join(root, 'levels', BANK)).map((idea) =>
      readGroup(root, `${BANK}/${idea}`, `${BANK}-${groups.get(idea) ?? 0}`, `levels/${BANK}/${idea}`),
    ),
    ...PARTS.map((part) => readGroup(root, `part/${part}`, `part-${part}`, `src/i18n/texts/${part}`)),
  ];
}

function listFolders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** The group of every idea. */
function readGroups(root: string): ReadonlyMap<string, number> {
  const { concepts } = JSON.parse(readFileSync(join(root, 'levels/concepts.json'), 'utf8')) as {
    concepts: readonly { readonly id: string; readonly group: number }[];
  };
  return new Map(concepts.map(({ id, group }) => [id, group]));
}

function readGroup(root: string, namespace: string, cutFor: string, folder: string): TextGroup {
  const files: TextFile[] = [];
  const missing: string[] = [];
  for (const language of LANGUAGES) {
    const file = `${folder}/${language}.json`;
    if (existsSync(join(root, file))) {
      files.push({ file, namespace, language, texts: readTextFile(join(root, file), file) });
    } else {
      missing.push(file);
    }
  }
  return { namespace, cutFor, files, missing };
}

function readTextFile(path: string, file: string): readonly Text[] {
  const text = readFileSync(path, 'utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const { line, reason } = findJsonFault(text);
    throw new BadTexts(`${file}: is not JSON (line ${line}: ${reason})`, { cause: error });
  }
  return [...walk(parsed, '', file)];
}

function* walk(node: unknown, key: string, file: string): Generator<Text> {
  if (typeof node === 'string') {
    yield { key, value: node };
  } else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    for (const [name, child] of Object.entries(node)) yield* walk(child, key === '' ? name : `${key}.${name}`, file);
  } else {
    throw new BadTexts(`${file}: ${key === '' ? 'the whole file' : key}: is neither a text nor a group of texts`);
  }
}
