/** The real server with a team, a kiosk's place in it, and a build that can be replaced by a newer one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { KioskHere } from '../../src/kiosk/settings/kiosk-settings.ts';
import { readCatalogue } from '../../src/server/files/catalogue.ts';
import type { Grounds } from '../../src/server/grounds.ts';
import { makeLog } from '../../src/server/log.ts';
import { runServer } from '../../src/server/run-server.ts';
import { readSettings } from '../../src/server/settings.ts';
import { makeNext } from '../../tests/browser/driver/changing-house.ts';
import { makeKioskSettings } from '../../tests/browser/driver/kiosk.ts';
import { makePlayer, makeTeam } from '../../tests/server/harness/people.ts';
import { buildOnce, DIST, ROOT } from '../start/build-once.ts';
import { findTemplate } from '../start/database-template.ts';

export interface SoakGrounds {
  readonly address: string;
  readonly grounds: Grounds;
  /** What the kiosk under test is set up as. */
  readonly here: KioskHere;
  /** Every address that one of the builds so far had. */
  readonly served: ReadonlySet<string>;
  /** Puts a newer build on the server. */
  renew(): void;
  close(): Promise<void>;
}

/** What a newer build has changed: a page that everybody has, and one that nobody at a kiosk opens. */
const CHANGED = [/^campaign-.*\.js$/, /^settings-.*\.js$/];

export async function openSoakGrounds(): Promise<SoakGrounds> {
  await buildOnce();
  const catalogue = new Map(await readCatalogue(DIST));
  const served = new Set(catalogue.keys());
  const folder = await mkdtemp(join(tmpdir(), 'soak-server-'));
  const template = findTemplate();
  try {
    const server = await runServer(
      readSettings({ HOST: 'localhost', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT),
      { catalogue, log: makeLog('silent'), ...(template === undefined ? {} : { template }) },
    );
    const { grounds, address } = server;
    const team = await makeTeam(grounds, { name: 'The soaked' });
    const { token } = await makePlayer(grounds, { team, name: 'Kiosk', kind: 'kiosk' });
    return {
      address,
      grounds,
      served,
      here: { settings: makeKioskSettings(address, { volume: 0.2 }), membership: { team, token } },
      renew() {
        const next = makeNext(catalogue, CHANGED);
        catalogue.clear();
        for (const [path, file] of next) {
          catalogue.set(path, file);
          served.add(path);
        }
      },
      async close() {
        await server.stop();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}
