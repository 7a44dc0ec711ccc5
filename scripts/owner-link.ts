/**
 * `npm run owner-link`: a one-time link that makes one more owner, for when the only one has lost the password. The
 * embedded database must not be open in a server (PostgreSQL may).
 */
import { makeOwnerLink } from '../src/server/accounts/owner-link.ts';
import { Misuse, runCommand, withMigratedDatabase } from './database/command.ts';

await runCommand(async ({ place, origin }) => {
  if (process.argv.length > 2) throw new Misuse('npm run owner-link');
  await withMigratedDatabase(place, async ({ db }) => {
    const path = await makeOwnerLink(db, { now: () => new Date() });
    console.log(`Start the server, and open this once, within seven days: ${origin ?? '(its address)'}${path}`);
    console.log('Whoever opens it becomes an owner. The old account can then be removed under Team, Owners.');
  });
});
