/**
 * `npm run records:recount`: makes the sums beside the results anew, from the results. Needed after an edit of the bank
 * of questions; harmless at any time. The embedded database must not be open in a server (PostgreSQL may).
 */
import { openLibrary } from '../../src/server/content/open-library.ts';
import { recount } from '../../src/server/records/recount.ts';
import { Misuse, runCommand, sayPlace, withMigratedDatabase } from '../database/command.ts';

await runCommand(async ({ place }) => {
  if (process.argv.length > 2) throw new Misuse('npm run records:recount');
  await withMigratedDatabase(place, async ({ db }) => recount(db, await openLibrary()));
  console.log(`Counted anew: ${sayPlace(place)}.`);
});
