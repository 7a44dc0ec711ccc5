/** A make-believe browser profile: what the player's room needs, with faults that can be switched on. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Act } from '../../src/kernel/act.ts';
import { openPlayer, type Player, type Surroundings } from '../../src/player/index.ts';
import { makeCountingAct } from './counting-act.ts';

/** A localStorage with a size. */
export class TextStore {
  readonly texts = new Map<string, string>();
  /** Most characters that fit. */
  room = Infinity;
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    const others = [...this.texts].reduce((sum, [name, value]) => sum + (name === key ? 0 : value.length), 0);
    if (others + text.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.texts.set(key, text);
  }
  removeItem(key: string): void {
    this.texts.delete(key);
  }
}

/** Web locks as far as they are used: exclusive, `ifAvailable`. */
export class LockBoard {
  readonly #held = new Set<string>();
  readonly request = (async (
    name: string,
    _options: LockOptions,
    work: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    if (this.#held.has(name)) return work(null);
    this.#held.add(name);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      this.#held.delete(name);
    }
  }) as LockManager['request'];
}

/** Channels between the tabs of one profile; a message arrives in a later task, as a copy, and never at its sender. */
export class ChannelHub {
  readonly #open = new Set<EventTarget>();
  readonly openChannel = (): BroadcastChannel => {
    const hub = this.#open;
    const target = new EventTarget();
    hub.add(target);
    return Object.assign(target, {
      name: 'test',
      onmessage: null,
      onmessageerror: null,
      postMessage(data: unknown) {
        const copy: unknown = structuredClone(data);
        setTimeout(() => {
          for (const other of hub)
            if (other !== target) other.dispatchEvent(new MessageEvent('message', { data: copy }));
        });
      },
      close: () => void hub.delete(target),
    }) as BroadcastChannel;
  };
}

/** One browser profile; tabs are opened on it. */
export class Profile {
  factory: IDBFactory = new IDBFactory();
  readonly texts = new TextStore();
  readonly locks = new LockBoard();
  readonly hub = new ChannelHub();
  readonly page = new EventTarget();
  readonly acts = new Map<string, Act>([['counting', makeCountingAct()]]);
  /** The clock; goes on by one millisecond each time it is read. */
  clock = Date.UTC(2026, 10, 21);
  /** What the browser answers to the wish not to have this deleted. */
  grants = true;
  asked = 0;

  surroundings(): Surroundings {
    return {
      indexedDB: this.factory,
      textStorage: this.texts,
      page: this.page,
      locks: this.locks,
      persist: () => {
        this.asked++;
        return Promise.resolve(this.grants);
      },
      openChannel: this.hub.openChannel,
      now: () => this.clock++,
      fillRandom: (bytes) => void crypto.getRandomValues(bytes),
      // A back-off is not waited for; patience with a slow database is as long as in the game.
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms < 1000 ? 0 : ms)),
      firstWords: Promise.resolve(),
      fetch: undefined,
      random: () => 0.5,
      game: 'test',
      findAct: (id) => Promise.resolve(this.acts.get(id) ?? null),
    };
  }

  /** Opens a tab: the whole of the player's room. */
  open(other: Partial<Surroundings> = {}): Player {
    return openPlayer({ ...this.surroundings(), ...other });
  }

  /** Opens a tab, waits for its log, does something, closes it. */
  async visit<T>(work: (player: Player) => Promise<T>, other: Partial<Surroundings> = {}): Promise<T> {
    const player = this.open(other);
    await player.ready;
    try {
      return await work(player);
    } finally {
      await player.close();
    }
  }

  /** Works on the raw database, as another program would. */
  raw<T>(stores: readonly string[], work: (transaction: IDBTransaction) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = this.factory.open('marshals-baton');
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
      request.addEventListener('success', () => {
        const database = request.result;
        const transaction = database.transaction([...stores], 'readwrite');
        const result = work(transaction);
        transaction.addEventListener('complete', () => {
          database.close();
          resolve(result);
        });
        transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
      });
    });
  }

  /** Everything in a store. */
  async all(store: string): Promise<readonly Record<string, unknown>[]> {
    const request = await this.raw([store], (transaction) => transaction.objectStore(store).getAll());
    return request.result as readonly Record<string, unknown>[];
  }
}

/** Waits until something is so; fails after two seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 2000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it never became so');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** The kinds of notices that hang on the board. */
export function noticesOf(player: Player): readonly string[] {
  return player.notices.store.getState().map(({ kind }) => kind);
}
