/** One round of the delivery: the event, its visits in batches, hidden entries, and the board back. */
import * as v from 'valibot';
import { MOST_VISITS, MOST_VISITS_BYTES, type KioskEvent, type Visit, type VisitReceipt } from '../../wire/kiosk.ts';
import { readBoard } from '../board/read-board.ts';
import type { Line, Reply } from '../../player/delivery/line.ts';
import type { DeliverableBook } from './open-visit-book.ts';
import type { DeliveryFault } from './visit-book.ts';

/** Room for what stands around the visits of a batch, in bytes. */
const AROUND = 512;
/** So many visits in a row that a server refuses one by one, and it refuses them all: it is another version's. */
const STRANGERS = 3;

/** How sending ended. `stop` says that nothing more is to be tried in this round. */
export type Sent =
  | { readonly end: 'clean' }
  | { readonly end: 'fault'; readonly fault: DeliveryFault; readonly stop: boolean }
  /** No server; or it asks for patience, in seconds. */
  | { readonly end: 'later'; readonly retryAfter: number };

const CLEAN = { end: 'clean' } as const;

/** What a refused request means for the round; null when it was not refused. */
function judgeReply(reply: Reply<unknown>, refused: DeliveryFault): Exclude<Sent, { end: 'clean' }> | null {
  if (reply.ok) return null;
  if (reply.why === 'offline') return { end: 'later', retryAfter: 0 };
  if (reply.why === 'busy') return { end: 'later', retryAfter: reply.retryAfter };
  if (reply.code === 'notSignedIn' || reply.code === 'erased') return { end: 'fault', fault: 'signedOut', stop: true };
  if (reply.code === 'badRequest' || reply.code === 'tooLarge')
    return { end: 'fault', fault: 'otherServer', stop: false };
  return { end: 'fault', fault: refused, stop: false };
}

/** Makes the event, or brings it up to date. */
export async function tellEvent(line: Line, event: KioskEvent): Promise<Sent> {
  const judged = judgeReply(await line.ask('PUT', '/api/kiosk/event', event), 'eventRefused');
  // The event's form holds, so what the server will not have is in it: an end too far ahead.
  const isOfIt = judged?.end === 'fault' && judged.fault === 'otherServer';
  return isOfIt ? { ...judged, fault: 'eventRefused' } : (judged ?? CLEAN);
}

/** Sends an event's closed visits until none is left to try. Does not reject because of the server. */
export async function sendVisits(book: DeliverableBook, line: Line, event: string): Promise<Sent> {
  /** Nothing is sent twice in one round, whatever the receipts say: so every round ends. */
  const tried = new Set<string>();
  let fault: DeliveryFault | null = null;
  let most = MOST_VISITS;
  let strangers = 0;
  for (;;) {
    const waiting = await book.closed(event, MOST_VISITS + tried.size);
    const visits = packBatch(
      waiting.filter(({ id }) => !tried.has(id)),
      most,
    );
    if (visits.length === 0) return fault === null ? CLEAN : { end: 'fault', fault, stop: false };
    const reply = await line.ask<unknown>('POST', '/api/kiosk/visits', { event, visits });
    if (reply.ok) {
      const receipts = readReceipts(reply.value);
      if (receipts === null) return { end: 'later', retryAfter: 0 };
      for (const { id } of visits) tried.add(id);
      await book.settle(receipts);
      strangers = 0;
      most = Math.min(most * 2, MOST_VISITS);
      continue;
    }
    const judged = judgeReply(reply, 'eventRefused');
    const isOfThese = judged?.end === 'fault' && judged.fault === 'otherServer';
    if (!isOfThese) return judged ?? CLEAN;
    // A batch that cannot be taken as a whole is taken apart, so that one visit cannot hold up the rest.
    if (visits.length > 1) {
      most = Math.ceil(visits.length / 2);
      continue;
    }
    strangers++;
    if (strangers === STRANGERS) return judged;
    fault = 'otherServer';
    for (const { id } of visits) tried.add(id);
  }
}

/** Takes as many visits from the front as one batch may carry; at least one, since nothing is made smaller by waiting. */
function packBatch(waiting: readonly Visit[], most: number): readonly Visit[] {
  const visits: Visit[] = [];
  let room = MOST_VISITS_BYTES - AROUND;
  for (const visit of waiting) {
    room -= new TextEncoder().encode(JSON.stringify(visit)).length + 1;
    if (visits.length >= most || (room < 0 && visits.length > 0)) break;
    visits.push(visit);
  }
  return visits;
}

const ReceiptSchema = v.object({ id: v.string(), status: v.picklist(['accepted', 'later', 'refused', 'over']) });

/** What is no receipt is left out: the visit waits. Null when the answer is none of a server of ours. */
function readReceipts(answer: unknown): readonly VisitReceipt[] | null {
  const receipts = (answer as { readonly receipts?: unknown } | null | undefined)?.receipts;
  if (!Array.isArray(receipts)) return null;
  return receipts.flatMap((raw: unknown): VisitReceipt[] => {
    const read = v.safeParse(ReceiptSchema, raw);
    return read.success ? [read.output] : [];
  });
}

/** Tells which entries staff took from the board. One that the server does not know needs no hiding. */
export async function tellHidden(book: DeliverableBook, line: Line): Promise<Sent> {
  for (const { event, visit } of await book.untold()) {
    const reply = await line.ask('POST', '/api/kiosk/hidden', { event, visit });
    if (reply.ok || (reply.why === 'refused' && reply.code === 'notFound')) {
      await book.markTold(visit);
      continue;
    }
    const judged = judgeReply(reply, 'eventRefused');
    if (judged !== null) return judged;
  }
  return CLEAN;
}

/** Fetches the event's board. */
export async function fetchBoard(book: DeliverableBook, line: Line, event: string): Promise<Sent> {
  const reply = await line.ask<unknown>('GET', `/api/kiosk/board?event=${encodeURIComponent(event)}`);
  const judged = judgeReply(reply, 'eventRefused');
  if (judged !== null) return judged;
  const board = reply.ok ? readBoard(reply.value) : null;
  if (board === null || board.event !== event) return { end: 'fault', fault: 'otherServer', stop: false };
  await book.keepBoard(board);
  return CLEAN;
}
