/** The one session of the embedded database, in this thread or in another one. */

/** A parameter as PostgreSQL reads it: text, or nothing. */
export type WireValue = string | null;

export interface SessionAnswer {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Names of the columns that hold bytes: they come as `Uint8Array`. */
  readonly byteColumns: readonly string[];
  /** `SELECT`, `INSERT` …; undefined for what has no tag. */
  readonly command: string | undefined;
  /** Rows given or changed by the statement. */
  readonly count: number;
}

export interface Session {
  /** Runs one statement. Rejects with an error that has PostgreSQL's `code`. */
  query(sql: string, parameters: readonly WireValue[]): Promise<SessionAnswer>;
  /** Resolves, with the reason, when the session has died by itself. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}
