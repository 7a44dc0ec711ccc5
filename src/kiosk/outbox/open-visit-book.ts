import type { KioskEvent, Visit } from '../../wire/kiosk.ts';
import type { KioskSettings } from '../settings/kiosk-settings.ts';
import { readBoardParts } from './board-parts.ts';
import { Connection, isFull } from './connection.ts';
import { LOST_STATES, within } from './database.ts';
import { openDeliverySide, type DeliverySide } from './delivery-side.ts';
import { forgetKiosk } from './forget-kiosk.ts';
import { findStanding, mergeBoard } from './merge-board.ts';
import { makeRoom } from './make-room.ts';
import { readHere } from './read-here.ts';
import { runsOf } from './runs-of.ts';
import { takeSurroundings, type OutboxSurroundings } from './surroundings.ts';
import type { VisitBook } from './visit-book.ts';

/** The book with what the delivery needs of it. */
export type DeliverableBook = VisitBook & DeliverySide;

/** The event as it is told to the server. */
function eventOf({ event, boardToken }: KioskSettings): KioskEvent {
  const { id, name, endsAt, keepDays } = event;
  return { id, name, endsAt, keepDays, boardToken };
}

/** Opens the kiosk's book: at once; the database is opened with the first question. */
export function openVisitBook(given: Partial<OutboxSurroundings> = {}): DeliverableBook {
  const surroundings = takeSurroundings(given);
  const connection = new Connection(surroundings);

  async function keep(visit: Visit): Promise<void> {
    await connection.write(['meta', 'events', 'visits', 'runs'], async (transaction) => {
      const here = await readHere(transaction.objectStore('meta'));
      if (here === null) throw new Error('this kiosk has not been set up');
      const before = await transaction.objectStore('visits').get(visit.id);
      const run = await transaction.objectStore('runs').get(visit.id);
      if ((before !== undefined && before.state !== 'open') || typeof run?.delivered === 'number')
        throw new Error(`the visit ${visit.id} has been closed`);
      const event = eventOf(here.settings);
      await transaction.objectStore('events').put(event);
      // Without a server the records can go nowhere, and a visitor's are not kept for nothing.
      if (here.membership !== null)
        await transaction.objectStore('visits').put({ id: visit.id, event: event.id, state: 'open', visit });
      await transaction
        .objectStore('runs')
        .put({ visit: visit.id, event: event.id, name: visit.name, runs: runsOf(visit), delivered: null });
    });
  }

  return {
    readHere: () => connection.run((database) => readHere(database.transaction('meta').store)),
    async writeHere(here) {
      await connection.write(['meta', 'events'], async (transaction) => {
        await transaction.objectStore('meta').put({ key: 'here', here });
        await transaction.objectStore('events').put(eventOf(here.settings));
      });
    },
    forgetHere: () => forgetKiosk(connection),
    async keepVisit(visit) {
      for (;;) {
        try {
          return await keep(visit);
        } catch (error) {
          if (!isFull(error) || !(await makeRoom(connection))) throw error;
        }
      }
    },
    async closeVisit(id) {
      await connection.write(['visits'], async (transaction) => {
        const row = await transaction.objectStore('visits').get(id);
        if (row?.state === 'open') await transaction.objectStore('visits').put({ ...row, state: 'closed' });
      });
    },
    async closeLeftOpen() {
      return connection.write(['visits'], async (transaction) => {
        const open = await transaction.objectStore('visits').index('byState').getAll(within('open'));
        for (const row of open) await transaction.objectStore('visits').put({ ...row, state: 'closed' });
        return open.length;
      });
    },
    async waiting() {
      return connection.run(async (database) => {
        const transaction = database.transaction(['visits', 'meta']);
        const visits = transaction.objectStore('visits').index('byState');
        const [open, closed, refused, over, row] = await Promise.all([
          visits.count(within('open')),
          visits.count(within('closed')),
          visits.count(within('refused')),
          visits.count(within('over')),
          transaction.objectStore('meta').get('delivery'),
        ]);
        const { lastRound, fault } = row?.key === 'delivery' ? row : { lastRound: null, fault: null };
        const lost = refused > 0 ? 'visitsRefused' : over > 0 ? 'eventOver' : null;
        return { visits: open + closed, lastRound, fault: fault ?? lost };
      });
    },
    async dropWaiting() {
      return connection.write(['visits'], async (transaction) => {
        const dropped = await transaction.objectStore('visits').index('byState').count(within('closed'));
        for (const state of ['closed', ...LOST_STATES] as const)
          for (const id of await transaction.objectStore('visits').index('byState').getAllKeys(within(state)))
            await transaction.objectStore('visits').delete(id);
        return dropped;
      });
    },
    async readBoard() {
      const parts = await connection.run(readBoardParts).catch(() => null);
      return parts === null ? { event: '', name: '', acts: {}, visitors: {} } : mergeBoard(parts);
    },
    async placeOf(act, score) {
      const parts = await connection.run(readBoardParts).catch(() => null);
      return parts === null ? { place: 1, of: 1, sure: false } : findStanding(parts, act, score);
    },
    async hide(visit) {
      await connection.write(['hidden', 'runs', 'meta'], async (transaction) => {
        const known = await transaction.objectStore('hidden').get(visit);
        const own = await transaction.objectStore('runs').get(visit);
        const event = own?.event ?? (await readHere(transaction.objectStore('meta')))?.settings.event.id;
        if (known === undefined && event !== undefined)
          await transaction.objectStore('hidden').put({ visit, event, told: false });
      });
    },
    close: () => connection.close(),
    ...openDeliverySide(connection, surroundings.now),
  };
}
