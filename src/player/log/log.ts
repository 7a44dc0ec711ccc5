import { BadInput } from '../../kernel/act.ts';
import type { OwnNoticeBoard } from '../notices/board.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DeviceRow, KeptAside } from './database.ts';
import { newDevice, readDevice, stampRecord } from './device.ts';
import { Disk, DiskError } from './disk.ts';
import { isFor, readPending, takeOff } from './outbox.ts';
import { putAll, readLog, writeNew, type ReadLog } from './store.ts';
import { writeAtOnce } from './write.ts';
import { findPayloadFault, readRecord, type StoredRecord } from '../../wire/records/read-record.ts';
import type { Kept, LogRecord, NewRecord, Receipt } from '../../wire/records/records.ts';

/** What the log tells those who listen. */
export interface LogEvents {
  /** Records that are new in the log, in this tab or brought by an import. */
  readonly onRecords: (records: readonly LogRecord[]) => void;
  /** Records were written to the disk: other tabs should read them. */
  readonly onWritten: (records: readonly StoredRecord[]) => void;
  /** How much is only in memory. */
  readonly onWaiting: (count: number) => void;
  /** A database that was late can be used now: read it. */
  readonly onBack: () => void;
}

/** A record that the disk has not taken yet. */
interface Waiting {
  readonly stored: StoredRecord;
  delivered: boolean;
}

/**
 * The append-only log. A record and its place in the outbox are one transaction, flushed to the medium before it
 * counts as written. What the disk does not take waits in memory, under a device id of this page life (so that its
 * numbers can never clash with another tab's), and is written as soon as the disk takes it.
 */
export class Log {
  readonly #surroundings: Surroundings;
  readonly #notices: OwnNoticeBoard;
  readonly #events: LogEvents;
  readonly disk: Disk;
  readonly #waiting: Waiting[] = [];
  /** What could not be put aside on the disk. */
  readonly #asideWaiting: KeptAside[] = [];
  #pageDevice: DeviceRow | undefined;
  #flushing: Promise<number> = Promise.resolve(0);

  constructor(surroundings: Surroundings, notices: OwnNoticeBoard, events: LogEvents) {
    this.#surroundings = surroundings;
    this.#notices = notices;
    this.#events = events;
    this.disk = new Disk(surroundings, notices, () => {
      void this.flush();
      events.onBack();
    });
  }

  /** Records that only this page has. */
  get waiting(): readonly StoredRecord[] {
    return this.#waiting.map(({ stored }) => stored);
  }

  /**
   * Writes one record. For an attempt, the unfinished run it ends is dropped in the same transaction, so that it can
   * neither be lost nor counted twice. Rejects with `BadInput` when the payload is not of its form.
   */
  async append(fresh: NewRecord): Promise<{ record: LogRecord; kept: Kept }> {
    const fault = findPayloadFault(fresh.type, fresh.payload);
    if (fault !== null) throw new BadInput(fault.path, fault.reason);
    const { stored, kept } = await this.#write(fresh);
    const read = readRecord(stored);
    if (!read.ok) throw new BadInput(read.path, read.reason);
    this.#events.onRecords([read.record]);
    if (kept === 'disk') {
      this.#events.onWritten([stored]);
      if (this.#waiting.length > 0) await this.flush();
    }
    return { record: read.record, kept };
  }

  async #write(fresh: NewRecord): Promise<{ stored: StoredRecord; kept: Kept }> {
    try {
      const stored = await this.disk.run((database) => writeNew(database, fresh, this.#surroundings));
      return { stored, kept: 'disk' };
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      const device = (this.#pageDevice ??= newDevice(this.#surroundings));
      const stored = stampRecord(fresh, device, this.#surroundings);
      this.#pageDevice = { ...device, nextSeq: device.nextSeq + 1 };
      this.#wait(stored);
      return { stored, kept: 'memory' };
    }
  }

  #wait(stored: StoredRecord, delivered = false): void {
    this.#waiting.push({ stored, delivered });
    this.#events.onWaiting(this.#waiting.length);
  }

  /** Tries to write what waits in memory, one try at a time. Returns how many records went to the disk. */
  flush(): Promise<number> {
    this.#flushing = this.#flushing.then(() => this.#flushOnce());
    return this.#flushing;
  }

  async #flushOnce(): Promise<number> {
    const batch = [...this.#waiting];
    const aside = [...this.#asideWaiting];
    if (batch.length + aside.length === 0) return 0;
    const rows = batch.map(({ stored, delivered }) => [stored, !delivered] as const);
    const done = await this.disk
      .run((database) => putAll(database, rows, aside).then(() => true))
      .catch(orNothing(false));
    if (!done) return 0;
    removeAll(this.#waiting, batch);
    removeAll(this.#asideWaiting, aside);
    this.#notices.withdraw('storageFull');
    this.#events.onWaiting(this.#waiting.length);
    if (batch.length > 0) this.#events.onWritten(batch.map(({ stored }) => stored));
    return batch.length;
  }

  /**
   * Reads the whole log and tells it to the listener. What cannot be read is moved aside with a notice; what was
   * moved aside before and can be read now (the game was updated) is moved back. Resolves to false without a disk.
   */
  async load(): Promise<boolean> {
    const rows = await this.disk
      .run((database) => readLog(database, this.#surroundings.now()))
      .catch(orNothing<ReadLog | null>(null));
    if (rows === null) return false;
    for (const { why, detail } of rows.faults)
      this.#notices.raise(why === 'future' ? 'recordFuture' : 'recordCorrupt', detail);
    this.#events.onRecords(rows.records);
    return true;
  }

  /** One record; null when it is not here or cannot be read. */
  async find(id: string): Promise<LogRecord | null> {
    const waiting = this.waiting.find((stored) => stored.id === id);
    const stored =
      waiting ?? (await this.disk.run((database) => database.get('records', id)).catch(orNothing(undefined)));
    const read = readRecord(stored);
    return read.ok ? read.record : null;
  }

  /** Everything in the log as it is stored, oldest first; with what waits in memory. */
  async readAll(): Promise<readonly StoredRecord[]> {
    const onDisk = await this.disk.run((database) => database.getAll('records')).catch(orNothing<StoredRecord[]>([]));
    return [...onDisk, ...this.waiting];
  }

  /**
   * Adds records that came from a file or, with `toDeliver` false, from the server. Those already here stay as they
   * are; a different one with a known id is told.
   */
  async merge(
    rows: readonly StoredRecord[],
    toDeliver = true,
  ): Promise<{
    readonly added: readonly StoredRecord[];
    readonly known: number;
    readonly conflicts: readonly StoredRecord[];
  }> {
    const here = new Map((await this.readAll()).map((row) => [row.id, row.payloadHash]));
    const added: StoredRecord[] = [];
    const conflicts: StoredRecord[] = [];
    for (const row of rows) {
      const hash = here.get(row.id);
      if (hash === undefined) added.push(row);
      else if (hash !== row.payloadHash) conflicts.push(row);
      here.set(row.id, hash ?? row.payloadHash);
    }
    if (added.length > 0) {
      try {
        await this.disk.run((database) =>
          putAll(
            database,
            added.map((row) => [row, toDeliver] as const),
            [],
          ),
        );
        this.#events.onWritten(added);
      } catch (error) {
        if (!(error instanceof DiskError)) throw error;
        for (const row of added) this.#wait(row, !toDeliver);
      }
    }
    const read = added.map((row) => readRecord(row));
    this.#events.onRecords(read.flatMap((result) => (result.ok ? [result.record] : [])));
    return { added, known: rows.length - added.length - conflicts.length, conflicts };
  }

  /** Keeps something that cannot be used; in memory until the disk takes it. */
  async keepAside(from: KeptAside['from'], reason: string, raw: unknown): Promise<void> {
    this.#asideWaiting.push({ from, reason, raw, at: this.#surroundings.now() });
    await this.flush();
  }

  /** What was kept aside, for whoever wants to look at it or send it in. */
  async readAside(): Promise<readonly KeptAside[]> {
    const onDisk = await this.disk.run((database) => database.getAll('kept-aside')).catch(orNothing<KeptAside[]>([]));
    return [...onDisk, ...this.#asideWaiting];
  }

  /** Records to be delivered, oldest first. */
  async pending(limit: number): Promise<readonly StoredRecord[]> {
    const onDisk = await this.disk
      .run((database) => readPending(database, limit))
      .catch(orNothing<readonly StoredRecord[]>([]));
    const inMemory = this.#waiting.filter(({ delivered }) => !delivered).map(({ stored }) => stored);
    return [...onDisk, ...inMemory].slice(0, limit);
  }

  /** Has what waits in memory delivered again: a server that this device is new to has none of it. */
  deliverWaiting(): void {
    for (const row of this.#waiting) row.delivered = false;
  }

  /** This device's own id, made now if it has written nothing yet; that of this page life when there is no disk. */
  async device(): Promise<string> {
    const own = await this.disk
      .run((database) =>
        writeAtOnce(database, ['meta', 'kept-aside'], async (transaction) => {
          const found = readDevice(await transaction.objectStore('meta').get('device'), this.#surroundings);
          await transaction.objectStore('meta').put(found.row);
          if (found.aside !== undefined) await transaction.objectStore('kept-aside').add(found.aside);
          return found.row.device;
        }),
      )
      .catch(orNothing<string | undefined>(undefined));
    return own ?? (this.#pageDevice ??= newDevice(this.#surroundings)).device;
  }

  /**
   * Takes delivered records out of the outbox; the log keeps them. With a token, only while the device plays under it:
   * what one team has, the next one lacks. Returns how many went.
   */
  async markDelivered(receipts: readonly Receipt[], token?: string): Promise<number> {
    const onDisk = await this.disk
      .run((database) => takeOff(database, receipts, token))
      .catch(orNothing<readonly string[] | 'otherPlayer'>([]));
    if (onDisk === 'otherPlayer') return 0;
    const gone = new Set(onDisk);
    for (const row of this.#waiting) {
      if (row.delivered || !receipts.some((receipt) => isFor(receipt, row.stored))) continue;
      row.delivered = true;
      gone.add(row.stored.id);
    }
    for (const { id, status, reason } of receipts) {
      if (status !== 'rejected' || !gone.has(id)) continue;
      this.#notices.raise('deliveryRejected', `${id}: ${reason ?? 'no reason given'}`);
      await this.keepAside('delivery', reason ?? 'no reason given', { id });
    }
    return gone.size;
  }
}

function removeAll<T>(list: T[], gone: readonly T[]): void {
  for (const thing of gone) {
    const place = list.indexOf(thing);
    if (place >= 0) list.splice(place, 1);
  }
}

function orNothing<T>(nothing: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof DiskError) return nothing;
    throw error;
  };
}
