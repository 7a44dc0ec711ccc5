import type { RecordsPage } from '../../wire/delivery.ts';
import { readRecord, type StoredRecord } from '../../wire/records/read-record.ts';
import type { WhyLater } from './courier.ts';
import type { Line } from './line.ts';

export interface ReadingOrder {
  readonly line: Line;
  /** How far was read before. */
  readonly after: number;
  /** Adds a page's records to the log, and keeps how far was read. Resolves to false to stop. */
  readonly take: (records: readonly StoredRecord[], upTo: number) => Promise<boolean>;
}

/** How reading ended: all is read, or why not. */
export type Reading =
  | { readonly end: 'clean' }
  | { readonly end: 'later'; readonly why: WhyLater; readonly retryAfter: number }
  | { readonly end: 'signedOut' | 'erased' };

/** Reads what the player's other devices delivered. What cannot be read is left out: the server keeps it. */
export async function readOthers({ line, after, take }: ReadingOrder): Promise<Reading> {
  for (let from = after; ;) {
    const reply = await line.ask<RecordsPage | null>('GET', `/api/records?after=${from}`);
    if (!reply.ok) {
      if (reply.why === 'offline') return { end: 'later', why: 'offline', retryAfter: 0 };
      if (reply.why === 'busy') return { end: 'later', why: 'busy', retryAfter: reply.retryAfter };
      if (reply.code === 'erased') return { end: 'erased' };
      if (reply.code === 'notSignedIn') return { end: 'signedOut' };
      // A kiosk has no other devices, and an older server no such page: there is nothing to be had.
      return { end: 'clean' };
    }
    const { records, upTo, more } = reply.value ?? ({} as Partial<RecordsPage>);
    if (!Array.isArray(records) || !Number.isSafeInteger(upTo)) return { end: 'later', why: 'offline', retryAfter: 0 };
    const next = upTo as number;
    const good = records.flatMap((raw) => {
      const read = readRecord(raw);
      return read.ok ? [read.stored] : [];
    });
    if (next <= from) return { end: 'clean' };
    if (!(await take(good, next)) || more !== true) return { end: 'clean' };
    from = next;
  }
}
