/** Looks into a device's database from outside. */
export interface DiskContents {
  /** Ids of the log, with their fingerprints. */
  readonly records: ReadonlyMap<string, string>;
  readonly outbox: readonly string[];
}

export async function readDisk(factory: IDBFactory): Promise<DiskContents> {
  // Opening makes a database: where nobody has made one, that is left to the device.
  const isThere = (await factory.databases()).some(({ version = 0 }) => version > 0);
  return isThere ? read(factory) : { records: new Map(), outbox: [] };
}

function read(factory: IDBFactory): Promise<DiskContents> {
  return new Promise((resolve, reject) => {
    const request = factory.open('marshals-baton');
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    request.addEventListener('success', () => {
      const database = request.result;
      const transaction = database.transaction(['records', 'outbox']);
      const records = transaction.objectStore('records').getAll() as IDBRequest<{ id: string; payloadHash: string }[]>;
      const outbox = transaction.objectStore('outbox').getAllKeys() as IDBRequest<string[]>;
      transaction.addEventListener('complete', () => {
        database.close();
        const rows = records.result.map(({ id, payloadHash }) => [id, payloadHash] as const);
        resolve({ records: new Map(rows), outbox: outbox.result });
      });
    });
  });
}
