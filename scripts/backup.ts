/**
 * `npm run backup -- FILE`: all rows in one file, as they were at one moment. PostgreSQL may go on working; the embedded
 * database belongs to one process, so its server must be stopped for the seconds that this takes.
 */
import { resolve } from 'node:path';

import { writeBackup } from '../src/server/database/backup/write-backup.ts';
import { isMigrated } from '../src/server/database/migrations/migrate.ts';
import { DatabaseTrouble } from '../src/server/database/database.ts';
import { KEY_FILE } from '../src/server/key-file.ts';
import { Misuse, runCommand, sayPlace, withDatabase } from './database/command.ts';

await runCommand(async ({ place, dataFolder }) => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name.startsWith('--') || rest.length > 0) throw new Misuse('npm run backup -- FILE');
  const file = resolve(name);
  const { rows, bytes } = await withDatabase(place, async (database) => {
    if (!(await isMigrated(database.db)))
      throw new DatabaseTrouble(`${sayPlace(place)} is empty or of another version: start the server with it once.`);
    return writeBackup(database, file, new Date());
  });
  console.log(`${rows} rows of ${sayPlace(place)} are in ${file} (${(bytes / 1024).toFixed(0)} kB).`);
  const key = place.kind === 'embedded' ? `the file ${resolve(dataFolder, KEY_FILE)}` : 'SECRET_KEY';
  console.log(`Keep ${key} as well, but not in the same place: without it, codes of teams cannot be read.`);
});
