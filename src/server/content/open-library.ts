import { listActs, readActFile, ROOT } from './acts.ts';
import { readBankFolder } from './bank.ts';
import type { Library } from './library.ts';

/** Reads all that the server needs of `levels/`; about a quarter of a second. Rejects when a file is not good. */
export async function openLibrary(root = ROOT): Promise<Library> {
  const acts = await listActs(root);
  const [files, { concepts, items, bank }] = await Promise.all([
    Promise.all(acts.map((act) => readActFile(act, root))),
    readBankFolder(root),
  ]);
  return {
    acts,
    ideasOf: Object.fromEntries(files.map(({ id, ideas }) => [id, ideas])),
    betsOf: Object.fromEntries(files.map(({ id, bets }) => [id, bets])),
    groupOf: Object.fromEntries(concepts.map(({ id, group }) => [id, group])),
    items: new Map(items.map((item) => [item.id, item])),
    bank,
  };
}
