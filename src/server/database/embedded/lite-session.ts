import { type PGlite, types } from '@electric-sql/pglite';

import type { Session, SessionAnswer, WireValue } from './session.ts';

/** A session over a PGlite of this thread. */
export function makeLiteSession(lite: PGlite): Session {
  return {
    query: (sql, parameters) => runQuery(lite, sql, parameters),
    lost: new Promise(() => {}),
    close: () => lite.close(),
  };
}

/** Runs one statement and reduces the answer to what may travel between threads. */
export async function runQuery(lite: PGlite, sql: string, parameters: readonly WireValue[]): Promise<SessionAnswer> {
  const { rows, fields, command, rowCount } = await lite.query<Record<string, unknown>>(sql, [...parameters]);
  return {
    rows,
    byteColumns: fields.filter(({ dataTypeID }) => dataTypeID === types.BYTEA).map(({ name }) => name),
    command,
    count: rowCount ?? rows.length,
  };
}
