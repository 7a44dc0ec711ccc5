/** What goes when its time is over, or when the disk is full: only what the server has, or has refused. */
import type { Connection } from './connection.ts';
import { LOST_STATES, within } from './database.ts';
import { readHere } from './read-here.ts';

const DAY_MS = 86_400_000;
/** So many of the oldest delivered runs go at a time. */
const AT_A_TIME = 50;

/**
 * Drops the oldest things that are not needed any more: visits that the server will not take, then the oldest delivered
 * runs. Says whether anything went.
 */
export async function makeRoom(connection: Connection): Promise<boolean> {
  return connection.write(['visits', 'runs'], async (transaction) => {
    const visits = transaction.objectStore('visits');
    for (const state of LOST_STATES) {
      const lost = await visits.index('byState').getAllKeys(within(state), AT_A_TIME);
      for (const id of lost) await visits.delete(id);
      if (lost.length > 0) return true;
    }
    const delivered = (await transaction.objectStore('runs').getAll())
      .filter((row) => row.delivered !== null)
      .toSorted((one, other) => (one.delivered ?? 0) - (other.delivered ?? 0))
      .slice(0, AT_A_TIME);
    for (const { visit } of delivered) await transaction.objectStore('runs').delete(visit);
    return delivered.length > 0;
  });
}

/**
 * Forgets boards, runs, hidden entries and refused visits of events that have been over for as long as they were to be
 * kept. Visits that wait stay: only the server's clock, or staff, may say that they are too late.
 */
export async function sweepOver(connection: Connection, now: number): Promise<void> {
  await connection.write(['meta', 'events', 'visits', 'runs', 'hidden', 'boards'], async (transaction) => {
    const own = (await readHere(transaction.objectStore('meta')))?.settings.event.id;
    const [visits, runs] = [transaction.objectStore('visits'), transaction.objectStore('runs')];
    const hidden = transaction.objectStore('hidden');
    for (const { id, endsAt, keepDays } of await transaction.objectStore('events').getAll()) {
      if (now <= endsAt + keepDays * DAY_MS) continue;
      await transaction.objectStore('boards').delete(id);
      for (const state of LOST_STATES)
        for (const visit of await visits.index('byState').getAllKeys(within(state, id))) await visits.delete(visit);
      for (const visit of await runs.index('byEvent').getAllKeys(id)) await runs.delete(visit);
      for (const { event, visit } of await hidden.getAll()) if (event === id) await hidden.delete(visit);
      const waiting = await Promise.all(
        (['open', 'closed'] as const).map((state) => visits.index('byState').count(within(state, id))),
      );
      if (id !== own && waiting.every((count) => count === 0)) await transaction.objectStore('events').delete(id);
    }
  });
}
