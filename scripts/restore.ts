/** `npm run restore -- FILE [--replace]`: puts a backup into the database that the settings name. Stop its servers first. */
import { resolve } from 'node:path';

import { restore } from '../src/server/database/backup/restore.ts';
import { Misuse, runCommand, sayPlace, withDatabase } from './database/command.ts';

await runCommand(async ({ place }) => {
  const given = process.argv.slice(2);
  const replace = given.includes('--replace');
  const [name, ...rest] = given.filter((part) => part !== '--replace');
  if (name === undefined || name.startsWith('--') || rest.length > 0)
    throw new Misuse('npm run restore -- FILE [--replace]');
  const rows = await withDatabase(place, (database) => restore(database, resolve(name), { replace }));
  console.log(`${rows} rows are in ${sayPlace(place)}.`);
});
