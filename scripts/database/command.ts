/** What the commands on the database have in common: settings, words for whoever types, and a clean end. */
import { existsSync } from 'node:fs';

import { type Database, DatabaseTrouble, type Place } from '../../src/server/database/database.ts';
import { isMigrated } from '../../src/server/database/migrations/migrate.ts';
import { openUnmigrated } from '../../src/server/database/open-database.ts';
import { readSettings, type Settings, SettingTrouble } from '../../src/server/settings.ts';
import { ROOT } from '../start/build-once.ts';
import { findTemplate } from '../start/database-template.ts';

/** Runs a command. What can be put right is said in words, with exit code 1; anything else with its whole story. */
export async function runCommand(work: (settings: Settings) => Promise<void>): Promise<void> {
  try {
    await work(readSettings(process.env, ROOT));
  } catch (error) {
    const isClear = error instanceof DatabaseTrouble || error instanceof SettingTrouble || error instanceof Misuse;
    console.error(isClear ? error.message : error);
    process.exitCode = 1;
  }
}

/** A command that was typed wrongly; the message is how to type it. */
export class Misuse extends Error {}

/** Opens a database as it is, and closes it whatever happens. */
export async function withDatabase<Result>(
  place: Place,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const template = findTemplate();
  const database = await openUnmigrated(place, template === undefined ? {} : { template });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/**
 * Opens a database that a server of this version has made. A mistyped folder must not become a database: throws
 * `DatabaseTrouble` where there is none, or one of another version.
 */
export async function withMigratedDatabase<Result>(
  place: Place,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const trouble = new DatabaseTrouble(
    `${sayPlace(place)} is empty or of another version: start the server with it once.`,
  );
  if (place.kind === 'embedded' && !existsSync(place.folder)) throw trouble;
  return withDatabase(place, async (database) => {
    if (!(await isMigrated(database.db))) throw trouble;
    return use(database);
  });
}

/** Names a place without a password. */
export function sayPlace(place: Place): string {
  if (place.kind === 'embedded') return `the embedded database in ${place.folder}`;
  const { host, pathname } = new URL(place.url);
  return `the PostgreSQL database ${pathname.slice(1)} at ${host}`;
}
