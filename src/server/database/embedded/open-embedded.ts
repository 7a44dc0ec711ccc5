import { join } from 'node:path';

import type { Database } from '../database.ts';
import { type LockOptions, lockFolder } from './folder-lock.ts';
import { makeNewFolder } from './new-folder.ts';
import { overSession } from './over-session.ts';
import { openThreadSession } from './thread-session.ts';

/** PGlite's files, below the data folder. */
const DATABASE_FOLDER = 'database';

export interface EmbeddedOptions {
  /** Folder of a new database's files, if the build has made one. */
  readonly template?: string;
  readonly lock?: LockOptions;
}

/**
 * Opens the embedded database of a data folder; makes it when it is not there yet.
 *
 * @throws DatabaseTrouble when the folder is in use, cannot be written, or its database cannot be opened
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Database> {
  const lock = await lockFolder(folder, options.lock);
  try {
    const files = join(folder, DATABASE_FOLDER);
    await makeNewFolder(files, options.template);
    const session = await openThreadSession({ folder: files });
    return overSession(session, { alsoLost: lock.lost, afterClose: () => lock.release() });
  } catch (error) {
    await lock.release();
    throw error;
  }
}
