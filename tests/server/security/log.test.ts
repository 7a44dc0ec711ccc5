/** The log of a whole life of a server: everything that happens stands in it, and nothing of anybody. */
import { expect, onTestFinished, test } from 'vitest';

import { ensureSetupLink } from '../../../src/server/accounts/setup.ts';
import type { CodeShown, InvitationMade, TeamShown } from '../../../src/wire/accounts.ts';
import { Browser } from '../accounts/browser.ts';
import { openTestGrounds } from '../harness/grounds.ts';
import { Device } from '../players/device.ts';
import { answerItem, makeDevice, playAttempt } from '../records/device.ts';

interface Line {
  readonly level: number;
  readonly time: string | number;
  readonly msg: string;
  readonly trace?: string;
  readonly route?: string;
  readonly status?: number;
}

test('has every call by its route, and no secret, name, address or answer', async () => {
  const server = await openTestGrounds();
  onTestFinished(() => server.close());
  const { grounds, lines } = server;
  const secrets = new Map<string, string>();
  const hide = (what: string, secret: string): string => {
    expect(secret.length, what).toBeGreaterThan(3);
    secrets.set(what, secret);
    return secret;
  };
  const owner = new Browser(server, hide('the owner’s address', '192.0.2.77'));
  const token = hide('the set-up token', (await ensureSetupLink(grounds))?.split('#')[1] ?? '');
  const login = {
    email: hide('an address', 'olga.petrowa@example.org'),
    password: hide('a password', 'nine ducks on a pond'),
  };
  expect(
    (await owner.ask('POST', '/api/setup', { ...login, name: hide('a name', 'Olga Petrowa'), token })).status,
  ).toBe(201);
  hide('a session', owner.cookies.get('sid') ?? '');
  await new Browser(server).ask('POST', '/api/sessions', {
    ...login,
    password: hide('a wrong password', 'eight ducks are wrong'),
  });
  await new Browser(server).ask('POST', '/api/sessions', {
    email: hide('an unknown address', 'nobody@example.net'),
    password: 'x',
  });
  const made = await owner.ask('POST', '/api/teams', { name: hide('a team', 'Sonnenschein Nord'), retentionDays: 90 });
  const team = (made.json as TeamShown).id;
  const invited = (await owner.ask('POST', '/api/invitations', { role: 'manager', teams: [team] }))
    .json as InvitationMade;
  const invitation = hide('an invitation', invited.link.split('#')[1] ?? '');
  await owner.ask('POST', '/api/invitations/look', { token: invitation });
  const code = (await owner.ask('POST', `/api/teams/${team}/codes`, { kind: 'player', days: 7, mostUses: 9 }))
    .json as CodeShown;
  hide('a code', code.code ?? '');

  const device = new Device(server, hide('a player’s address', '198.51.100.66'));
  await device.ask('POST', '/api/join/look', { code: hide('a wrong code', 'ZZZZ-ZZZZ') });
  const joined = await device.join(code.code ?? '', hide('a player', 'Wilhelmine Kästner'));
  expect(joined.status).toBe(201);
  hide('a device’s token', device.token ?? '');
  hide('recovery words', JSON.stringify(joined.json.recovery));
  const [item] = grounds.library.items.values();
  if (item === undefined) throw new Error('the bank is empty');
  const writer = makeDevice(grounds.now, device.id);
  const records = [
    writer.write({ type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 4 }) }),
    writer.write({ type: 'answer', payload: answerItem(item) }),
  ];
  hide('a fingerprint of a result', records[0]?.payloadHash ?? '');
  expect((await device.ask('POST', '/api/deliveries', { version: 1, game: 'test', records })).status).toBe(200);
  await device.ask('POST', '/api/deliveries', { version: 1, game: 'test', records: [hide('rubbish', 'rubbish-4711')] });
  await device.ask('PATCH', '/api/me', { name: hide('a new name', 'Wilma K.') });
  const pairing = await device.ask<{ code: string }>('POST', '/api/me/pairings');
  hide('a pairing code', pairing.json.code);
  await device.ask('GET', '/api/me/export');
  await owner.ask('GET', `/api/teams/${team}/progress?search=${hide('a search', 'Kaestner')}`);
  expect((await device.ask('GET', '/api/accounts')).status).toBe(403);
  await owner.ask('POST', '/api/account/password', {
    old: login.password,
    fresh: hide('a new password', 'ten geese in a row, then'),
  });
  await device.ask('DELETE', '/api/me');
  expect((await device.ask('GET', '/api/me')).status).toBe(410);
  await owner.ask('DELETE', '/api/session');

  const log = lines.join('');
  for (const [what, secret] of secrets) {
    expect(log.includes(secret), what).toBe(false);
    expect(log.includes(encodeURIComponent(secret)), `${what}, encoded`).toBe(false);
  }
  expect(secrets.size).toBeGreaterThan(20);

  const calls = lines.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg === 'call');
  expect(calls.length).toBeGreaterThanOrEqual(20);
  for (const { trace, route, time } of calls) {
    expect(trace).toMatch(/^[0-9a-f]{32}$/);
    expect(route).toMatch(/^\/api\//);
    expect(Number.isNaN(new Date(time).getTime())).toBe(false);
  }
  expect(calls.find(({ route }) => route === '/api/accounts')?.status).toBe(403);
  expect(calls.filter(({ route, status }) => route === '/api/sessions' && status === 401).length).toBe(2);
  expect(calls.find(({ route }) => route === '/api/teams/:team/progress')?.status).toBe(200);
});

test('cannot be broken into lines, or made to tell another story, by what somebody sends', async () => {
  const server = await openTestGrounds();
  onTestFinished(() => server.close());
  const forged = '"}\n{"level":30,"msg":"signedIn"}';
  await server.house.request(`/api/teams/${encodeURIComponent(forged)}/overview`, {
    headers: { traceparent: forged.replaceAll('\n', ' ') },
  });
  await server.house.request('/api/sessions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${forged}@example.org`, password: forged }),
  });
  expect(server.lines.length).toBeGreaterThan(1);
  for (const line of server.lines) {
    expect(line.trimEnd()).not.toContain('\n');
    expect((JSON.parse(line) as Line).msg).not.toBe('signedIn');
  }
});
