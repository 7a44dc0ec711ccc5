import type { Fetch } from '../../player/delivery/line.ts';

/** What the outbox needs from the machine. Tests give their own; the page takes `takeSurroundings`. */
export interface OutboxSurroundings {
  readonly indexedDB: IDBFactory;
  /** Fires `online`. */
  readonly page: EventTarget;
  /** undefined where there are none: then this page delivers alone. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Sends a request to the server that the page came from. */
  readonly fetch: Fetch;
  /** False only when the device says that it has no network. */
  readonly isOnline: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits, by a clock that cannot be set. */
  readonly wait: (ms: number) => Promise<void>;
  /** A number from 0 to 1, for the pauses between tries. */
  readonly random: () => number;
}

/** The page's own surroundings. Nothing is looked at before it is wanted, so that tests need not make up what they replace. */
export function takeSurroundings(given: Partial<OutboxSurroundings>): OutboxSurroundings {
  return {
    indexedDB: given.indexedDB ?? indexedDB,
    page: given.page ?? window,
    // Only in secure contexts, whatever the types say.
    locks: given.locks ?? (navigator as { readonly locks?: LockManager }).locks,
    fetch: given.fetch ?? ((path, init) => fetch(path, init)),
    isOnline: given.isOnline ?? (() => navigator.onLine),
    now: given.now ?? (() => Date.now()),
    wait: given.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    random: given.random ?? (() => Math.random()),
  };
}
