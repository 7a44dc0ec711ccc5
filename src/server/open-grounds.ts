import type { Logger } from 'pino';

import { openChanges } from './changes.ts';
import { openLibrary } from './content/open-library.ts';
import type { Database } from './database/database.ts';
import { type OpenOptions, openDatabase } from './database/open-database.ts';
import type { Grounds } from './grounds.ts';
import { findSecretKey } from './key-file.ts';
import { makeKeyRing } from './keys.ts';
import { openVerifier } from './records/open-verifier.ts';
import type { Settings } from './settings.ts';
import { openWriter } from './statements/write-statements.ts';

export interface OpenGrounds {
  readonly grounds: Grounds;
  readonly database: Database;
  /** Closes everything, the database last. */
  close(): Promise<void>;
}

export interface GroundsOptions extends OpenOptions {
  readonly log: Logger;
  /** Where players reach it. */
  readonly origin: string;
  readonly demo?: boolean;
}

/**
 * Opens what every part of the server stands on.
 *
 * @throws SettingTrouble, DatabaseTrouble with words for whoever runs the server
 */
export async function openGrounds(settings: Settings, options: GroundsOptions): Promise<OpenGrounds> {
  const { log, origin, demo = false } = options;
  // The key first: without it nothing is made. The library meanwhile, because the database's thread works by itself.
  const key = await findSecretKey(settings);
  const [database, library] = await openBoth(openDatabase(settings.place, options), openLibrary());
  try {
    const now = (): Date => new Date();
    const changes = openChanges(database.signals, log, now);
    const verifier = await openVerifier(library);
    const { store, company } = settings;
    // What made-up people earn is nobody's learning.
    const writer = store === undefined || demo ? undefined : await openWriter({ library, origin, names: store.names });
    const grounds: Grounds = {
      db: database.db,
      keys: makeKeyRing(key),
      changes,
      verifier,
      library,
      log,
      now,
      origin,
      trustedProxies: settings.trustedProxies,
      demo,
      ...(writer === undefined ? {} : { writeStatements: writer.write }),
      ...(company === undefined ? {} : { company }),
    };
    return {
      grounds,
      database,
      async close() {
        try {
          await changes.close();
          await verifier.close();
        } finally {
          await database.close();
        }
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Waits for both; when the second fails, the database that was opened is closed again. */
async function openBoth<Other>(database: Promise<Database>, other: Promise<Other>): Promise<[Database, Other]> {
  const [opened, read] = await Promise.allSettled([database, other]);
  if (opened.status === 'fulfilled' && read.status === 'fulfilled') return [opened.value, read.value];
  if (opened.status === 'fulfilled') await opened.value.close();
  throw opened.status === 'rejected' ? opened.reason : read.status === 'rejected' ? read.reason : undefined;
}
