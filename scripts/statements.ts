/**
 * `npm run statements -- --from 2026-01-31 [--again]`: makes the xAPI statements of what arrived since that day, for the
 * server to forward. For results from before a store was configured; what waits or was sent already is left alone, so
 * it may be repeated. With `--again` statements that were sent, or set aside because the store refused them, are sent
 * once more. The embedded database must not be open in a server (PostgreSQL may).
 */
import { openLibrary } from '../src/server/content/open-library.ts';
import { SettingTrouble } from '../src/server/settings.ts';
import { makeAfterwards } from '../src/server/statements/make-afterwards.ts';
import { countWaiting } from '../src/server/statements/store/outbox.ts';
import { openWriter } from '../src/server/statements/write-statements.ts';
import { Misuse, runCommand, withMigratedDatabase } from './database/command.ts';

await runCommand(async ({ place, origin, store }) => {
  const { from, again } = readWishes(process.argv.slice(2));
  if (store === undefined || origin === undefined)
    throw new SettingTrouble('LRS_ENDPOINT, and what belongs to it, must be given as to the server.');
  await withMigratedDatabase(place, async ({ db }) => {
    const writer = await openWriter({ library: await openLibrary(), origin, names: store.names });
    const made = await makeAfterwards(db, writer, { from, again, now: () => new Date() });
    const { waiting, setAside, sent } = await countWaiting(db);
    console.log(`${made} statements added. ${waiting} wait, ${sent} were sent, ${setAside} were refused by the store.`);
  });
});

function readWishes(words: readonly string[]): { readonly from: Date; readonly again: boolean } {
  const again = words.includes('--again');
  const rest = words.filter((word) => word !== '--again');
  const [flag, day = ''] = rest;
  const from = new Date(`${day}T00:00:00Z`);
  if (rest.length !== 2 || flag !== '--from' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(from.getTime()))
    throw new Misuse('npm run statements -- --from YYYY-MM-DD [--again]');
  return { from, again };
}
