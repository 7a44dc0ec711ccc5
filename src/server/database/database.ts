/** An open database, whichever it is. Both speak the same SQL; what differs between them ends here. */
import type { Kysely } from 'kysely';

import type { Tables } from './tables.ts';

/** Where the rows lie. */
export type Place =
  /** PGlite in a folder of this machine. */
  | { readonly kind: 'embedded'; readonly folder: string }
  /** A PostgreSQL server (15 or later), `postgres://user:password@host:port/name`. */
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Short messages between all instances that stand on this database. On PostgreSQL they go through `NOTIFY`; the embedded
 * database has one process only, so there they need not leave it.
 */
export interface Signals {
  /** Sends to every instance, this one too. A text is at most 7,900 bytes. Rejects when the database does not take it. */
  send(texts: readonly string[]): Promise<void>;
  /** `missed` is called when messages may have been lost, because the connection was. Returns the way to stop. */
  hear(listener: (text: string) => void, missed: () => void): () => void;
}

export interface Database {
  readonly kind: Place['kind'];
  /** Never to be used inside `db.transaction()`: the embedded database has one session, and would wait for itself. */
  readonly db: Kysely<Tables>;
  /** What instances call to each other. */
  readonly signals: Signals;
  /** Resolves when the database answers; rejects when it does not within `withinMs`. */
  check(withinMs: number): Promise<void>;
  /** Resolves, with the reason, when the database can no longer be used and the process should end. */
  readonly lost: Promise<Error>;
  /** Waits for queries under way and gives everything back. */
  close(): Promise<void>;
}

/** Something that the one who runs the server can put right; the message says what and how. */
export class DatabaseTrouble extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseTrouble';
  }
}

/** The data folder is a server's, or another command's. */
export class FolderInUse extends DatabaseTrouble {}
