/** The whole way, on a server as `npm start` opens it: from a delivery to the store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { makeLog } from '../../../src/server/log.ts';
import { runServer, type RunningServer } from '../../../src/server/run-server.ts';
import { readSettings } from '../../../src/server/settings.ts';
import { makePlayer, makeTeam } from '../harness/grounds.ts';
import { makeDevice, playAttempt } from '../records/device.ts';
import { openFakeStore, type FakeStore } from './fake-store.ts';
import { findFaults } from './xapi-rules.ts';

async function open(store: FakeStore, demo: boolean): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'statements-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const settings = readSettings(
    {
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      ORIGIN: 'https://play.example.org',
      LOG_LEVEL: 'silent',
      LRS_ENDPOINT: store.settings.statements.replace('/statements', ''),
      LRS_USER: 'user',
      LRS_PASSWORD: 'secret',
    },
    '/',
  );
  const server = await runServer(settings, { catalogue: new Map(), log: makeLog('silent'), demo });
  onTestFinished(() => server.stop());
  return server;
}

/** A run that a player delivers over the network. */
async function playOn({ grounds, port }: RunningServer): Promise<void> {
  const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
  const device = makeDevice(grounds.now, player.device);
  const run = device.write({ type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 8 }) });
  const answer = await fetch(`http://127.0.0.1:${port}/api/deliveries`, {
    method: 'POST',
    headers: player.headers,
    body: JSON.stringify({ version: 1, game: 'test', records: [run] }),
  });
  expect(await answer.json()).toMatchObject({ receipts: [{ status: 'accepted', counted: true }] });
}

test('what is delivered arrives in the store that is configured', async () => {
  const store = await openFakeStore();
  onTestFinished(() => store.close());
  const server = await open(store, false);
  await playOn(server);
  while (store.kept.size < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const statement of store.kept.values()) expect(findFaults(statement, new Date())).toEqual([]);
});

test('the demonstration makes no statements, whatever is configured', async () => {
  const store = await openFakeStore();
  onTestFinished(() => store.close());
  const server = await open(store, true);
  await playOn(server);
  expect(await server.grounds.db.selectFrom('statement').selectAll().execute()).toEqual([]);
  expect(server.grounds.writeStatements).toBeUndefined();
  expect(store.requests).toEqual([]);
});
