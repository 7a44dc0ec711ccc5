import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/**
 * Does some work in one transaction: all of it is on the medium when this resolves, or none of it when it rejects.
 * `strict`, because what is earned counts as written only when it is on the medium, not when the system has taken it.
 * Aborts by itself when the work throws: a request that fails before it is placed would else leave the rest to commit.
 */
export async function writeAtOnce<Stores extends DBSchema, Name extends StoreNames<Stores>, T>(
  database: IDBPDatabase<Stores>,
  stores: readonly Name[],
  work: (transaction: IDBPTransaction<Stores, Name[], 'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
  // Heard below when the work is done; a failure before that must not count as unheard.
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has aborted by itself already.
    }
    throw transaction.error ?? error;
  }
}
