/** Where the tries are kept: a database of their own, because localStorage forgets its last seconds in a power cut. */
import { openDB, type IDBPDatabase } from 'idb';
import { readTries, type Tries } from './tries.ts';

/** Both reject when the device does not let them. */
export interface TriesShelf {
  read(): Promise<Tries>;
  write(tries: Tries): Promise<void>;
}

const DATABASE = 'marshals-baton-pin';
const STORE = 'tries';
const KEY = 'pad';

function open(): Promise<IDBPDatabase> {
  return openDB(DATABASE, 1, { upgrade: (database) => void database.createObjectStore(STORE) });
}

/** The device's own. Opened anew for each use: a pad is used rarely, and a lost connection must not matter. */
export const deviceShelf: TriesShelf = {
  async read() {
    const database = await open();
    try {
      return readTries(await database.get(STORE, KEY));
    } finally {
      database.close();
    }
  },
  async write(tries) {
    const database = await open();
    try {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(tries, KEY), transaction.done]);
    } finally {
      database.close();
    }
  },
};
