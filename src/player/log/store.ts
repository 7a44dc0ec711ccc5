import { EXAMINATION_KEY } from '../drafts/examination-draft.ts';
import type { Database, KeptAside } from './database.ts';
import { readRecord, type StoredRecord } from '../../wire/records/read-record.ts';
import type { LogRecord, NewRecord } from '../../wire/records/records.ts';
import type { Surroundings } from '../surroundings.ts';
import { readDevice, stampRecord } from './device.ts';
import { writeAtOnce } from './write.ts';

/**
 * Writes one new record with the device's next number and its place in the outbox. An attempt also takes away the
 * unfinished run that it ends, and so does an examination.
 */
export function writeNew(database: Database, fresh: NewRecord, surroundings: Surroundings): Promise<StoredRecord> {
  return writeAtOnce(database, ['meta', 'records', 'outbox', 'drafts', 'kept-aside'], async (transaction) => {
    const found = readDevice(await transaction.objectStore('meta').get('device'), surroundings);
    const record = stampRecord(fresh, found.row, surroundings);
    await transaction.objectStore('meta').put({ ...found.row, nextSeq: found.row.nextSeq + 1 });
    await transaction.objectStore('records').put(record);
    await transaction.objectStore('outbox').put({ id: record.id });
    if (found.aside !== undefined) await transaction.objectStore('kept-aside').add(found.aside);
    if (fresh.type === 'attempt' || fresh.type === 'examination') {
      const key = fresh.type === 'attempt' ? fresh.payload.act : EXAMINATION_KEY;
      const draft = await transaction.objectStore('drafts').get(key);
      if (draft !== undefined && 'startedAt' in draft && draft.startedAt === fresh.payload.startedAt)
        await transaction.objectStore('drafts').delete(key);
    }
    return record;
  });
}

/** One transaction: new records with their places in the outbox, the device's counter kept ahead, things put aside. */
export async function putAll(
  database: Database,
  rows: readonly (readonly [stored: StoredRecord, toDeliver: boolean])[],
  aside: readonly KeptAside[],
): Promise<void> {
  await writeAtOnce(database, ['meta', 'records', 'outbox', 'kept-aside'], async (transaction) => {
    const own = await transaction.objectStore('meta').get('device');
    for (const [stored, toDeliver] of rows) {
      await transaction.objectStore('records').put(stored);
      if (toDeliver) await transaction.objectStore('outbox').put({ id: stored.id });
    }
    if (own?.key === 'device') {
      const ahead = rows.reduce((next, [row]) => (row.device === own.device ? Math.max(next, row.seq + 1) : next), 0);
      if (ahead > own.nextSeq) await transaction.objectStore('meta').put({ ...own, nextSeq: ahead });
    }
    for (const thing of aside) await transaction.objectStore('kept-aside').add(thing);
  });
}

/** One record that could not be read. */
export interface LogFault {
  readonly why: 'corrupt' | 'future';
  readonly detail: string;
}

export interface ReadLog {
  readonly records: readonly LogRecord[];
  readonly faults: readonly LogFault[];
}

/**
 * Reads the whole log. Records that cannot be understood are moved to the shelf; those on the shelf that can be
 * understood now, because the game was updated, are moved back.
 */
export async function readLog(database: Database, now: number): Promise<ReadLog> {
  const shelf = await database.getAll('kept-aside');
  const back = shelf.filter((thing) => thing.from === 'log' && readRecord(thing.raw).ok);
  if (back.length > 0) await moveBack(database, back);
  const records: LogRecord[] = [];
  const faults: LogFault[] = [];
  const unreadable: { id: string; detail: string }[] = [];
  for (const [id, raw] of await getEach(database)) {
    const read = raw instanceof Unreadable ? raw.result : readRecord(raw);
    if (read.ok) {
      records.push(read.record);
      continue;
    }
    const detail = [id, read.path, read.reason].filter((part) => part !== '').join(': ');
    faults.push({ why: read.why, detail });
    // What the browser itself cannot give out cannot be moved either: it stays where it is.
    if (!(raw instanceof Unreadable)) unreadable.push({ id, detail });
  }
  if (unreadable.length > 0) await moveAside(database, unreadable, now);
  return { records, faults };
}

/** A record whose bytes the browser cannot give out. */
class Unreadable {
  readonly result: { readonly ok: false; readonly why: 'corrupt'; readonly path: ''; readonly reason: string };
  constructor(error: unknown) {
    this.result = { ok: false, why: 'corrupt', path: '', reason: `the browser cannot read it: ${String(error)}` };
  }
}

/** All records with their keys; one by one if a single damaged one spoils reading them together. */
async function getEach(database: Database): Promise<readonly (readonly [id: string, raw: unknown])[]> {
  const ids = await database.getAllKeys('records');
  try {
    const all = await database.getAll('records');
    if (all.length === ids.length) return ids.map((id, place) => [id, all[place]]);
  } catch {
    // Fall through to the slow way, which says which one it was.
  }
  const each: (readonly [string, unknown])[] = [];
  for (const id of ids)
    each.push([id, await database.get('records', id).catch((error: unknown) => new Unreadable(error))]);
  return each;
}

async function moveAside(
  database: Database,
  unreadable: readonly { readonly id: string; readonly detail: string }[],
  now: number,
): Promise<void> {
  await writeAtOnce(database, ['records', 'kept-aside'], async (transaction) => {
    for (const { id, detail } of unreadable) {
      const raw: unknown = await transaction.objectStore('records').get(id);
      if (raw === undefined) continue; // another tab was faster
      await transaction.objectStore('kept-aside').add({ from: 'log', reason: detail, raw, at: now });
      await transaction.objectStore('records').delete(id);
    }
  });
}

async function moveBack(database: Database, things: readonly KeptAside[]): Promise<void> {
  await writeAtOnce(database, ['records', 'kept-aside'], async (transaction) => {
    for (const { key, raw } of things) {
      const read = readRecord(raw);
      if (!read.ok || key === undefined) continue;
      await transaction.objectStore('records').put(read.stored);
      await transaction.objectStore('kept-aside').delete(key);
    }
  });
}
