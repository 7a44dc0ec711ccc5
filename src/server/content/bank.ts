/** The bank of items from the disk, without its words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { prepareBank, type ExaminationBank } from '../../quiz/examination/index.ts';
import { parseContent, readBank, readConcepts, type BankFile, type Concept, type Item } from '../../quiz/index.ts';
import { ROOT } from './acts.ts';

export interface ReadBank {
  readonly concepts: readonly Concept[];
  readonly items: readonly Item[];
  /** With the fingerprint that the page's bank has, since both are made of the same files in the same way. */
  readonly bank: ExaminationBank;
}

/**
 * Reads the bank as the page does: an item with a fault is left out, as there. Rejects when `levels/concepts.json` is
 * not good, or no item is left.
 */
export async function readBankFolder(root = ROOT): Promise<ReadBank> {
  const file = 'levels/concepts.json';
  const concepts = readConcepts(file, parseContent(file, await readFile(join(root, file), 'utf8')));
  const files = await Promise.all(concepts.map(({ id }) => readIdea(root, id)));
  const { items } = readBank(files.flat());
  return { concepts, items, bank: prepareBank(items, concepts) };
}

async function readIdea(root: string, idea: string): Promise<readonly BankFile[]> {
  const file = `levels/bank/${idea}/items.json`;
  try {
    return [{ file, idea, value: await readFile(join(root, file), 'utf8') }];
  } catch (error) {
    // An idea that has no items yet.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
