/** Reads and writes one idea's folder of the bank: the structure, and the words of one language. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankItems, type ContentFault, type Item } from '../../src/quiz/index.ts';
import type { Language } from '../../src/i18n/languages.ts';
import type { ItemTexts, WordedItem } from './worded-item.ts';

type Words = Readonly<Record<string, ItemTexts>>;

function readJson(file: string): unknown {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : { items: undefined };
}

function readWords(file: string): Words {
  return (readJson(file) as { items?: Words }).items ?? {};
}

/** The items of an idea, without their words; faulty ones are left out. */
export function readStructure(bank: string, idea: string): readonly Item[] {
  const file = join(bank, idea, 'items.json');
  return existsSync(file) ? readBankItems(file, idea, readJson(file)).items : [];
}

/** The items of an idea that have words in the language, and what is wrong in the folder. */
export function readFolder(
  bank: string,
  idea: string,
  language: Language,
): { readonly items: readonly WordedItem[]; readonly faults: readonly ContentFault[] } {
  const file = join(bank, idea, 'items.json');
  if (!existsSync(file)) return { items: [], faults: [] };
  const { items, faults } = readBankItems(file, idea, readJson(file));
  const words = readWords(join(bank, idea, `${language}.json`));
  return {
    items: items.flatMap((item) => {
      const texts = words[item.id];
      return texts ? [{ item, texts }] : [];
    }),
    faults,
  };
}

/** Adds items to an idea's folder, beside those that are there; the files are written in the bank's own form. */
export function addToFolder(bank: string, idea: string, language: Language, added: readonly WordedItem[]): void {
  const folder = join(bank, idea);
  mkdirSync(folder, { recursive: true });
  const itemsFile = join(folder, 'items.json');
  const old = (readJson(itemsFile) as { items?: readonly unknown[] }).items ?? [];
  const structures = added.map(({ item }) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'idea')),
  );
  write(itemsFile, { items: [...old, ...structures] });
  const wordsFile = join(folder, `${language}.json`);
  const words = Object.fromEntries(added.map(({ item, texts }) => [item.id, texts]));
  write(wordsFile, { items: { ...readWords(wordsFile), ...words } });
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
