/** A make-believe kiosk: a database, a clock and a network that can be switched, and visits to keep. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import {
  openVisitBook,
  startDelivery,
  type DeliverableBook,
  type Delivering,
} from '../../../src/kiosk/outbox/index.ts';
import { openDatabase } from '../../../src/kiosk/outbox/database.ts';
import type { OutboxSurroundings } from '../../../src/kiosk/outbox/surroundings.ts';
import type { KioskHere } from '../../../src/kiosk/settings/kiosk-settings.ts';
import type { KioskRound } from '../../../src/kiosk/outbox/start-delivery.ts';
import type { Visit } from '../../../src/wire/kiosk.ts';
import { hashPayload } from '../../../src/wire/records/canonical.ts';
import { LockBoard } from '../../player/device.ts';
import { playAttempt } from '../../player/payloads.ts';
import { SAMPLE } from '../settings/sample.ts';
import { EventServer } from './event-server.ts';

export const EVENT = SAMPLE.event.id;

export function makeId(number: number): string {
  return `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A visit in which the counting act was played once for each score. */
export function makeVisit(number: number, scores: readonly number[] = [number], over: Partial<Visit> = {}): Visit {
  return {
    id: makeId(number),
    name: { language: 'en', first: number % 200, second: 0 },
    claim: null,
    startedAt: number * 1000,
    endedAt: number * 1000 + 500,
    records: scores.map((score, place) => makeRun(number * 100 + place, score)),
    ...over,
  };
}

function makeRun(number: number, score: number): unknown {
  const attempt = playAttempt(1);
  const payload: unknown = JSON.parse(JSON.stringify({ ...attempt, outcome: { ...attempt.outcome, score } }));
  return {
    id: makeId(number + 0x10_000),
    device: makeId(7),
    seq: 1,
    type: 'attempt',
    schema: 1,
    payload,
    payloadHash: hashPayload(payload),
    at: number,
  };
}

export class KioskDevice {
  readonly server = new EventServer();
  readonly factory = new IDBFactory();
  readonly locks = new LockBoard();
  readonly page = new EventTarget();
  clock = SAMPLE.event.endsAt - 3_600_000;
  online = true;
  /** Waits of a delivery that stand until they are let go. */
  readonly #waits: { readonly ms: number; readonly resolve: () => void }[] = [];

  surroundings(): OutboxSurroundings {
    return {
      indexedDB: this.factory,
      page: this.page,
      locks: this.locks,
      fetch: (path, init) =>
        this.online ? this.server.fetch(path, init) : Promise.reject(new TypeError('failed to fetch')),
      isOnline: () => true,
      now: () => this.clock++,
      wait: (ms) => (ms < 1000 ? Promise.resolve() : new Promise((resolve) => this.#waits.push({ ms, resolve }))),
      random: () => 0.5,
    };
  }

  /** Lets every wait end, as if its time were over. Returns how long they were. */
  letPass(): readonly number[] {
    const ended = this.#waits.splice(0);
    for (const { resolve } of ended) resolve();
    return ended.map(({ ms }) => ms);
  }

  openBook(): DeliverableBook {
    return openVisitBook(this.surroundings());
  }

  /** Everything in the kiosk's database, by store. */
  async readAllRows(): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const database = await openDatabase(this.factory, () => undefined);
    const rows: Record<string, readonly unknown[]> = {};
    for (const store of database.objectStoreNames) rows[store] = await database.getAll(store);
    database.close();
    return rows;
  }

  /** A book on a device that has been set up, with a server or without one. */
  async setUp(membership: KioskHere['membership'] = { team: 'North', token: 'token' }): Promise<DeliverableBook> {
    const book = this.openBook();
    await book.writeHere({ settings: SAMPLE, membership });
    return book;
  }

  startDelivery(book: DeliverableBook): Delivering {
    return startDelivery(book, this.surroundings());
  }

  /** One round, as the outer page would make it at its start. */
  async deliver(book: DeliverableBook): Promise<KioskRound> {
    const delivery = this.startDelivery(book);
    const round = await delivery.deliverNow();
    delivery.stop();
    return round;
  }
}

/** Keeps visits and closes them. */
export async function keepAll(book: DeliverableBook, visits: readonly Visit[]): Promise<void> {
  for (const visit of visits) {
    await book.keepVisit(visit);
    await book.closeVisit(visit.id);
  }
}
