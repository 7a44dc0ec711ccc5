/** What an examination is held with: the bank made ready for it, and the words of its questions. */
import { prepareBank, type ExaminationBank } from '../../quiz/examination/index.ts';
import type { Item } from '../../quiz/index.ts';
import { loadToldBank } from '../bank-faults.ts';
import { loadBankTexts } from '../bank.ts';
import { player } from '../player.ts';

export interface Hall {
  /** Null when nothing in the bank can be asked. */
  readonly bank: ExaminationBank | null;
  /** By id. */
  readonly items: ReadonlyMap<string, Item>;
  /** The ideas of the bank. */
  readonly ideas: readonly string[];
}

let opening: Promise<Hall> | undefined;

/** Opens the hall, once. Rejects when the bank does not arrive; then the next call asks again. */
export function openHall(): Promise<Hall> {
  opening ??= prepare().catch((reason: unknown) => {
    opening = undefined;
    throw reason;
  });
  return opening;
}

async function prepare(): Promise<Hall> {
  const { items, groups } = await loadToldBank();
  const ideas = [...groups].map(([id, group]) => ({ id, group }));
  return {
    bank: items.length === 0 ? null : prepareBank(items, ideas),
    items: new Map(items.map((item) => [item.id, item])),
    ideas: [...new Set(items.map(({ idea }) => idea))],
  };
}

/**
 * The hall with all its words: an examination may ask about anything, and must not stop for a line that is cut in the
 * middle of it. Rejects when they do not arrive.
 */
export async function openHallWithWords(): Promise<Hall> {
  const hall = await openHall();
  await Promise.all([loadBankTexts(hall.ideas), player.ready]);
  return hall;
}
