import type { Database } from './database.ts';
import type { BoardParts } from './merge-board.ts';
import { readHere } from './read-here.ts';

/** Everything that the board of this kiosk's event is made of; null when the kiosk is not set up. One transaction. */
export async function readBoardParts(database: Database): Promise<BoardParts | null> {
  const transaction = database.transaction(['meta', 'runs', 'boards', 'hidden']);
  const here = await readHere(transaction.objectStore('meta'));
  if (here === null) return null;
  const { id: event, name } = here.settings.event;
  const [own, seen, hidden] = await Promise.all([
    transaction.objectStore('runs').index('byEvent').getAll(event),
    transaction.objectStore('boards').get(event),
    transaction.objectStore('hidden').getAllKeys(),
  ]);
  return { event, name, own, seen: seen ?? null, hidden: new Set(hidden) };
}
