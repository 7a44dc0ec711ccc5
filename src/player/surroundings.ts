import type { Act } from '../kernel/act.ts';
import type { Fetch } from './delivery/line.ts';

/** A place for small texts, as localStorage is. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the player's room needs from the machine. Tests give their own; the page takes `takeSurroundings`. */
export interface Surroundings {
  /** undefined where there is none (some private windows, embedded views). */
  readonly indexedDB: IDBFactory | undefined;
  readonly textStorage: TextStorage | undefined;
  /** Fires `storage`, `pagehide` and `visibilitychange` (which bubbles to the window); undefined outside a page. */
  readonly page: EventTarget | undefined;
  /** undefined on plain http from another machine: then every tab acts alone. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Asks the browser not to delete what is kept; undefined where that cannot be asked. */
  readonly persist: (() => Promise<boolean>) | undefined;
  /** Opens a line to the other tabs; undefined where there is none. */
  readonly openChannel: ((name: string) => BroadcastChannel) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fills the array with random bytes. */
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Waits, for the back-off before a database is opened again. */
  readonly wait: (ms: number) => Promise<void>;
  /** The log's code is fetched after this: the page's first words must not share the line with it. */
  readonly firstWords: Promise<void>;
  /** Sends a request to the server that the page came from; undefined where there is none to deliver to. */
  readonly fetch: Fetch | undefined;
  /** A number from 0 to 1, for the pauses between tries. Decides nothing that is earned. */
  readonly random: () => number;
  /** The game's version, told with each delivery. */
  readonly game: string;
  /** The rules of an act, for checking imported replays; null when it is not here. */
  readonly findAct: (act: string) => Promise<Act | null>;
}

/** The page's own surroundings, without `findAct`. Everything that is missing or forbidden is left out. */
export function takeSurroundings(): Omit<Surroundings, 'findAct'> {
  const storage = lookFor(() => navigator.storage);
  return {
    indexedDB: lookFor(() => indexedDB),
    textStorage: lookFor(() => localStorage),
    page: lookFor(() => window),
    locks: lookFor(() => navigator.locks),
    persist: storage?.persist === undefined ? undefined : () => storage.persist(),
    openChannel: lookFor(() => BroadcastChannel) === undefined ? undefined : (name) => new BroadcastChannel(name),
    now: () => Date.now(),
    fillRandom: (bytes) => void crypto.getRandomValues(bytes),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    firstWords: Promise.resolve(),
    fetch: (path, init) => fetch(path, init),
    random: () => Math.random(),
    game: 'unknown',
  };
}

/** Looks at something that may be missing or forbidden: private windows and sandboxed frames throw on mere access. */
function lookFor<T>(look: () => T): T | undefined {
  try {
    return look() ?? undefined;
  } catch {
    return undefined;
  }
}
