/**
 * Says once in a page's life which files of the bank are damaged: to the player that there are some, to whoever looks
 * after the content (the console, an error log) file, path and reason. Everything else in them still plays.
 */
import { ContentError } from '../quiz/index.ts';
import { loadBank, type LoadedBank } from './bank.ts';
import { player } from './player.ts';

let told = false;

/** Loads the bank and tells what is wrong with it. Rejects when it does not arrive. */
export async function loadToldBank(): Promise<LoadedBank> {
  const bank = await loadBank();
  if (told) return bank;
  told = true;
  if (bank.faults.length > 0) reportError(new ContentError(bank.faults));
  const files = [...new Set(bank.faults.map(({ file }) => file))];
  for (const name of files) {
    const faults = bank.faults.filter(({ file }) => file === name);
    player.notices.raise(
      'bankCorrupt',
      faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join('\n'),
    );
  }
  return bank;
}
