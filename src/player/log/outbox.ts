import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Receipt } from '../../wire/records/records.ts';
import type { Database } from './database.ts';
import { writeAtOnce } from './write.ts';

/** Whether a receipt is for this very record. */
export function isFor(receipt: Receipt, row: StoredRecord): boolean {
  return receipt.id === row.id && receipt.payloadHash === row.payloadHash;
}

/** Records to be delivered, oldest first, at most `limit`. A place whose record lies aside is passed over, and kept. */
export async function readPending(database: Database, limit: number): Promise<readonly StoredRecord[]> {
  const transaction = database.transaction(['outbox', 'records'], 'readonly');
  // Heard below when all is read; a failure before that must not count as unheard.
  transaction.done.catch(() => undefined);
  const pending: StoredRecord[] = [];
  let from: IDBKeyRange | null = null;
  while (pending.length < limit) {
    const most = limit - pending.length;
    const ids: string[] = await transaction.objectStore('outbox').getAllKeys(from, most);
    const rows = await Promise.all(ids.map((id) => transaction.objectStore('records').get(id)));
    for (const row of rows) if (row !== undefined) pending.push(row);
    const last = ids.at(-1);
    if (last === undefined || ids.length < most) break;
    from = IDBKeyRange.lowerBound(last, true);
  }
  await transaction.done;
  return pending;
}

/**
 * Takes delivered records off, if the device plays under the token (when one is given). Returns the ids of those that
 * went. One transaction.
 */
export async function takeOff(
  database: Database,
  receipts: readonly Receipt[],
  token: string | undefined,
): Promise<readonly string[] | 'otherPlayer'> {
  return writeAtOnce(database, ['outbox', 'records', 'meta'], async (transaction) => {
    const membership = await transaction.objectStore('meta').get('membership');
    if (token !== undefined && membership?.key === 'membership' && membership.token !== token) return 'otherPlayer';
    const gone: string[] = [];
    for (const receipt of receipts) {
      const row = await transaction.objectStore('records').get(receipt.id);
      const waits = await transaction.objectStore('outbox').getKey(receipt.id);
      if (row === undefined || waits === undefined || !isFor(receipt, row)) continue;
      await transaction.objectStore('outbox').delete(receipt.id);
      gone.push(receipt.id);
    }
    return gone;
  });
}
