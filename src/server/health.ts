/** What a balancer or a supervisor asks: is the process alive, and can it serve? */
import type { Hono } from 'hono';

import type { Database } from './database/database.ts';
import { isMigrated } from './database/migrations/migrate.ts';
import type { Catalogue } from './files/catalogue.ts';
import { tellError } from './log.ts';
import type { Grounds } from './grounds.ts';

/** Longest wait for the database, in milliseconds: shorter than the patience of usual balancers. */
const WITHIN_MS = 2000;

/** `/healthz`: this process answers and has a page to send. Says nothing of the database: restarting would not heal it. */
export function answerAlive(house: Hono, catalogue: Catalogue): void {
  house.get('/healthz', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ ok: catalogue.has('/index.html') }, catalogue.has('/index.html') ? 200 : 503);
  });
}

/** `/readyz`: the database answers, and its shape is that of this program. */
export function answerReady(house: Hono, database: Database, { log }: Pick<Grounds, 'log'>): void {
  let isShaped = false;
  house.get('/readyz', async (context) => {
    context.header('Cache-Control', 'no-store');
    try {
      await database.check(WITHIN_MS);
      isShaped ||= await isMigrated(database.db);
      return context.json({ ok: isShaped }, isShaped ? 200 : 503);
    } catch (error) {
      log.warn({ error: tellError(error) }, 'not ready');
      return context.json({ ok: false }, 503);
    }
  });
}
