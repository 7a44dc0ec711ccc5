/**
 * Carries the outbox to the team server: in order, in batches, one tab at a time, for as long as it takes. A record
 * leaves the outbox only by a receipt that names its id and fingerprint, so a lost answer costs a repetition and
 * nothing else. The server counts each record once, by its id.
 */
import { MOST_RECORDS, type Delivery, type DeliveryAnswer, type DeliveryReceipt } from '../../wire/delivery.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Receipt } from '../../wire/records/records.ts';
import type { Outbox } from '../player.ts';
import { packBatch } from './batch.ts';
import type { Line, Reply } from './line.ts';

/** How one round of deliveries ended. */
export type Round =
  /** Nothing is left to deliver now. */
  | { readonly end: 'clean' }
  /** Another tab is at it. */
  | { readonly end: 'elsewhere' }
  /** To be tried again. Seconds that the server asked for. */
  | { readonly end: 'later'; readonly why: 'offline' | 'busy' | 'olderServer'; readonly retryAfter: number }
  /** The token is not good any more: the device was signed out, or the player erased. */
  | { readonly end: 'signedOut' | 'erased' };

export interface CourierEvents {
  /** The server gave receipts: how many records went, and those that were refused or do not count. */
  readonly onReceipts: (receipts: readonly DeliveryReceipt[]) => void;
}

/** Enough to find something to send behind records that wait for a newer server. */
const LOOK_AT = 500;

export class Courier {
  readonly #outbox: Outbox;
  readonly #line: Line;
  readonly #game: string;
  readonly #events: CourierEvents;

  constructor(outbox: Outbox, line: Line, game: string, events: CourierEvents) {
    this.#outbox = outbox;
    this.#line = line;
    this.#game = game;
    this.#events = events;
  }

  /** Delivers until the outbox is empty or something stands in the way. Never rejects because of the server. */
  async deliver(): Promise<Round> {
    return (await this.#outbox.alone(() => this.#deliverAll())) ?? { end: 'elsewhere' };
  }

  async #deliverAll(): Promise<Round> {
    let most = MOST_RECORDS;
    /** Records that this server cannot take now: passed over in this round, so that they hold up nothing. */
    const passedOver = new Set<string>();
    for (;;) {
      const pending = await this.#outbox.pending(LOOK_AT + passedOver.size);
      const { records, oversized } = packBatch(
        pending.filter(({ id }) => !passedOver.has(id)),
        most,
      );
      if (oversized.length > 0) await this.#settle(oversized.map(refuseAsTooLarge));
      if (records.length === 0) {
        if (oversized.length > 0) continue;
        return passedOver.size > 0 ? { end: 'later', why: 'olderServer', retryAfter: 0 } : { end: 'clean' };
      }
      const delivery: Delivery = { version: 1, game: this.#game, records };
      const reply = await this.#line.ask<DeliveryAnswer>('POST', '/api/deliveries', delivery);
      if (!reply.ok) {
        if (reply.why !== 'refused') return { end: 'later', why: reply.why, retryAfter: waitOf(reply) };
        if (reply.code === 'erased') return { end: 'erased' };
        if (reply.code === 'notSignedIn' || reply.code === 'notAllowed') return { end: 'signedOut' };
        // A batch that cannot be taken as a whole is taken apart, so that one record cannot hold up the rest.
        if (records.length > 1) most = Math.ceil(records.length / 2);
        else for (const { id } of records) passedOver.add(id);
        continue;
      }
      for (const id of await this.#take(reply.value, records)) passedOver.add(id);
    }
  }

  /** Takes the receipts; returns the ids of what was sent and got no final one. */
  async #take(answer: DeliveryAnswer, sent: readonly StoredRecord[]): Promise<readonly string[]> {
    const receipts = Array.isArray(answer.receipts) ? answer.receipts : [];
    await this.#settle(receipts);
    const answered = new Set(receipts.filter(({ status }) => status !== 'later').map(({ id }) => id));
    return sent.flatMap(({ id }) => (answered.has(id) ? [] : [id]));
  }

  async #settle(receipts: readonly DeliveryReceipt[]): Promise<void> {
    await this.#outbox.markDelivered(receipts.flatMap(asReceipt));
    this.#events.onReceipts(receipts);
  }
}

function waitOf(reply: Exclude<Reply<unknown>, { ok: true }>): number {
  return reply.why === 'busy' ? reply.retryAfter : 0;
}

function asReceipt(receipt: DeliveryReceipt): readonly Receipt[] {
  const { id, payloadHash } = receipt;
  if (receipt.status === 'accepted') return [{ id, payloadHash, status: 'accepted' }];
  if (receipt.status === 'rejected') return [{ id, payloadHash, status: 'rejected', reason: receipt.reason }];
  return [];
}

function refuseAsTooLarge({ id, payloadHash }: StoredRecord): DeliveryReceipt {
  return { id, payloadHash, status: 'rejected', reason: 'tooLarge' };
}
