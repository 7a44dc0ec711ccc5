import {
  wrap,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import type { Board, KioskEvent, MadeName, Visit } from '../../wire/kiosk.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';
import type { DeliveryFault } from './visit-book.ts';

export const DATABASE = 'marshals-baton-kiosk';
const DATABASE_VERSION = 1;

/** Where a visit is: still going on, waiting to be delivered; or the server will never take it, or came too late for it. */
export type VisitState = 'open' | 'closed' | 'refused' | 'over';
/** States in which nothing can become of a visit any more. */
export const LOST_STATES = ['refused', 'over'] as const;

/** A visit whose records are not with the server. It goes when the server has it. */
export interface VisitRow {
  readonly id: string;
  readonly event: string;
  readonly state: VisitState;
  readonly visit: Visit;
}

/** What the board shows of a visit; small, and it stays until the event is over. */
export interface RunsRow {
  /** The visit's id. */
  readonly visit: string;
  readonly event: string;
  readonly name: MadeName;
  /** The best run of each act. */
  readonly runs: readonly { readonly act: string; readonly score: number; readonly at: number }[];
  /** When the server took the visit, in milliseconds since 1970, in one order with `BoardRow.at`; null while it has not. */
  readonly delivered: number | null;
}

/** An entry that staff took from the board. */
export interface HiddenRow {
  readonly visit: string;
  readonly event: string;
  /** Whether the server knows. */
  readonly told: boolean;
}

/** The server's board as it was last seen, at a time in milliseconds since 1970 that no set clock brings out of order. */
export interface BoardRow {
  readonly event: string;
  readonly board: Board;
  readonly at: number;
}

export interface HereRow {
  readonly key: 'here';
  readonly here: KioskHere;
}

export interface DeliveryRow {
  readonly key: 'delivery';
  readonly lastRound: number | null;
  readonly fault: DeliveryFault | null;
}

export interface Stores extends DBSchema {
  meta: { key: string; value: HereRow | DeliveryRow };
  /** Events that visits here belong to: the settings may have gone on to another one. */
  events: { key: string; value: KioskEvent };
  visits: {
    key: string;
    value: VisitRow;
    indexes: { byState: [state: VisitState, event: string, startedAt: number] };
  };
  runs: { key: string; value: RunsRow; indexes: { byEvent: string } };
  hidden: { key: string; value: HiddenRow };
  boards: { key: string; value: BoardRow };
}

export type Database = IDBPDatabase<Stores>;
export type Writing<Name extends StoreNames<Stores>> = IDBPTransaction<Stores, Name[], 'readwrite'>;
/** One store in a writing transaction. */
export type Stored<Name extends StoreNames<Stores>> = IDBPObjectStore<Stores, StoreNames<Stores>[], Name, 'readwrite'>;

/** Opens the database, making its stores. Rejects with the browser's own error. `onGone` hears that the connection is over. */
export function openDatabase(factory: IDBFactory, onGone: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, DATABASE_VERSION);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      if (oldVersion < 1) makeStores(request.result);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('the database cannot be opened')));
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('versionchange', () => {
        database.close();
        onGone();
      });
      database.addEventListener('close', onGone);
      resolve(wrap(database) as Database);
    });
  });
}

function makeStores(database: IDBDatabase): void {
  database.createObjectStore('meta', { keyPath: 'key' });
  database.createObjectStore('events', { keyPath: 'id' });
  const visits = database.createObjectStore('visits', { keyPath: 'id' });
  visits.createIndex('byState', ['state', 'event', 'visit.startedAt']);
  const runs = database.createObjectStore('runs', { keyPath: 'visit' });
  runs.createIndex('byEvent', 'event');
  database.createObjectStore('hidden', { keyPath: 'visit' });
  database.createObjectStore('boards', { keyPath: 'event' });
}

/** All visits in a state, of one event or of any: a range of the index `byState`. */
export function within(state: VisitState, event?: string): IDBKeyRange {
  // Arrays come after every text and number.
  return event === undefined
    ? IDBKeyRange.bound([state], [state, []])
    : IDBKeyRange.bound([state, event], [state, event, []]);
}
