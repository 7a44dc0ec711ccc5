/**
 * `npm run backup -- FILE`: all rows in one file, as they were at one moment, while the server works. PostgreSQL lets this
 * process in; the embedded database belongs to its server, which is asked to write the file.
 */
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';

import { writeBackup } from '../src/server/database/backup/write-backup.ts';
import { askForBackup } from '../src/server/database/backup/wanted-backup.ts';
import { type Database, FolderInUse, type Place } from '../src/server/database/database.ts';
import { KEY_FILE } from '../src/server/key-file.ts';
import { Misuse, runCommand, sayPlace, withMigratedDatabase } from './database/command.ts';

await runCommand(async ({ place, dataFolder }) => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name.startsWith('--') || rest.length > 0) throw new Misuse('npm run backup -- FILE');
  const file = resolve(name);
  const { rows, bytes } = await withDatabaseOrServer(place, file, (database) =>
    writeBackup(database, file, new Date()),
  );
  console.log(`${rows} rows of ${sayPlace(place)} are in ${file} (${(bytes / 1024).toFixed(0)} kB).`);
  const key = place.kind === 'embedded' ? `the file ${resolve(dataFolder, KEY_FILE)}` : 'SECRET_KEY';
  console.log(`Keep ${key} as well, but not in the same place: without it, codes of teams cannot be read.`);
});

interface Written {
  readonly rows: number;
  readonly bytes: number;
}

async function withDatabaseOrServer(
  place: Place,
  file: string,
  write: (database: Database) => Promise<Written>,
): Promise<Written> {
  try {
    return await withMigratedDatabase(place, write);
  } catch (error) {
    if (!(error instanceof FolderInUse) || place.kind !== 'embedded') throw error;
    return askForBackup(place.folder, (made) => take(made, file));
  }
}

/** The file may lie on another disk, where it must not appear before it is whole either. */
async function take(made: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished-${process.pid}`;
  try {
    await copyFile(made, unfinished);
    const handle = await open(unfinished, 'r+');
    try {
      await handle.chmod(0o600);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
