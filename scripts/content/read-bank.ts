/** Reads the bank from the disk: the items, their words in every language, and everything that is wrong with either. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import {
  ContentError,
  findItemTextFaults,
  readBank,
  readConcepts,
  type Concept,
  type ContentFault,
  type Item,
} from '../../src/quiz/index.ts';
import { parseFile } from './parse-file.ts';
import { gatherByItem } from './word-faults.ts';

/** Every text of the bank in one language, by key (`items.<id>.stem`). */
export type BankTexts = ReadonlyMap<string, string>;

/** The bank as it lies on the disk. */
export interface BankOnDisk {
  readonly concepts: readonly Concept[];
  readonly items: readonly Item[];
  /** What is wrong with the structure. */
  readonly faults: readonly ContentFault[];
  readonly texts: Readonly<Record<Language, BankTexts>>;
  /** What is wrong with the words of each language: missing, too many, wrong placeholders. */
  readonly textFaults: Readonly<Record<Language, readonly ContentFault[]>>;
}

/** Reads `levels/bank`. Throws `ContentError` only for `levels/concepts.json`; all else is among the faults. */
export function readBankOnDisk(root: string): BankOnDisk {
  const load = (file: string): string => readFileSync(join(root, file), 'utf8');
  const concepts = readConcepts(
    'levels/concepts.json',
    parseFile('levels/concepts.json', load('levels/concepts.json')),
  );
  const ideas = concepts.map(({ id }) => id);
  const folders = readdirSync(join(root, 'levels/bank')).toSorted();
  const unread: ContentFault[] = [];
  const files = folders.flatMap((idea) => {
    const file = `levels/bank/${idea}/items.json`;
    if (!existsSync(join(root, file))) return [];
    const value = catchFaults(unread, () => parseFile(file, load(file)));
    return value === undefined ? [] : [{ file, idea, value }];
  });
  const bank = readBank(files, ideas);
  const { items } = bank;
  const faults = [...unread, ...bank.faults.map((fault) => nameItem(fault, files))];
  const faulty = new Set(faults.map(({ file }) => file));
  const read = LANGUAGES.map((language) => [language, readWords(root, language, folders, items, faulty)] as const);
  return {
    concepts,
    items,
    faults,
    texts: Object.fromEntries(read.map(([language, { texts }]) => [language, texts])) as BankOnDisk['texts'],
    textFaults: Object.fromEntries(
      read.map(([language, words]) => [language, words.faults]),
    ) as BankOnDisk['textFaults'],
  };
}

/**
 * Reads the words of one language. While a file of items is faulty, nobody can say which words belong to it: then only those
 * of its sound items are looked at, so that one slip is not told once for every word that hangs on it.
 */
function readWords(
  root: string,
  language: Language,
  folders: readonly string[],
  items: readonly Item[],
  faulty: ReadonlySet<string>,
): { readonly texts: BankTexts; readonly faults: readonly ContentFault[] } {
  const texts = new Map<string, string>();
  const faults: ContentFault[] = [];
  for (const idea of folders) {
    const file = `levels/bank/${idea}/${language}.json`;
    const own = items.filter((item) => item.idea === idea);
    if (!existsSync(join(root, file))) {
      if (own.length > 0) faults.push({ file, path: '', reason: 'the file is missing' });
      continue;
    }
    const value = catchFaults(faults, () => parseFile(file, readFileSync(join(root, file), 'utf8')));
    if (value === undefined) continue;
    const found = findItemTextFaults(file, value, own);
    const isOfOwn = ({ path }: ContentFault): boolean => own.some(({ id }) => path.startsWith(`items.${id}.`));
    const isFaulty = faulty.has(`levels/bank/${idea}/items.json`);
    faults.push(...gatherByItem(isFaulty ? found.filter(isOfOwn) : found, own));
    collect('', value, texts);
  }
  return { texts, faults };
}

/** Says of which item a fault is by its id: a writer does not count items, and least of all from 0. */
function nameItem(
  fault: ContentFault,
  files: readonly { readonly file: string; readonly value: unknown }[],
): ContentFault {
  const [place, index] = /^items\[(\d+)\]/.exec(fault.path) ?? [];
  if (place === undefined) return fault;
  const whole = files.find(({ file }) => file === fault.file)?.value as { readonly items: readonly unknown[] };
  const { id } = (whole.items[Number(index)] ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? { ...fault, path: fault.path.replace(place, `items.${id}`) } : fault;
}

/** What was read; or nothing, and the faults are added to the others. */
function catchFaults(faults: ContentFault[], read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}

function collect(path: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) collect(path === '' ? key : `${path}.${key}`, inner, into);
}
