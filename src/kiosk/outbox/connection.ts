import type { StoreNames } from 'idb';
import { writeAtOnce } from '../../player/log/write.ts';
import { openDatabase, type Database, type Stores, type Writing } from './database.ts';
import type { OutboxSurroundings } from './surroundings.ts';

/** How long the database may take to open, in milliseconds: a visitor stands before the screen. */
const PATIENCE_MS = 6000;
/** Pause before a broken connection is opened again, in milliseconds. */
const BACK_OFF_MS = 300;

/** The database, opened when it is wanted and opened again once when the connection broke. */
export class Connection {
  readonly #surroundings: Pick<OutboxSurroundings, 'indexedDB' | 'wait'>;
  #opening: Promise<Database> | undefined;

  constructor(surroundings: Pick<OutboxSurroundings, 'indexedDB' | 'wait'>) {
    this.#surroundings = surroundings;
  }

  /**
   * Does some work, which must be one transaction, since it is repeated once when the connection breaks. Rejects with the
   * browser's own error; a full disk is a `QuotaExceededError`.
   */
  async run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (error) {
      // What the work itself says is so is so; what the browser says may be the connection's end.
      if (!(error instanceof DOMException) || isFull(error)) throw error;
      this.close();
      await this.#surroundings.wait(BACK_OFF_MS);
      return work(await this.#open());
    }
  }

  /** The same for one writing transaction: all of it is on the medium when this resolves, or none of it. */
  write<Name extends StoreNames<Stores>, T>(
    stores: readonly Name[],
    work: (transaction: Writing<Name>) => Promise<T>,
  ): Promise<T> {
    return this.run((database) => writeAtOnce(database, stores, work));
  }

  /** Lets go; the next work opens the database anew. */
  close(): void {
    void this.#opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    this.#opening = undefined;
  }

  #open(): Promise<Database> {
    const forget = (): void => {
      if (this.#opening === opening) this.#opening = undefined;
    };
    const opening = (this.#opening ??= openDatabase(this.#surroundings.indexedDB, () => forget()));
    opening.catch(forget);
    const tooLong = this.#surroundings.wait(PATIENCE_MS).then(() => {
      throw new Error('the database does not answer');
    });
    tooLong.catch(() => undefined);
    return Promise.race([opening, tooLong]);
  }
}

export function isFull(error: unknown): boolean {
  return (error instanceof Error || error instanceof DOMException) && error.name === 'QuotaExceededError';
}
