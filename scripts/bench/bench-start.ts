/** How soon the server is open, with a new database and with one that is there, and what memory it has then. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from '../start/build-once.ts';
import { bundleServerOnce } from '../start/bundle-server.ts';
import { makeTemplate } from '../start/database-template.ts';
import { atMost, type Figure, median } from './figure.ts';

const TIMES = 5;
const FIRST_MS = 3000;
const AGAIN_MS = 3000;
const MEMORY_MB = 250;
/** The verifier's thread and whatever else comes after the opening is counted too. */
const SETTLE_MS = 7000;

interface Started {
  readonly ms: number;
  readonly megabytes: number;
}

/** Starts the server as `npm start` does once everything is built. */
export async function benchStart(): Promise<Figure[]> {
  await Promise.all([bundleServerOnce(), makeTemplate()]);
  const first: Started[] = [];
  const again: Started[] = [];
  for (let time = 0; time < TIMES; time++) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
    try {
      await writeFile(join(folder, 'index.html'), '<!doctype html>');
      first.push(await start(folder));
      again.push(await start(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const middle = (all: readonly Started[], of: keyof Started): number => median(all.map((one) => one[of]));
  return [
    atMost('Server: first start, with a new database', middle(first, 'ms'), 'ms', FIRST_MS),
    atMost('Server: start on a database that is there', middle(again, 'ms'), 'ms', AGAIN_MS),
    atMost('Server: memory after the first start', middle(first, 'megabytes'), 'MB', MEMORY_MB),
    atMost('Server: memory after a later start', middle(again, 'megabytes'), 'MB', MEMORY_MB),
  ];
}

async function start(folder: string): Promise<Started> {
  const bundles = join(ROOT, '.cache', 'server');
  const entry = join(bundles, readFileSync(join(bundles, 'current'), 'utf8'), 'start.mjs');
  const { DATABASE_URL: _, ...environment } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [entry], {
    env: { ...environment, DIST: folder, DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const ms = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }));
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { ms, megabytes: kilobytes / 1024 };
}
