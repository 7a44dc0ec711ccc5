import { expect, test } from 'vitest';

import { ensureSetupLink } from '../../../src/server/accounts/setup.ts';
import type { SessionAnswer } from '../../../src/wire/accounts.ts';
import { makeOwner } from '../harness/grounds.ts';
import { Browser } from './browser.ts';
import { openServer } from './open-server.ts';

const HOUR_MS = 60 * 60 * 1000;
const OWNER = { name: 'Olga', email: 'Olga@Example.org', password: 'nine ducks on a pond' };

function tokenOf(link: string | null): string {
  expect(link).toMatch(/^http:\/\/localhost:8787\/team\/setup#[\w-]{43}$/);
  return link?.split('#')[1] ?? '';
}

test('the link makes the owner once, and signs in', async () => {
  const server = await openServer();
  const browser = new Browser(server);
  expect((await browser.ask('GET', '/api/session')).json).toMatchObject({ signedIn: null, ways: { needsSetup: true } });
  const token = tokenOf(await ensureSetupLink(server.grounds));
  const made = await browser.ask('POST', '/api/setup', { ...OWNER, token });
  expect(made.status).toBe(201);
  const { signedIn, ways } = (await browser.ask('GET', '/api/session')).json as SessionAnswer;
  expect(signedIn).toMatchObject({ name: 'Olga', email: 'olga@example.org', role: 'owner', teams: [], strong: false });
  expect(ways).toEqual({ needsSetup: false, oidc: null, passkeys: true, demo: false });
  expect(await ensureSetupLink(server.grounds)).toBeNull();
  const again = await new Browser(server).ask('POST', '/api/setup', { ...OWNER, email: 'b@example.org', token });
  expect([again.status, again.json]).toEqual([410, { error: 'linkSpent' }]);
});

test('a link of an earlier start, a made-up one and one older than a day open nothing', async () => {
  const server = await openServer();
  const browser = new Browser(server);
  const first = tokenOf(await ensureSetupLink(server.grounds));
  const second = tokenOf(await ensureSetupLink(server.grounds));
  for (const token of [first, 'A'.repeat(43)])
    expect((await browser.ask('POST', '/api/setup', { ...OWNER, token })).status).toBe(410);
  server.clock.at = new Date(server.clock.at.getTime() + 24 * HOUR_MS);
  expect((await browser.ask('POST', '/api/setup', { ...OWNER, token: second })).status).toBe(410);
  const third = tokenOf(await ensureSetupLink(server.grounds));
  expect((await browser.ask('POST', '/api/setup', { ...OWNER, token: third })).status).toBe(201);
});

test('of two who use the link at once, one becomes the owner', async () => {
  const server = await openServer();
  const token = tokenOf(await ensureSetupLink(server.grounds));
  const answers = await Promise.all(
    ['a@example.org', 'b@example.org'].map((email) =>
      new Browser(server).ask('POST', '/api/setup', { ...OWNER, email, token }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410]);
  expect(await server.grounds.db.selectFrom('account').select('role').execute()).toEqual([{ role: 'owner' }]);
});

test('a link stops when there is an owner by another way', async () => {
  const server = await openServer();
  const token = tokenOf(await ensureSetupLink(server.grounds));
  await makeOwner(server.grounds);
  expect((await new Browser(server).ask('POST', '/api/setup', { ...OWNER, token })).status).toBe(410);
});

test('neither the link nor the password lies in the database or in the log', async () => {
  const server = await openServer();
  const token = tokenOf(await ensureSetupLink(server.grounds));
  await new Browser(server).ask('POST', '/api/setup', { ...OWNER, token });
  const rows = await Promise.all([
    server.grounds.db.selectFrom('link').selectAll().execute(),
    server.grounds.db.selectFrom('account').selectAll().execute(),
    server.grounds.db.selectFrom('session').selectAll().execute(),
  ]);
  const dump = JSON.stringify([rows, server.lines]);
  for (const secret of [token, OWNER.password]) expect(dump).not.toContain(secret);
  expect(JSON.stringify(server.lines)).not.toMatch(/olga/i);
  expect(rows[1][0]?.password).toMatch(/^scrypt\$65536\$8\$2\$[\w-]{22}\$[\w-]{43}$/);
});
