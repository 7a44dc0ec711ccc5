/** The real server as a process of its own, to be put under load and killed. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import type { Place } from '../../src/server/database/database.ts';
import { ROOT } from '../start/build-once.ts';

/** The same after every restart. */
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64url');
/** Longest start that is waited for. */
const START_MS = 60_000;

export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  /** As the system would when memory runs out: at once, without a word to the process. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits for it. */
  stop(): Promise<void>;
}

/** A folder for the server's data, with a page of its own, so that the game need not be built. */
export interface Stage {
  readonly folder: string;
  /** The server's program, bundled as `npm start` has it. */
  readonly program: string;
  remove(): Promise<void>;
}

export async function makeStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-records-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Records</title>');
    const prepare = ['--import', 'tsx', join(ROOT, 'scripts/start/prepare-server.ts')];
    await promisify(execFile)(process.execPath, prepare, { cwd: ROOT, env: { ...process.env, DIST: folder } });
    const bundles = join(ROOT, '.cache/server');
    const program = join(bundles, await readFile(join(bundles, 'current'), 'utf8'), 'start.mjs');
    return { folder, program, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Starts the server on a free port and waits for its first answer. Rejects with what it said when it does not come. */
export async function startServer(place: Place, { folder, program }: Stage): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: {
      ...process.env,
      DIST: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: join(folder, '.data'),
      SECRET_KEY,
      ...(place.kind === 'embedded' ? { DATABASE_URL: '' } : { DATABASE_URL: place.url }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever ends before the server takes it along.
  const takeAlong = (): void => void child.kill('SIGKILL');
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => void said.push(part.toString()));
  try {
    const address = await findAddress(child, said);
    return {
      address,
      pid: child.pid ?? 0,
      startedIn: performance.now() - began,
      kill: () => end(child, 'SIGKILL'),
      stop: () => end(child, 'SIGTERM'),
    };
  } catch (error) {
    await end(child, 'SIGKILL');
    throw new Error(`the server did not start:\n${said.join('').slice(-2000)}`, { cause: error });
  }
}

async function findAddress(child: ChildProcess, said: readonly string[]): Promise<string> {
  const until = performance.now() + START_MS;
  while (performance.now() < until && child.exitCode === null) {
    const address = /is open at (http:\S+)/.exec(said.join(''))?.[1];
    if (address !== undefined) return address;
    await wait(20);
  }
  throw new Error(child.exitCode === null ? 'it took too long' : `it ended with ${child.exitCode}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
