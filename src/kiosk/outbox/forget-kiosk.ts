/** The end of the kiosk on this device: nobody sweeps here any more, so what could still be swept goes now. */
import type { Connection } from './connection.ts';
import { LOST_STATES, within } from './database.ts';

/**
 * Drops the settings, boards and runs, visits that no server takes, and all that was told. What waits for a server stays
 * until the device is set up again: closed visits, their events, and entries that the server is still to hide.
 */
export async function forgetKiosk(connection: Connection): Promise<void> {
  await connection.write(['meta', 'events', 'visits', 'runs', 'hidden', 'boards'], async (transaction) => {
    const [visits, hidden] = [transaction.objectStore('visits'), transaction.objectStore('hidden')];
    for (const store of ['meta', 'runs', 'boards'] as const) await transaction.objectStore(store).clear();
    for (const state of LOST_STATES)
      for (const id of await visits.index('byState').getAllKeys(within(state))) await visits.delete(id);
    const waiting = new Set((await visits.getAll()).map(({ event }) => event));
    for (const { visit, event, told } of await hidden.getAll())
      if (told || !waiting.has(event)) await hidden.delete(visit);
    for (const id of await transaction.objectStore('events').getAllKeys())
      if (!waiting.has(id)) await transaction.objectStore('events').delete(id);
  });
}
