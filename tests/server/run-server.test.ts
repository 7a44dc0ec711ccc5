import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pino } from 'pino';
import { expect, inject, onTestFinished, test } from 'vitest';

import { findTemplate } from '../../scripts/start/database-template.ts';
import { type RunningServer, runServer, type ServerOptions } from '../../src/server/run-server.ts';
import type { Settings } from '../../src/server/settings.ts';
import { makeManager, makePlayer, makeTeam } from './harness/people.ts';
import { makeServerDatabase } from './harness/test-database.ts';
import { ask } from './open-house.ts';

const KEY = Buffer.alloc(32, 3).toString('hex');
const CATALOGUE: ServerOptions['catalogue'] = new Map();
const LOG = pino({ level: 'silent' });

async function makeSettings(given: Partial<Settings> = {}): Promise<Settings> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'server-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  let place: Settings['place'] = { kind: 'embedded', folder: dataFolder };
  if (inject('template').kind === 'postgres') {
    const { url, drop } = await makeServerDatabase();
    onTestFinished(drop);
    place = { kind: 'postgres', url };
  }
  return {
    host: '127.0.0.1',
    port: 0,
    origin: undefined,
    trustedProxies: 0,
    dataFolder,
    place,
    secretKey: KEY,
    logLevel: 'silent',
    ...given,
  };
}

async function start(settings: Settings, options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  // Copying is quicker than making; that a database can be made without is tested in database/.
  const template = findTemplate();
  const copied = template === undefined ? {} : { template };
  const server = await runServer(settings, { catalogue: CATALOGUE, log: LOG, ...copied, ...options });
  onTestFinished(() => server.stop().catch(() => {}));
  return server;
}

test('a first start makes everything, a second one finds it again', async () => {
  const settings = await makeSettings();
  const first = await start(settings);
  expect(first.setupLink).toMatch(new RegExp(`^${first.address}/team/setup#[\\w-]{43}$`));
  expect((await ask(first, '/readyz')).status).toBe(200);
  const team = await makeTeam(first.grounds, { name: 'Kept' });
  await first.stop();
  await expect(ask(first, '/readyz')).rejects.toThrow(/ECONNREFUSED|socket hang up/);

  const second = await start(settings);
  const found = await second.grounds.db.selectFrom('team').selectAll().execute();
  expect(found).toEqual([expect.objectContaining({ id: team, name: 'Kept' })]);
  await makeOwnerBy(second);
  await second.stop();
  expect((await start(settings)).setupLink).toBeNull();
}, 120_000);

/** Uses the set-up link as a browser does. */
async function makeOwnerBy({ address, setupLink }: RunningServer): Promise<void> {
  const answer = await fetch(`${address}/api/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      token: setupLink?.split('#')[1],
      name: 'Olga',
      email: 'olga@example.org',
      password: 'a long walk by the duck pond',
    }),
  });
  expect(answer.status).toBe(201);
}

test('until everything is open, addresses answer 503', async () => {
  const said: number[] = [];
  const settings = await makeSettings({ port: await findFreePort() });
  const server = await start(settings, {
    prepare: async () => {
      said.push((await ask(settings, '/readyz')).status, (await ask(settings, '/api/session')).status);
    },
  });
  said.push((await ask(server, '/readyz')).status, (await ask(server, '/api/session')).status);
  expect(said).toEqual([503, 503, 200, 200]);
}, 60_000);

test('stopping ends live connections and finishes answers under way', async () => {
  const server = await start(await makeSettings());
  const { grounds } = server;
  const team = await makeTeam(grounds);
  const manager = await makeManager(grounds, { teams: [team] });
  const live = await fetch(`${server.address}/api/teams/${team}/live`, { headers: manager.headers });
  expect(live.headers.get('Content-Type')).toContain('text/event-stream');
  const heard = live.text();
  const player = await makePlayer(grounds, { team });
  const answers = Array.from({ length: 20 }, () => fetch(`${server.address}/api/me`, { headers: player.headers }));
  // All of them have arrived when the first has its answer, or they would be refused.
  await Promise.race(answers);
  const began = performance.now();
  await server.stop();
  expect(performance.now() - began).toBeLessThan(4000);
  await heard;
  const settled = await Promise.allSettled(answers);
  const statuses = settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value.status);
  expect(statuses.length).toBeGreaterThan(0);
  expect(new Set(statuses)).toEqual(new Set([200]));
}, 60_000);

test('a start that fails leaves nothing open', async () => {
  const settings = await makeSettings({ port: await findFreePort() });
  await expect(start(settings, { prepare: () => Promise.reject(new Error('not today')) })).rejects.toThrow('not today');
  await expect(ask(settings, '/')).rejects.toThrow(/ECONNREFUSED/);
  expect(existsSync(join(settings.dataFolder, 'lock'))).toBe(false);
  await start(settings);
}, 60_000);

test('troubles are said in words', async () => {
  const settings = await makeSettings();
  const file = join(settings.dataFolder, 'file');
  await writeFile(file, '');
  const at = (place: Settings['place']): Promise<RunningServer> => start({ ...settings, place });
  await expect(at({ kind: 'embedded', folder: file })).rejects.toThrow(/is a file, or lies below one. Set DATA_DIR/);
  const port = await findFreePort();
  const nobody = `postgres://baton:secret@127.0.0.1:${port}/baton`;
  await expect(at({ kind: 'postgres', url: nobody })).rejects.toThrow(
    `Nothing answers at the PostgreSQL server at 127.0.0.1:${port}. Is it running, and is the port right?`,
  );
  await expect(at({ kind: 'postgres', url: 'postgres://a@no-such-machine.invalid/b' })).rejects.toThrow(
    /There is no machine of the name in DATABASE_URL \(no-such-machine.invalid\)/,
  );
}, 60_000);

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
