/** What `npm start` needs before the server runs: the game, the server's bundle, the files of a new database. */
import { buildOnce } from './build-once.ts';
import { bundleServerOnce } from './bundle-server.ts';
import { makeTemplate } from './database-template.ts';

try {
  if (await buildOnce()) console.log('Built.');
  await Promise.all([bundleServerOnce(), makeTemplate()]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
