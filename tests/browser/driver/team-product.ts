import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fillDemo } from '../../../scripts/demo/fill-demo.ts';
import { buildOnce, DIST, ROOT } from '../../../scripts/start/build-once.ts';
import { findTemplate } from '../../../scripts/start/database-template.ts';
import { readCatalogue } from '../../../src/server/files/catalogue.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { makeLog } from '../../../src/server/log.ts';
import { runServer } from '../../../src/server/run-server.ts';
import { readSettings } from '../../../src/server/settings.ts';
import type { Product } from './product.ts';

/** The built game with its team server on a database of its own. */
export interface TeamProduct extends Product {
  readonly grounds: Grounds;
  /** The one-time link of the first owner; null on a demonstration, which has accounts. */
  readonly setupLink: string | null;
}

/** A team large enough for every report to have something to say, and small enough to be made in seconds. */
const DEMO = { players: 12, days: 21, seed: 5 } as const;

/**
 * Starts the whole server, empty or filled with a demonstration.
 *
 * @param now the demonstration's last moment; by the real clock, because sessions and links live by it
 */
export async function openTeamProduct(filled: 'empty' | 'demo', now = new Date()): Promise<TeamProduct> {
  await buildOnce();
  const folder = await mkdtemp(join(tmpdir(), 'team-'));
  const settings = readSettings({ HOST: 'localhost', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT);
  const template = findTemplate();
  const server = await runServer(settings, {
    catalogue: await readCatalogue(DIST),
    log: makeLog('silent'),
    ...(template === undefined ? {} : { template }),
    ...(filled === 'demo'
      ? { demo: true, prepare: async (grounds) => void (await fillDemo(grounds, { ...DEMO, now })) }
      : {}),
  });
  return {
    address: server.address,
    grounds: server.grounds,
    setupLink: server.setupLink,
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
