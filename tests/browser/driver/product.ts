import { readCatalogue } from '../../../src/server/files/catalogue.ts';
import { buildHouse } from '../../../src/server/house.ts';
import { openDoors } from '../../../src/server/open-doors.ts';
import { buildOnce, DIST } from '../../../scripts/start/build-once.ts';

/** The built game, served by its own server. */
export interface Product {
  /** Origin, without a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the game if it must and serves it on a free port. */
export async function openProduct(): Promise<Product> {
  await buildOnce();
  const catalogue = await readCatalogue(DIST);
  const { address, close } = await openDoors(buildHouse({ catalogue }), { port: 0, host: 'localhost' });
  return { address, close };
}
