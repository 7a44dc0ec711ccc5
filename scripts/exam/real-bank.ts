import { join, resolve } from 'node:path';
import { prepareBank, type ExaminationBank } from '../../src/quiz/examination/index.ts';
import { parseContent, readConcepts } from '../../src/quiz/index.ts';
import { readFileSync } from 'node:fs';
import { readBankOnDisk } from '../content/read-bank.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** The ideas of `levels/concepts.json`, each with its group. */
export function readIdeas(): readonly { readonly id: string; readonly group: number }[] {
  const file = 'levels/concepts.json';
  return readConcepts(file, parseContent(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** The bank as it is in `levels/bank`; items with faults are left out, as in the game. */
export function loadRealBank(): ExaminationBank {
  return prepareBank(readBankOnDisk(ROOT).items, readIdeas());
}
