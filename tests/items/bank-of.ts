import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFolder } from '../../scripts/items/bank-folder.ts';
import type { WordedItem } from '../../scripts/items/worded-item.ts';
import type { Language } from '../../src/i18n/languages.ts';

const BANK = resolve(import.meta.dirname, '..', '..', 'levels', 'bank');

/** The real bank with its words. */
export function bankOf(language: Language): readonly WordedItem[] {
  return readdirSync(BANK).flatMap((idea) => readFolder(BANK, idea, language).items);
}
