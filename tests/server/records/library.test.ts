import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { gatherItems } from '../../../scripts/build/bank-chunks.ts';
import { loadRealBank } from '../../../scripts/exam/real-bank.ts';
import { prepareBank } from '../../../src/quiz/examination/index.ts';
import { readBank } from '../../../src/quiz/index.ts';
import { ROOT } from '../../../src/server/content/acts.ts';
import { openLibrary } from '../../../src/server/content/open-library.ts';

const library = await openLibrary();

describe('the library', () => {
  it('finds every act that has rules, by its folder, in the order of the campaign', () => {
    const folders = readdirSync(join(ROOT, 'src/acts'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(library.acts.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
    expect(library.acts.slice(0, 2)).toEqual(['duck-pond', 'blind-and-lame']);
    for (const act of library.acts) {
      expect(library.ideasOf[act]?.length, act).toBeGreaterThan(0);
      expect(library.betsOf[act]?.length, act).toBeGreaterThan(1);
      for (const idea of library.ideasOf[act] ?? []) expect(library.groupOf[idea], idea).toBeGreaterThan(0);
    }
  });

  it('has the bank that the page has: the same fingerprint, by the same files', () => {
    // As `src/app/bank.ts` makes it from `virtual:bank/items`.
    const { ideas, files } = gatherItems(ROOT);
    const ofPage = prepareBank(readBank(files).items, ideas);
    expect(library.bank.fingerprint).toBe(ofPage.fingerprint);
    expect(library.bank.fingerprint).toBe(loadRealBank().fingerprint);
    expect([...library.items.keys()].toSorted()).toEqual(ofPage.entries.map(({ item }) => item.id).toSorted());
  });
});
