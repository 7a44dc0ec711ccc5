/** Messages between instances by `LISTEN` and `NOTIFY`, on a connection of their own that comes back when it breaks. */
import { Client } from 'pg';

import type { Signals } from '../database.ts';
import { LINE_NAME } from '../line-name.ts';

export const CHANNEL = 'changes';
/** First and longest pause before connecting again, in milliseconds; each time twice as long. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** A connection that has died without a word (a router that forgot it) is found by asking this often. */
const ASK_EVERY_MS = 30_000;

export interface OpenSignals extends Signals {
  close(): Promise<void>;
}

interface Hearer {
  readonly hear: (text: string) => void;
  readonly missed: () => void;
}

/**
 * @param send writes the notifications; it uses the pool, because it is short
 * @throws when the first connection fails
 */
export async function openSignals(url: string, send: Signals['send']): Promise<OpenSignals> {
  const hearers = new Set<Hearer>();
  let isClosed = false;
  let client: Client | undefined;
  let waiting: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, keepAlive: true, application_name: LINE_NAME });
    fresh.on('notification', ({ channel, payload }) => {
      if (channel !== CHANNEL || payload === undefined) return;
      for (const { hear } of hearers) hear(payload);
    });
    let isBroken = false;
    const breakOff = (): void => {
      if (isBroken || client !== fresh) return;
      isBroken = true;
      client = undefined;
      void fresh.end().catch(() => {});
      if (!isClosed) comeBack(FIRST_PAUSE_MS);
    };
    fresh.on('error', breakOff);
    fresh.on('end', breakOff);
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      void fresh.end().catch(() => {});
      throw error;
    }
    if (isClosed) {
      await fresh.end();
      return;
    }
    client = fresh;
  };

  const comeBack = (pauseMs: number): void => {
    waiting = setTimeout(() => {
      connect().then(
        () => {
          for (const { missed } of hearers) missed();
        },
        () => {
          if (!isClosed) comeBack(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
        },
      );
    }, pauseMs);
    waiting.unref();
  };

  const asking = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch(() => asked.emit('end'));
  }, ASK_EVERY_MS);
  asking.unref();

  await connect();
  return {
    send,
    hear(listener, missed) {
      const own = { hear: listener, missed };
      hearers.add(own);
      return () => void hearers.delete(own);
    },
    async close() {
      isClosed = true;
      clearTimeout(waiting);
      clearInterval(asking);
      await client?.end();
    },
  };
}
