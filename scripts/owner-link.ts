/**
 * `npm run owner-link`: a one-time link that makes one more owner, for when the only one has lost the password. The
 * embedded database must not be open in a server (PostgreSQL may).
 */
import { makeOwnerLink } from '../src/server/accounts/owner-link.ts';
import { DatabaseTrouble } from '../src/server/database/database.ts';
import { isMigrated } from '../src/server/database/migrations/migrate.ts';
import { Misuse, runCommand, sayPlace, withDatabase } from './database/command.ts';

await runCommand(async ({ place, origin }) => {
  if (process.argv.length > 2) throw new Misuse('npm run owner-link');
  await withDatabase(place, async ({ db }) => {
    if (!(await isMigrated(db)))
      throw new DatabaseTrouble(`${sayPlace(place)} is empty or of another version: start the server with it once.`);
    const path = await makeOwnerLink(db, { now: () => new Date() });
    console.log(`Start the server, and open this once, within seven days: ${origin ?? '(its address)'}${path}`);
    console.log('Whoever opens it becomes an owner. The old account can then be removed under Team, Owners.');
  });
});
