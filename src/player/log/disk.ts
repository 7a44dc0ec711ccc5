import type { OwnNoticeBoard } from '../notices/board.ts';
import type { Surroundings } from '../surroundings.ts';
import { openDatabase, type Database } from './database.ts';

/** How long the game waits for the database before it goes on in memory (some WebKit versions never answer). */
const PATIENCE_MS = 4000;
/** Pause before a lost connection is opened again. */
const BACK_OFF_MS = 300;

/** Why nothing can be written now. */
export type DiskTrouble = 'unavailable' | 'future' | 'blocked' | 'newer' | 'lost' | 'full';

/** Thrown by `Disk.run` when the work was not done. */
export class DiskError extends Error {
  readonly trouble: DiskTrouble;
  constructor(trouble: DiskTrouble, cause: unknown) {
    super(`the database cannot be used: ${trouble}: ${String(cause)}`, { cause });
    this.name = 'DiskError';
    this.trouble = trouble;
  }
}

const NOTICES = {
  unavailable: 'storageUnavailable',
  future: 'storageFuture',
  blocked: 'storageBlocked',
  newer: 'newerElsewhere',
  lost: 'storageLost',
  full: 'storageFull',
} as const;

/**
 * The database with its moods: opens it once, opens it again once when the connection broke, and says in a notice why
 * it cannot be used. What to do without it is the caller's part.
 */
export class Disk {
  readonly #surroundings: Surroundings;
  readonly #notices: OwnNoticeBoard;
  readonly #onBack: () => void;
  #opening: Promise<Database> | undefined;
  /** The connection, once it is there. */
  #database: Database | undefined;
  /** Set when there is no use in trying again in this page life. */
  #given: DiskTrouble | undefined;
  /** The database has not answered yet and the play goes on without it. */
  #late = false;
  #blocked = false;
  #closed = false;

  /** `onBack` is called when a database that was late, blocked or full can be written again. */
  constructor(surroundings: Surroundings, notices: OwnNoticeBoard, onBack: () => void) {
    this.#surroundings = surroundings;
    this.#notices = notices;
    this.#onBack = onBack;
  }

  /**
   * Does some work on the database. A broken connection is opened again once and the work repeated, so the work must
   * be one transaction. Throws `DiskError`.
   */
  async run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    for (let trial = 1; ; trial++) {
      const database = await this.#open();
      try {
        const result = await work(database);
        this.#notices.withdraw('storageLost');
        return result;
      } catch (error) {
        const name = nameOf(error);
        if (name === 'QuotaExceededError') throw this.#fail('full', error);
        if (this.#given !== undefined) throw new DiskError(this.#given, error);
        if (trial === 2) throw this.#fail('lost', error);
        this.#forget();
        closeQuietly(database);
        await this.#surroundings.wait(BACK_OFF_MS);
      }
    }
  }

  /** Lets go of the connection for good. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#given = 'lost';
    if (this.#late) void this.#opening?.then(closeQuietly, () => undefined);
    else closeQuietly(await this.#opening?.catch(() => undefined));
  }

  async #open(): Promise<Database> {
    if (this.#given !== undefined) throw new DiskError(this.#given, 'given up');
    if (this.#database !== undefined) return this.#database;
    const opening = (this.#opening ??= this.#connect());
    if (this.#late) throw new DiskError(this.#blocked ? 'blocked' : 'unavailable', 'not answered yet');
    const tooLong = this.#surroundings.wait(PATIENCE_MS).then(() => 'late' as const);
    const first = await Promise.race([opening, tooLong, this.#untilBlocked(opening)]).catch((error: unknown) => {
      this.#forget();
      const future = nameOf(error) === 'VersionError';
      this.#given = future ? 'future' : 'unavailable';
      throw this.#fail(this.#given, error);
    });
    if (typeof first !== 'string') return (this.#database = first);
    this.#waitBehindThePlay(opening);
    throw this.#fail(first === 'blocked' ? 'blocked' : 'unavailable', 'not answered yet');
  }

  #blockedNow: (() => void) | undefined;
  #untilBlocked(opening: Promise<Database>): Promise<'blocked' | Database> {
    return new Promise((resolve) => {
      if (this.#blocked) resolve('blocked');
      this.#blockedNow = () => resolve('blocked');
      void opening.then(resolve, () => undefined);
    });
  }

  /** The database may still come, minutes later: what was kept in memory is then written. */
  #waitBehindThePlay(opening: Promise<Database>): void {
    if (this.#late) return;
    this.#late = true;
    opening.then(
      (database) => {
        this.#late = false;
        this.#blocked = false;
        this.#notices.withdraw('storageBlocked');
        this.#notices.withdraw('storageUnavailable');
        if (this.#closed) closeQuietly(database);
        else this.#onBack();
      },
      () => {
        this.#late = false;
        this.#forget();
        this.#given = 'unavailable';
      },
    );
  }

  #connect(): Promise<Database> {
    const factory = this.#surroundings.indexedDB;
    if (factory === undefined) return Promise.reject(new Error('there is no IndexedDB'));
    return openDatabase(factory, {
      onBlocked: () => {
        this.#blocked = true;
        this.#blockedNow?.();
      },
      onUnwanted: (version) => {
        this.#forget();
        if (version === null || this.#closed) return;
        this.#given = 'newer';
        this.#fail('newer', `version ${version} was asked for in another tab`);
      },
      onTerminated: () => this.#forget(),
    });
  }

  /** The next work opens the database anew. */
  #forget(): void {
    this.#opening = undefined;
    this.#database = undefined;
  }

  #fail(trouble: DiskTrouble, cause: unknown): DiskError {
    const error = new DiskError(trouble, cause);
    if (!this.#closed) this.#notices.raise(NOTICES[trouble], error.message);
    return error;
  }
}

function closeQuietly(database: Database | undefined): void {
  try {
    database?.close();
  } catch {
    // It was broken already: nothing is left to close.
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
