/**
 * Grounds for tests: a real database of their own, and a house to ask. The database is in memory (PGlite), or on
 * PostgreSQL when `TEST_DATABASE=postgres`. Close them when the test is over.
 */
import type { Hono } from 'hono';

import { openChanges } from '../../../src/server/changes.ts';
import type { Library } from '../../../src/server/content/library.ts';
import { openLibrary } from '../../../src/server/content/open-library.ts';
import type { Database } from '../../../src/server/database/database.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { buildHouse } from '../../../src/server/house.ts';
import { makeKeyRing } from '../../../src/server/keys.ts';
import { makeLog } from '../../../src/server/log.ts';
import { openVerifier } from '../../../src/server/records/open-verifier.ts';
import type { Route } from '../../../src/server/routing/route.ts';
import { openTestDatabase } from './test-database.ts';

export * from './people.ts';
export { openTestDatabase, testsOnPostgres } from './test-database.ts';

export interface TestGroundsOptions {
  /** The server's clock; by default one that stands still at `clock.at`. */
  readonly now?: () => Date;
  /** Parts to use instead of the real ones, such as a verifier that is wanted slow. */
  readonly parts?: Partial<Omit<Grounds, 'db' | 'now'>>;
  /** By default all routes of the server. */
  readonly routes?: readonly Route[];
  /** By default an empty one of its own; a given one is left open. */
  readonly database?: Database;
}

export interface TestGrounds {
  readonly grounds: Grounds;
  readonly database: Database;
  /** The whole server: `await house.request('/api/…', init)`. */
  readonly house: Hono;
  /** The server's clock, when none was given: begins at 2026-11-22T12:00:00Z; set it to let time pass. */
  readonly clock: { at: Date };
  /** What was logged, one line each, for tests of what must not be in it. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

const ORIGIN = 'http://localhost:8787';
const BEGIN = '2026-11-22T12:00:00Z';

// Reading all of levels/ takes a quarter of a second, and nobody changes it.
let library: Promise<Library> | undefined;

/** Opens them; some tenths of a second. */
export async function openTestGrounds(options: TestGroundsOptions = {}): Promise<TestGrounds> {
  const { parts = {} } = options;
  const database = options.database ?? (await openTestDatabase());
  const clock = { at: new Date(BEGIN) };
  const now = options.now ?? ((): Date => new Date(clock.at));
  const lines: string[] = [];
  const log = parts.log ?? makeLog('debug', { write: (line) => void lines.push(line) });
  const known = parts.library ?? (await (library ??= openLibrary()));
  const changes = openChanges(database.signals, log, now);
  const verifier = parts.verifier ?? (await openVerifier(known));
  const grounds: Grounds = {
    keys: makeKeyRing(Buffer.alloc(32, 7)),
    changes,
    origin: ORIGIN,
    trustedProxies: 0,
    demo: false,
    ...parts,
    db: database.db,
    verifier,
    library: known,
    log,
    now,
  };
  const routes = options.routes === undefined ? {} : { routes: options.routes };
  return {
    grounds,
    database,
    house: buildHouse({ catalogue: new Map(), publicOrigin: grounds.origin, team: { grounds, database, ...routes } }),
    clock,
    lines,
    async close() {
      await changes.close();
      if (parts.verifier === undefined) await verifier.close();
      if (options.database === undefined) await database.close();
    },
  };
}
