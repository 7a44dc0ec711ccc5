/** Reads the bank from the disk: the items, their words in every language, and everything that is wrong with either. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import {
  ContentError,
  findItemTextFaults,
  parseContent,
  readBank,
  readConcepts,
  type Concept,
  type ContentFault,
  type Item,
} from '../../src/quiz/index.ts';

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
    parseContent('levels/concepts.json', load('levels/concepts.json')),
  );
  const ideas = concepts.map(({ id }) => id);
  const folders = readdirSync(join(root, 'levels/bank')).toSorted();
  const files = folders.flatMap((idea) => {
    const file = `levels/bank/${idea}/items.json`;
    return existsSync(join(root, file)) ? [{ file, idea, value: load(file) }] : [];
  });
  const { items, faults } = readBank(files, ideas);
  const read = LANGUAGES.map((language) => [language, readWords(root, language, folders, items)] as const);
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

function readWords(
  root: string,
  language: Language,
  folders: readonly string[],
  items: readonly Item[],
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
    try {
      const value = parseContent(file, readFileSync(join(root, file), 'utf8'));
      faults.push(...findItemTextFaults(file, value, own));
      collect('', value, texts);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      faults.push(...error.faults);
    }
  }
  return { texts, faults };
}

function collect(path: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) collect(path === '' ? key : `${path}.${key}`, inner, into);
}
