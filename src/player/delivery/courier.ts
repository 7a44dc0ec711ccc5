/**
 * Carries the outbox to the team server: in order, in batches, one tab at a time, for as long as it takes. A record
 * leaves the outbox only by a receipt that names its id and fingerprint, so a lost answer costs a repetition and
 * nothing else. The server counts each record once, by its id.
 */
import { MOST_RECORDS, type Delivery, type DeliveryReceipt } from '../../wire/delivery.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Receipt } from '../../wire/records/records.ts';
import type { Outbox } from '../player.ts';
import { packBatch } from './batch.ts';
import type { Line } from './line.ts';
import { readReceipts, readRules } from './receipts.ts';

/** Why a round is to be tried again. `unsettled`: receipts were missing, or the disk did not take them. */
export type WhyLater = 'offline' | 'busy' | 'olderServer' | 'unsettled';

/** How one round of deliveries ended. */
export type Round =
  /** Nothing is left to deliver now. */
  | { readonly end: 'clean' }
  /** Another tab is at it. */
  | { readonly end: 'elsewhere' }
  /** To be tried again. Seconds that the server asked for. */
  | { readonly end: 'later'; readonly why: WhyLater; readonly retryAfter: number }
  /** The token is not good any more: the device was signed out, or the player erased. */
  | { readonly end: 'signedOut' | 'erased' };

export interface CourierOrder {
  readonly outbox: Outbox;
  readonly line: Line;
  /** Under whom the records go; receipts settle nothing once the device plays as somebody else. */
  readonly token: string;
  /** The game's version. */
  readonly game: string;
  /** Hears the receipts of records that waited for one. */
  readonly onReceipts: (receipts: readonly DeliveryReceipt[]) => void;
  /** Hears which rules the server runs, by act. */
  readonly onRules?: (rules: Readonly<Record<string, readonly number[]>>) => void;
}

/** Two batches: enough to find something to send, without reading all that weeks without a network left. */
const LOOK_AT = 2 * MOST_RECORDS;
/** So many records in a row that a server refuses one by one, and it refuses them all: it is another version's. */
const STRANGERS = 3;

const TRY_AGAIN = { end: 'later', why: 'olderServer', retryAfter: 0 } as const;

/** Delivers until the outbox is empty or something stands in the way. Does not reject because of the server. */
export async function deliverOutbox(order: CourierOrder): Promise<Round> {
  return (await order.outbox.alone(() => deliverAll(order))) ?? { end: 'elsewhere' };
}

async function deliverAll(order: CourierOrder): Promise<Round> {
  const { outbox, line, game } = order;
  let most = MOST_RECORDS;
  let strangers = 0;
  /** Nothing is sent twice in one round, whatever the receipts and the disk say: so every round ends. */
  const tried = new Set<string>();
  /** Of these, those that the server keeps for a newer one to take. */
  const later = new Set<string>();
  for (;;) {
    const pending = await outbox.pending(LOOK_AT + tried.size);
    const fresh = pending.filter(({ id }) => !tried.has(id));
    const { records, oversized } = packBatch(fresh, most);
    for (const { id } of oversized) tried.add(id);
    if (oversized.length > 0) await settle(order, oversized, oversized.map(refuseAsTooLarge));
    if (records.length === 0) {
      if (oversized.length > 0) continue;
      return endOf(pending, later);
    }
    const delivery: Delivery = { version: 1, game, records };
    const reply = await line.ask<unknown>('POST', '/api/deliveries', delivery);
    if (reply.ok) {
      const receipts = readReceipts(reply.value);
      const rules = readRules(reply.value);
      if (rules !== null) order.onRules?.(rules);
      if (receipts === null) return { end: 'later', why: 'offline', retryAfter: 0 };
      for (const { id } of records) tried.add(id);
      for (const { id, status } of receipts) if (status === 'later') later.add(id);
      await settle(order, pending, receipts);
      strangers = 0;
      most = Math.min(most * 2, MOST_RECORDS);
      continue;
    }
    if (reply.why === 'offline') return { end: 'later', why: 'offline', retryAfter: 0 };
    if (reply.why === 'busy') return { end: 'later', why: 'busy', retryAfter: reply.retryAfter };
    if (reply.code === 'erased') return { end: 'erased' };
    if (reply.code === 'notSignedIn') return { end: 'signedOut' };
    if (reply.code !== 'badRequest' && reply.code !== 'tooLarge') return TRY_AGAIN;
    // A batch that cannot be taken as a whole is taken apart, so that one record cannot hold up the rest.
    if (records.length > 1) {
      most = Math.ceil(records.length / 2);
      continue;
    }
    strangers++;
    if (strangers === STRANGERS) return TRY_AGAIN;
    for (const { id } of records) {
      tried.add(id);
      later.add(id);
    }
  }
}

/** `left` are the records that were tried and wait still. */
function endOf(left: readonly StoredRecord[], later: ReadonlySet<string>): Round {
  if (left.length === 0) return { end: 'clean' };
  return left.every(({ id }) => later.has(id)) ? TRY_AGAIN : { end: 'later', why: 'unsettled', retryAfter: 0 };
}

/** Takes off the outbox what has a final receipt. Receipts for what does not wait are old news. */
async function settle(
  { outbox, token, onReceipts }: CourierOrder,
  waiting: readonly StoredRecord[],
  receipts: readonly DeliveryReceipt[],
): Promise<void> {
  const hashes = new Map(waiting.map(({ id, payloadHash }) => [id, payloadHash]));
  const news = receipts.filter(({ id, payloadHash }) => hashes.get(id) === payloadHash);
  await outbox.markDelivered(news.flatMap(asReceipt), token);
  onReceipts(news);
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
