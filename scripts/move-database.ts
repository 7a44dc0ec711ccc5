/**
 * `npm run database:move -- --to postgres://…`: brings all rows of the database that the settings name (the embedded one,
 * if nothing is set) into an empty PostgreSQL database. The old one stays as it is.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { restore } from '../src/server/database/backup/restore.ts';
import { writeBackup } from '../src/server/database/backup/write-backup.ts';
import { migrate } from '../src/server/database/migrations/migrate.ts';
import { findSecretKey } from '../src/server/key-file.ts';
import { readSettings } from '../src/server/settings.ts';
import { Misuse, runCommand, sayPlace, withDatabase } from './database/command.ts';

await runCommand(async (settings) => {
  const [flag, url, ...rest] = process.argv.slice(2);
  if (flag !== '--to' || url === undefined || rest.length > 0)
    throw new Misuse('npm run database:move -- --to postgres://user:password@host:5432/name');
  const { place: to } = readSettings({ DATABASE_URL: url }, settings.dataFolder);
  // Written beside the data, which is as private as it is.
  const file = join(settings.dataFolder, `moving-${randomUUID()}`);
  try {
    await withDatabase(settings.place, async (database) => {
      await migrate(database.db);
      await writeBackup(database, file, new Date());
    });
    const rows = await withDatabase(to, (database) => restore(database, file, { replace: false }));
    console.log(`${rows} rows of ${sayPlace(settings.place)} are in ${sayPlace(to)}.`);
  } finally {
    await rm(file, { force: true });
  }
  if (settings.place.kind === 'embedded') {
    await findSecretKey(settings);
    console.log('Start the server with DATABASE_URL set to the new address, and with the key that it has had:');
    console.log(`  SECRET_KEY=$(cat ${join(settings.dataFolder, 'secret-key')}) DATABASE_URL=postgres://… npm start`);
  }
});
