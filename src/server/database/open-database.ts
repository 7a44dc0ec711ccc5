/** Opens whichever database the settings name, and brings it to the present shape. */
import { statfs } from 'node:fs/promises';

import { type Database, DatabaseTrouble, type Place } from './database.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
import { migrate } from './migrations/migrate.ts';

export type OpenOptions = EmbeddedOptions;

/**
 * Opens the database and runs the migrations that it has not had.
 *
 * @throws DatabaseTrouble in words for whoever runs the server: folder in use or not writable, disk full, server not
 *   reachable, database newer than the program
 */
export async function openDatabase(place: Place, options: OpenOptions = {}): Promise<Database> {
  const database = await openUnmigrated(place, options);
  try {
    await migrate(database.db);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** PostgreSQL writes its log in files of this size; without room for one it cannot start, and does not say why. */
const LEAST_BYTES = 16 * 1024 * 1024;

async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk !== undefined && disk.bavail * disk.bsize < LEAST_BYTES;
}

/** Opens the database as it is: for backup and restore. */
export async function openUnmigrated(place: Place, options: OpenOptions = {}): Promise<Database> {
  if (place.kind === 'embedded') {
    try {
      return await openEmbedded(place.folder, options);
    } catch (error) {
      throw await explain(error, place.folder);
    }
  }
  // Loaded here, because most servers never need the driver.
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(place.url);
}

async function explain(error: unknown, folder: string): Promise<unknown> {
  if (error instanceof DatabaseTrouble) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const say = (text: string): DatabaseTrouble => new DatabaseTrouble(text, error);
  if (code === 'ENOSPC' || code === '53100' || (await isFull(folder)))
    return say(`The disk of the data folder ${folder} is full. Make room and start again.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return say(
      `The data folder ${folder} cannot be written. Give it to the user who runs the server, or set DATA_DIR.`,
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return say(`The data folder ${folder} is a file, or lies below one. Set DATA_DIR.`);
  return say(
    `The database in ${folder} could not be opened: ${error instanceof Error ? error.message : String(error)}. ` +
      'If the disk is not full, the files may be damaged: put the folder aside and restore a backup.',
  );
}
