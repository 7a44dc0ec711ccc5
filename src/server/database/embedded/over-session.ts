import { Kysely } from 'kysely';

import { answerWithin } from '../answer-within.ts';
import type { Database, Signals } from '../database.ts';
import type { Tables } from '../tables.ts';
import { makeLiteDialect } from './dialect.ts';
import type { Session } from './session.ts';

/** Longest wait for the one session, in milliseconds; a query that waits longer has met a deadlock, or a flood. */
const WAIT_MS = 20_000;

export interface OverSessionOptions {
  readonly waitMs?: number;
  /** Runs after the session was closed. */
  readonly afterClose?: () => Promise<void>;
  /** Another reason to end besides the session's own. */
  readonly alsoLost?: Promise<Error>;
}

/** The database as the server uses it, over an open session. */
export function overSession(session: Session, options: OverSessionOptions = {}): Database {
  const db = new Kysely<Tables>({ dialect: makeLiteDialect({ session, waitMs: options.waitMs ?? WAIT_MS }) });
  return {
    kind: 'embedded',
    db,
    signals: makeLocalSignals(),
    check: (withinMs) => answerWithin(db, withinMs),
    lost: options.alsoLost === undefined ? session.lost : Promise.race([session.lost, options.alsoLost]),
    async close() {
      try {
        await db.destroy();
        await session.close();
      } finally {
        await options.afterClose?.();
      }
    },
  };
}

function makeLocalSignals(): Signals {
  const listeners = new Set<(text: string) => void>();
  return {
    async send(texts) {
      for (const text of texts) for (const listener of listeners) listener(text);
    },
    hear(listener) {
      // One of its own, so that a listener that is given twice is heard twice and taken away once.
      const own = (text: string): void => listener(text);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
