import { wrap, type DBSchema, type IDBPDatabase } from 'idb';
import type { MembershipRow } from '../delivery/membership.ts';
import type { StoredDraft } from '../drafts/draft.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';

export const DATABASE = 'marshals-baton';
/** Version of the stores and indexes; the records' own versions are apart from it. */
const DATABASE_VERSION = 1;

/** Something that could not be used, whole, with the reason: nothing a player earned is ever deleted. */
export interface KeptAside {
  readonly key?: number;
  readonly from: 'log' | 'import' | 'draft' | 'delivery' | 'device';
  readonly reason: string;
  readonly raw: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Who writes here, and the number of the next record. */
export interface DeviceRow {
  readonly key: 'device';
  readonly device: string;
  readonly nextSeq: number;
}

/** The browser's answer to the wish not to have this deleted. */
export interface PersistRow {
  readonly key: 'persist';
  readonly granted: boolean;
  readonly at: number;
}

export interface Stores extends DBSchema {
  records: { key: string; value: StoredRecord };
  /** Ids of the records to be delivered. The record itself is not copied, so the two cannot disagree. */
  outbox: { key: string; value: { readonly id: string } };
  drafts: { key: string; value: StoredDraft };
  'kept-aside': { key: number; value: KeptAside };
  meta: { key: string; value: DeviceRow | PersistRow | MembershipRow };
}

export type Database = IDBPDatabase<Stores>;

/** What can happen to a connection from outside. */
export interface ConnectionEvents {
  /** An older copy of the game holds the database open; the promise waits until it lets go. */
  readonly onBlocked: () => void;
  /** Another tab wants to upgrade the database (`version`) or to delete it (null); the connection has been closed. */
  readonly onUnwanted: (version: number | null) => void;
  /** The browser closed the connection. */
  readonly onTerminated: () => void;
}

/**
 * Opens the database, making or upgrading its stores. Rejects with the browser's own error. Done with the factory
 * that is given, so it does not go through idb's `openDB`, which knows only the page's own.
 */
export function openDatabase(factory: IDBFactory, events: ConnectionEvents): Promise<Database> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, DATABASE_VERSION);
    request.addEventListener('blocked', () => events.onBlocked());
    request.addEventListener('upgradeneeded', ({ oldVersion }) => makeStores(request.result, oldVersion));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database cannot be opened')));
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('versionchange', ({ newVersion }) => {
        database.close();
        events.onUnwanted(newVersion);
      });
      database.addEventListener('close', () => events.onTerminated());
      resolve(wrap(database) as Database);
    });
  });
}

function makeStores(database: IDBDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore('records', { keyPath: 'id' });
    database.createObjectStore('outbox', { keyPath: 'id' });
    database.createObjectStore('drafts', { keyPath: 'act' });
    database.createObjectStore('kept-aside', { keyPath: 'key', autoIncrement: true });
    database.createObjectStore('meta', { keyPath: 'key' });
  }
}
