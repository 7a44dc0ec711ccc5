/** Kysely over one session: connections are handed out one after the other, in the order in which they were asked for. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

import type { Session } from './session.ts';
import { toWire } from './wire-value.ts';

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

export interface LiteDialectOptions {
  readonly session: Session;
  /** Longest wait for the session before a query is given up, in milliseconds. */
  readonly waitMs: number;
}

/** @param options the session, and how long a query may wait for it */
export function makeLiteDialect(options: LiteDialectOptions): Dialect {
  return {
    createDriver: () => new LiteDriver(options),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: <Shape>(db: Kysely<Shape>): DatabaseIntrospector => new PostgresIntrospector(db),
  };
}

class LiteConnection implements DatabaseConnection {
  readonly #session: Session;
  readonly release: () => void;

  constructor(session: Session, release: () => void) {
    this.#session = session;
    this.release = release;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.#session.query(query.sql, query.parameters.map(toWire));
    if (answer.byteColumns.length > 0) for (const row of answer.rows) asBuffers(row, answer.byteColumns);
    const rows = answer.rows as Row[];
    return CHANGING.has(answer.command ?? '') ? { rows, numAffectedRows: BigInt(answer.count) } : { rows };
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // One session cannot stand open while others wait: the rows come at once.
    yield await this.executeQuery<Row>(query);
  }
}

/** The `pg` driver gives bytes as `Buffer`; so do we. */
function asBuffers(row: Readonly<Record<string, unknown>>, columns: readonly string[]): void {
  for (const column of columns) {
    const bytes = row[column];
    if (bytes instanceof Uint8Array)
      (row as Record<string, unknown>)[column] = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

class LiteDriver implements Driver {
  readonly #session: Session;
  readonly #waitMs: number;
  #tail: Promise<void> = Promise.resolve();

  constructor({ session, waitMs }: LiteDialectOptions) {
    this.#session = session;
    this.#waitMs = waitMs;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail;
    let passOn: () => void = () => {};
    this.#tail = new Promise((resolve) => {
      passOn = resolve;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#waitMs);
    });
    const outcome = await Promise.race([before, late]);
    clearTimeout(timer);
    if (outcome !== 'late') return new LiteConnection(this.#session, passOn);
    // Its turn, when it comes, is passed on to whoever waits behind.
    void before.then(passOn);
    throw new Error(
      `The embedded database was busy for ${this.#waitMs} ms. It has one session: inside db.transaction(), ` +
        'use the transaction that is handed in, never db.',
    );
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    const mode = settings.accessMode === undefined ? '' : ` ${settings.accessMode}`;
    await connection.executeQuery(CompiledQuery.raw(`start transaction${level}${mode}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint ${quote(name)}`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint ${quote(name)}`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release savepoint ${quote(name)}`));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as LiteConnection).release();
  }

  async destroy(): Promise<void> {
    // The session belongs to whoever opened it.
    await this.#tail;
  }
}

function quote(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}
