/**
 * `npm run records:recount`: makes the sums beside the results anew, from the results. Needed after an edit of the bank
 * of questions; harmless at any time. The embedded database must not be open in a server (PostgreSQL may).
 */
import { openLibrary } from '../../src/server/content/open-library.ts';
import { DatabaseTrouble } from '../../src/server/database/database.ts';
import { openDatabase } from '../../src/server/database/open-database.ts';
import { recount } from '../../src/server/records/recount.ts';
import { readSettings, SettingTrouble } from '../../src/server/settings.ts';
import { ROOT } from '../start/build-once.ts';

try {
  const database = await openDatabase(readSettings(process.env, ROOT).place);
  try {
    await recount(database.db, await openLibrary());
    console.log('Counted anew.');
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof DatabaseTrouble || error instanceof SettingTrouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
