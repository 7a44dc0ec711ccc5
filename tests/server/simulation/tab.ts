/** One tab of a simulated device: the real client, and a page that can end at any moment. */
import 'fake-indexeddb/auto';
import { openPlayer, type Player, type Surroundings } from '../../../src/player/index.ts';
import type { Faults } from './faults.ts';
import type { Network } from './network.ts';
import type { World } from './world.ts';

/** What the tabs of one device share. */
export interface DeviceGround {
  readonly name: string;
  readonly factory: IDBFactory;
  /** The device's clock against the world's, milliseconds. */
  skew: number;
  isFull: boolean;
  /** Names of held locks, with their tabs. */
  readonly locks: Map<string, Tab>;
  readonly tabs: Set<Tab>;
}

export interface TabParts {
  readonly world: World;
  readonly network: Network;
  readonly device: DeviceGround;
  readonly faults: () => Faults;
}

/** Which device a connection belongs to: the store looks whether there is room. */
const owners = new WeakMap<IDBDatabase, DeviceGround>();
const { put, add } = IDBObjectStore.prototype;
for (const [name, write] of [['put', put] as const, ['add', add] as const])
  IDBObjectStore.prototype[name] = function whenThereIsRoom(this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (owners.get(this.transaction.db)?.isFull === true) throw new DOMException('full', 'QuotaExceededError');
    return write.apply(this, args);
  };

export class Tab {
  readonly name: string;
  readonly player: Player;
  /** Listens as a window does. */
  readonly page = new EventTarget();
  readonly #parts: TabParts;
  readonly #open = new Set<IDBTransaction>();
  readonly #channels = new Set<EventTarget>();
  #isDead = false;
  #arrived: () => void = () => undefined;

  constructor(parts: TabParts, number: number) {
    this.#parts = parts;
    this.name = `${parts.device.name}.${number}`;
    this.player = openPlayer(this.#surroundings());
    void this.player.outbox.alone(() => Promise.resolve()).then(() => this.#arrived());
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** The page ends: what it was doing is cut off in the middle, and it never does anything again. */
  die(): void {
    if (this.#isDead) return;
    const { world, device } = this.#parts;
    this.#isDead = true;
    world.trace.push(`${this.name} dies`);
    device.tabs.delete(this);
    for (const [lock, holder] of device.locks) if (holder === this) device.locks.delete(lock);
    // The system may have taken what was being written, or not.
    for (const transaction of this.#open) if (transaction.mode === 'readwrite' && world.chance(0.5)) abort(transaction);
    this.#arrived();
  }

  channels(): ReadonlySet<EventTarget> {
    return this.#channels;
  }

  #surroundings(): Surroundings {
    const { world, network, device } = this.#parts;
    return {
      indexedDB: this.#factory(),
      textStorage: undefined,
      page: this.page,
      locks: { request: this.#lock as LockManager['request'] },
      persist: () => Promise.resolve(true),
      openChannel: this.#openChannel,
      now: () => world.now + device.skew,
      fillRandom: (bytes) => world.fill(bytes),
      wait: (ms) => (this.#isDead ? never() : world.wait(ms, `${this.name} waited`).then(() => this.#alive())),
      firstWords: this.#arrive(),
      fetch: network.lineFor(this.name, () => this.#isDead),
      random: () => world.unit(),
      game: 'simulated',
      findAct: () => Promise.resolve(null),
    };
  }

  /** The rest of the client's code comes by an import, in its own time: nothing else happens before it is there. */
  #arrive(): Promise<void> {
    const { world } = this.#parts;
    return new Promise((resolve) =>
      world.later(0, `${this.name} arrives`, () => {
        if (this.#isDead) return;
        this.#arrived = world.begin(`${this.name} arrives`);
        resolve();
      }),
    );
  }

  #alive(): Promise<void> {
    return this.#isDead ? never() : Promise.resolve();
  }

  /** The device's database, whose transactions the world waits for, and in whose midst the tab may die. */
  #factory(): IDBFactory {
    const { device, world } = this.#parts;
    const open = (name: string, version?: number): IDBOpenDBRequest => {
      const over = world.begin(`${this.name} opens`);
      const request = device.factory.open(name, version);
      request.addEventListener('error', over);
      request.addEventListener('success', () => {
        over();
        owners.set(request.result, device);
        this.#watch(request.result);
      });
      return request;
    };
    return new Proxy(device.factory, { get: (target, key) => (key === 'open' ? open : Reflect.get(target, key)) });
  }

  #watch(database: IDBDatabase): void {
    const { world, faults } = this.#parts;
    const begin = database.transaction.bind(database);
    database.transaction = (...args) => {
      if (this.#isDead) throw new DOMException('the page is gone', 'InvalidStateError');
      const transaction = begin(...args);
      const [stores, mode = ''] = args;
      const named = typeof stores === 'string' ? stores : [...stores].join('+');
      const over = world.begin(`${this.name} transaction ${named} ${mode}`);
      this.#open.add(transaction);
      for (const end of ['complete', 'abort'])
        transaction.addEventListener(end, () => {
          over();
          this.#open.delete(transaction);
        });
      if (world.chance(faults().deviceCrash / 10)) queueMicrotask(() => this.die());
      return transaction;
    };
  }

  readonly #lock = async (name: string, _options: LockOptions, work: (lock: Lock | null) => unknown) => {
    const { locks } = this.#parts.device;
    if (this.#isDead) return never();
    if (locks.has(name)) return work(null);
    locks.set(name, this);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      if (locks.get(name) === this) locks.delete(name);
    }
  };

  readonly #openChannel = (): BroadcastChannel => {
    const { world, device } = this.#parts;
    const target = new EventTarget();
    this.#channels.add(target);
    const postMessage = (data: unknown): void => {
      const copy: unknown = structuredClone(data);
      if (!this.#isDead)
        for (const other of device.tabs)
          if (other !== this)
            world.later(world.below(50), `${other.name} hears`, () => {
              if (other.isDead) return;
              for (const channel of other.channels())
                channel.dispatchEvent(new MessageEvent('message', { data: copy }));
            });
    };
    const close = (): void => void this.#channels.delete(target);
    return Object.assign(target, { name: 'log', onmessage: null, onmessageerror: null, postMessage, close }) as never;
  };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
