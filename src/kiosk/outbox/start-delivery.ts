/** Carries closed visits to the server for as long as the outer page lives, whenever there is a network. */
import { openLine } from '../../player/delivery/line.ts';
import { askedPause, ELSEWHERE_MS, pauseAfter } from '../../player/delivery/pause.ts';
import type { KioskEvent } from '../../wire/kiosk.ts';
import type { DeliverableBook } from './open-visit-book.ts';
import { fetchBoard, sendVisits, tellEvent, tellHidden, type Sent } from './send-visits.ts';
import { takeSurroundings, type OutboxSurroundings } from './surroundings.ts';
import type { DeliveryFault } from './visit-book.ts';

const LOCK = 'marshals-baton:kiosk-delivery';
/** Pause when all is delivered, in milliseconds: then the board is asked for again. */
const NEXT_MS = 60_000;

/** How one round ended. */
export type KioskRound =
  | { readonly end: 'clean' | 'fault' }
  /** Another page is at it. */
  | { readonly end: 'elsewhere' }
  /** This device is not set up, or has no server. */
  | { readonly end: 'nowhere' }
  /** To be tried again; seconds that the server asked for. */
  | { readonly end: 'later'; readonly retryAfter: number };

export interface Delivering {
  /** There is something new: a visit was closed, an entry hidden, the kiosk set up. */
  wake(): void;
  /** A round now, or the one under way. */
  deliverNow(): Promise<KioskRound>;
  /** No more rounds after the one under way. */
  stop(): void;
}

/** Starts delivering. Never rejects: what stands in the way is in `book.waiting()`. */
export function startDelivery(book: DeliverableBook, given: Partial<OutboxSurroundings> = {}): Delivering {
  const surroundings = takeSurroundings(given);
  const { page, random } = surroundings;
  /** Events as the server was told of them in this page's life. */
  const told = new Map<string, string>();
  let isWoken = false;
  let wakeUp: () => void = () => undefined;
  let running: Promise<KioskRound> | undefined;
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));

  function wake(): void {
    isWoken = true;
    wakeUp();
  }

  function deliverNow(): Promise<KioskRound> {
    running ??= alone(surroundings, () => deliverOnce(book, surroundings, told))
      // The disk or the browser itself can refuse: the next try may do better.
      .catch((): KioskRound => ({ end: 'later', retryAfter: 0 }))
      .finally(() => (running = undefined));
    return running;
  }

  async function goOn(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      isWoken = false;
      const round = await deliverNow();
      failures = round.end === 'later' ? failures + 1 : 0;
      if (round.end === 'later' && round.retryAfter > 0)
        await Promise.race([stopped, surroundings.wait(askedPause(round.retryAfter))]);
      const woken = new Promise<void>((resolve) => (wakeUp = resolve));
      if (isWoken) continue;
      const rest = round.end === 'elsewhere' ? ELSEWHERE_MS : NEXT_MS;
      await Promise.race([
        stopped,
        woken,
        surroundings.wait(round.end === 'later' ? pauseAfter(failures, random()) : rest),
      ]);
    }
  }

  page.addEventListener('online', wake);
  void goOn();
  return {
    wake,
    deliverNow,
    stop() {
      stopping.abort();
      page.removeEventListener('online', wake);
    },
  };
}

async function alone(
  { locks }: Pick<OutboxSurroundings, 'locks'>,
  work: () => Promise<KioskRound>,
): Promise<KioskRound> {
  if (locks === undefined) return work();
  return locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? { end: 'elsewhere' } : work()));
}

async function deliverOnce(
  book: DeliverableBook,
  { fetch, isOnline, now }: OutboxSurroundings,
  told: Map<string, string>,
): Promise<KioskRound> {
  const here = await book.readHere();
  // What was promised to visitors holds without a server, too.
  await book.sweep();
  if (here === null || here.membership === null) return { end: 'nowhere' };
  if (!isOnline()) return { end: 'later', retryAfter: 0 };
  const line = openLine(fetch, here.membership.token);
  let fault: DeliveryFault | null = null;

  const steps = async function* (): AsyncGenerator<Sent> {
    for (const event of await book.events()) yield* deliverEvent(event);
    yield await tellHidden(book, line);
    const { id } = here.settings.event;
    if (!here.settings.board || !told.has(id)) return;
    const sent = await fetchBoard(book, line, id);
    // Should the server have lost the event, it is told again in the next round.
    if (sent.end === 'fault') told.delete(id);
    yield sent;
  };
  async function* deliverEvent(event: KioskEvent): AsyncGenerator<Sent> {
    const news = JSON.stringify(event);
    const hasVisits = (await book.closed(event.id, 1)).length > 0;
    // Before visits it is told again: a server that was restored from a backup may have lost it, and would call them over.
    if (hasVisits || told.get(event.id) !== news) {
      const sent = await tellEvent(line, event);
      yield sent;
      if (sent.end !== 'clean') return;
      told.set(event.id, news);
    }
    if (hasVisits) yield await sendVisits(book, line, event.id);
  }

  for await (const sent of steps()) {
    if (sent.end === 'later') {
      await book.noteRound(null, fault);
      return sent;
    }
    if (sent.end === 'clean') continue;
    fault ??= sent.fault;
    if (sent.stop) break;
  }
  await book.noteRound(fault === null ? now() : null, fault);
  return { end: fault === null ? 'clean' : 'fault' };
}
