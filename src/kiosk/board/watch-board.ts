/** Keeps an event's board up to date for a big screen, and says since when it is not. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { openLine, type Fetch } from '../../player/delivery/line.ts';
import { askedPause, pauseAfter } from '../../player/delivery/pause.ts';
import type { Board } from '../../wire/kiosk.ts';
import { hashPayload } from '../../wire/records/canonical.ts';
import { readBoard } from './read-board.ts';

/** Pause between two looks, in milliseconds: what was played a moment ago is there before one has walked over. */
const LOOK_MS = 10_000;
/** Longest pause while the server cannot be reached, in milliseconds. */
const LONGEST_MS = 60_000;
/** What was last seen, for a page that is loaded again without a network; it goes with the window. */
const KEPT = 'marshals-baton/board';

export interface SeenBoard {
  /** `true`: as the server has it now. `old`: as it was at `at`. `closed`: the server has no board for this address. */
  readonly state: 'waiting' | 'true' | 'old' | 'closed';
  /** Only while it is waited for, or closed, there may be none. */
  readonly board: Board | null;
  /** When the server last told it, in milliseconds since 1970. */
  readonly at: number;
}

export interface BoardSurroundings {
  readonly fetch: Fetch;
  /** Fires `online`. */
  readonly page: EventTarget;
  readonly texts: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: () => number;
}

export interface WatchedBoard {
  readonly store: StoreApi<SeenBoard>;
  stop(): void;
}

/** Looks at once, and again and again until it is stopped. The token goes into a header, never into an address. */
export function watchBoard(token: string, surroundings: BoardSurroundings): WatchedBoard {
  const { fetch, page, now, wait, random } = surroundings;
  const shelf = openShelf(token, surroundings.texts);
  const store = createStore<SeenBoard>(() => shelf.read() ?? { state: 'waiting', board: null, at: 0 });
  const line = openLine(fetch, token);
  const stopping = new AbortController();
  let failures = 0;
  let wakeUp: () => void = () => undefined;
  const wake = (): void => wakeUp();

  /** Looks once; gives the pause until the next look. */
  async function look(): Promise<number> {
    const reply = await line.ask<unknown>('GET', '/api/board');
    const board = reply.ok ? readBoard(reply.value) : null;
    if (board !== null) {
      failures = 0;
      store.setState({ state: 'true', board, at: now() }, true);
      shelf.keep(board, now());
      return LOOK_MS;
    }
    failures++;
    if (!reply.ok && reply.why === 'refused') {
      // Over and deleted: what was of it goes from the screen too. Or it has not been told of yet: so one looks again.
      shelf.drop();
      store.setState({ state: 'closed', board: null, at: 0 }, true);
      return LONGEST_MS;
    }
    store.setState((seen) => (seen.board === null ? seen : { ...seen, state: 'old' }), true);
    const asked = !reply.ok && reply.why === 'busy' ? askedPause(reply.retryAfter) : 0;
    return asked + LOOK_MS / 2 + Math.min(pauseAfter(failures, random()), LONGEST_MS);
  }

  async function goOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      const pause = await look();
      const woken = new Promise<void>((resolve) => (wakeUp = resolve));
      if (!stopping.signal.aborted) await Promise.race([woken, wait(pause)]);
    }
  }

  page.addEventListener('online', wake);
  void goOn();
  return {
    store,
    stop() {
      stopping.abort();
      page.removeEventListener('online', wake);
      wake();
    },
  };
}

interface Shelf {
  read(): SeenBoard | null;
  keep(board: Board, at: number): void;
  drop(): void;
}

/** Where what was last seen lies, marked with what the token comes to, so that no other event's is shown. */
function openShelf(token: string, texts: BoardSurroundings['texts']): Shelf {
  const mark = hashPayload(token);
  return {
    read() {
      try {
        const kept = JSON.parse(texts?.getItem(KEPT) ?? 'null') as {
          mark?: unknown;
          board?: unknown;
          at?: unknown;
        } | null;
        const board = kept?.mark === mark ? readBoard(kept.board) : null;
        return board === null || typeof kept?.at !== 'number' ? null : { state: 'old', board, at: kept.at };
      } catch {
        return null;
      }
    },
    keep(board, at) {
      try {
        texts?.setItem(KEPT, JSON.stringify({ mark, board, at }));
      } catch {
        // The page itself still has it.
      }
    },
    drop: () => texts?.removeItem(KEPT),
  };
}
