/** The server from its start to its end: doors, grounds, what runs beside the answers, and stopping without loss. */
import { Hono } from 'hono';
import type { Logger } from 'pino';

import { ensureSetupLink } from './accounts/setup.ts';
import { startWriting } from './database/backup/wanted-backup.ts';
import type { OpenOptions } from './database/open-database.ts';
import type { Catalogue } from './files/catalogue.ts';
import type { Grounds } from './grounds.ts';
import { buildHouse } from './house.ts';
import { tellError } from './log.ts';
import { startJobs } from './jobs.ts';
import { openDoors } from './open-doors.ts';
import { openGrounds } from './open-grounds.ts';
import { closeLive } from './reports/live.ts';
import type { Settings } from './settings.ts';

export interface ServerOptions extends OpenOptions {
  readonly catalogue: Catalogue;
  readonly log: Logger;
  readonly demo?: boolean;
  /** Runs before the first answer, with everything open: fills the demo. */
  readonly prepare?: (grounds: Grounds) => Promise<void>;
}

export interface RunningServer {
  readonly address: string;
  readonly port: number;
  readonly grounds: Grounds;
  /** The one-time link that makes the first owner; null when there is one. */
  readonly setupLink: string | null;
  /** Resolves, with the reason, when the server cannot go on. */
  readonly lost: Promise<Error>;
  /** Takes no more requests, finishes those under way, ends live connections and jobs, closes the database. */
  stop(): Promise<void>;
}

/**
 * Opens the doors, then everything behind them. Until that stands, every address answers 503, so that a balancer waits
 * and a port that cannot be had is known before anything is made.
 *
 * @throws SettingTrouble, DatabaseTrouble, or the system's error when no door can be opened
 */
export async function runServer(settings: Settings, options: ServerOptions): Promise<RunningServer> {
  const { catalogue, log, demo = false } = options;
  let house = buildWaitingRoom();
  const doors = await openDoors(
    { fetch: (request: Request, env: unknown) => house.fetch(request, env) },
    { port: settings.port, host: settings.host },
  );
  try {
    const origin = settings.origin ?? doors.address;
    const { grounds, database, close } = await openGrounds(settings, { ...options, origin, demo });
    try {
      await options.prepare?.(grounds);
      const setupLink = await ensureSetupLink(grounds);
      house = buildHouse({ catalogue, publicOrigin: settings.origin, team: { grounds, database } });
      const stopJobs = startJobs(grounds, settings.store);
      const { place } = settings;
      const stopWriting =
        place.kind === 'embedded'
          ? startWriting(place.folder, {
              database,
              now: grounds.now,
              onFault: (error) => log.error({ error: tellError(error) }, 'a backup could not be written'),
            })
          : undefined;
      log.info({ database: database.kind, demo }, 'open');
      return {
        address: doors.address,
        port: doors.port,
        grounds,
        setupLink,
        lost: database.lost,
        async stop() {
          const closed = doors.close();
          closeLive(grounds);
          await Promise.allSettled([closed, stopJobs(), stopWriting?.()]);
          await close();
          log.info('closed');
        },
      };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await doors.close();
    throw error;
  }
}

function buildWaitingRoom(): Hono {
  return new Hono().all('*', (context) => {
    context.header('Cache-Control', 'no-store');
    context.header('Retry-After', '2');
    return context.text('The house is about to open\n', 503);
  });
}
