/** What the delivery needs of the book. */
import type { Board, KioskEvent, Visit, VisitReceipt } from '../../wire/kiosk.ts';
import type { Connection } from './connection.ts';
import { within, type Stored } from './database.ts';
import { sweepOver } from './make-room.ts';
import { readHere } from './read-here.ts';
import type { DeliveryFault } from './visit-book.ts';

export interface DeliverySide {
  /** Events to be told of: this kiosk's own, first, and those with visits that wait. */
  events(): Promise<readonly KioskEvent[]>;
  /** Closed visits of an event, oldest first, at most `limit`. */
  closed(event: string, limit: number): Promise<readonly Visit[]>;
  /** Writes down what became of visits: what is taken goes, what is `refused` or too late is not sent again, `later` waits. */
  settle(receipts: readonly VisitReceipt[]): Promise<void>;
  /** Hidden entries that the server does not know of, and whose visits it has if they were this kiosk's. */
  untold(): Promise<readonly { readonly event: string; readonly visit: string }[]>;
  markTold(visit: string): Promise<void>;
  keepBoard(board: Board): Promise<void>;
  /** `throughAt`: when the round came through; null leaves the last time as it is. */
  noteRound(throughAt: number | null, fault: DeliveryFault | null): Promise<void>;
  /** Forgets boards and runs of events whose time to be kept is over. */
  sweep(): Promise<void>;
}

export function openDeliverySide(connection: Connection, now: () => number): DeliverySide {
  return {
    async events() {
      return connection.run(async (database) => {
        const transaction = database.transaction(['events', 'visits', 'meta']);
        const own = (await readHere(transaction.objectStore('meta')))?.settings.event.id;
        const waits = transaction.objectStore('visits').index('byState');
        const found: KioskEvent[] = [];
        for (const event of await transaction.objectStore('events').getAll()) {
          if (event.id === own) found.unshift(event);
          else if ((await waits.count(within('closed', event.id))) > 0) found.push(event);
        }
        return found;
      });
    },
    async closed(event, limit) {
      const rows = await connection.run((database) =>
        database.getAllFromIndex('visits', 'byState', within('closed', event), limit),
      );
      return rows.map(({ visit }) => visit);
    },
    async settle(receipts) {
      await connection.write(['visits', 'runs', 'boards'], async (transaction) => {
        const [visits, runs] = [transaction.objectStore('visits'), transaction.objectStore('runs')];
        // Later than every board so far, whatever the device's clock says: it may have been set back since.
        const seen = await transaction.objectStore('boards').getAll();
        const at = Math.max(now(), ...seen.map((board) => board.at + 1));
        for (const receipt of receipts) await settleOne(visits, runs, receipt, at);
      });
    },
    async untold() {
      return connection.run(async (database) => {
        const transaction = database.transaction(['hidden', 'visits']);
        const rows = (await transaction.objectStore('hidden').getAll()).filter(({ told }) => !told);
        const ids = new Set(await transaction.objectStore('visits').getAllKeys());
        return rows.filter(({ visit }) => !ids.has(visit));
      });
    },
    async markTold(visit) {
      await connection.write(['hidden'], async (transaction) => {
        const row = await transaction.objectStore('hidden').get(visit);
        if (row !== undefined) await transaction.objectStore('hidden').put({ ...row, told: true });
      });
    },
    async keepBoard(board) {
      await connection.write(['boards', 'runs'], async (transaction) => {
        // The server had all of these when it made the board.
        const delivered = await transaction.objectStore('runs').index('byEvent').getAll(board.event);
        const at = delivered.reduce((latest, row) => Math.max(latest, row.delivered ?? 0), now());
        await transaction.objectStore('boards').put({ event: board.event, board, at });
      });
    },
    async noteRound(throughAt, fault) {
      await connection.write(['meta'], async (transaction) => {
        const row = await transaction.objectStore('meta').get('delivery');
        const before = row?.key === 'delivery' ? row.lastRound : null;
        await transaction.objectStore('meta').put({ key: 'delivery', lastRound: throughAt ?? before, fault });
      });
    },
    sweep: () => sweepOver(connection, now()),
  };
}

async function settleOne(
  visits: Stored<'visits'>,
  runs: Stored<'runs'>,
  { id, status }: VisitReceipt,
  at: number,
): Promise<void> {
  const row = await visits.get(id);
  if (row?.state !== 'closed' || status === 'later') return;
  if (status !== 'accepted') {
    // Not sent again, but kept where staff can see that something went wrong.
    await visits.put({ ...row, state: status });
    return;
  }
  await visits.delete(id);
  const shown = await runs.get(id);
  if (shown !== undefined) await runs.put({ ...shown, delivered: at });
}
