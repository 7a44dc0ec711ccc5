/** `npm start`: builds the game if it must, serves it, and prints the one address to open. */
import { readCatalogue } from '../src/server/files/catalogue.ts';
import { buildHouse } from '../src/server/house.ts';
import { openDoors } from '../src/server/open-doors.ts';
import { buildOnce, DIST } from './start/build-once.ts';

const DEFAULT_PORT = 8787;

const port = readPort(process.env['PORT']);
const host = process.env['HOST'] ?? 'localhost';

if (await buildOnce()) console.log('Built.');
const catalogue = await readCatalogue(DIST);
const doors = await openDoors(buildHouse({ catalogue, publicOrigin: process.env['ORIGIN'] }), { port, host });
if (port !== 0 && doors.port !== port) console.log(`Port ${port} is taken, so the game is on ${doors.port}.`);
console.log(`Marshal's Baton is open at ${doors.address}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    doors.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const wanted = Number(text);
  if (Number.isInteger(wanted) && wanted >= 0 && wanted <= 65535) return wanted;
  console.error(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  process.exit(1);
}
