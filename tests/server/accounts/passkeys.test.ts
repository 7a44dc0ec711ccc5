import { describe, expect, test } from 'vitest';

import { canUsePasskeys } from '../../../src/server/accounts/passkeys/party.ts';
import type { PasskeyCeremony, SessionAnswer } from '../../../src/wire/accounts.ts';
import type { TestGrounds } from '../harness/grounds.ts';
import { Authenticator, type Lies } from './authenticator.ts';
import { Browser, type Answer } from './browser.ts';
import { openServer } from './open-server.ts';
import { makePerson, PASSWORD, readActions, signIn } from './people.ts';

const ORIGIN = 'https://play.example.org';

interface Scene {
  readonly server: TestGrounds;
  readonly phone: Authenticator;
  readonly account: string;
  readonly browser: Browser;
}
async function open(): Promise<Scene> {
  const server = await openServer({ parts: { origin: ORIGIN } });
  const account = await makePerson(server.grounds);
  return { server, phone: new Authenticator(ORIGIN), account, browser: await signIn(server) };
}
async function begin(browser: Browser, what: 'account/passkeys' | 'sessions/passkey'): Promise<PasskeyCeremony> {
  return (await browser.ask('POST', `/api/${what}/options`)).json as PasskeyCeremony;
}
async function make({ browser, phone }: Pick<Scene, 'browser' | 'phone'>, lies?: Lies): Promise<Answer> {
  const { ceremony, options } = await begin(browser, 'account/passkeys');
  return browser.ask('POST', '/api/account/passkeys', { ceremony, name: 'Phone', response: phone.make(options, lies) });
}
async function use({ server, phone }: Pick<Scene, 'server' | 'phone'>, lies?: Lies): Promise<Answer> {
  const browser = new Browser(server);
  const { ceremony, options } = await begin(browser, 'sessions/passkey');
  return browser.ask('POST', '/api/sessions/passkey', { ceremony, response: phone.use(options, lies) });
}

test('a passkey is made, signs in by itself, is listed and removed', async () => {
  const scene = await open();
  const made = await make(scene);
  expect(made.status).toBe(201);
  const { signedIn } = made.json as SessionAnswer;
  expect(signedIn).toMatchObject({ strong: true, passkeys: [{ name: 'Phone' }] });
  const entered = await use(scene);
  expect([entered.status, (entered.json as SessionAnswer).signedIn?.id]).toEqual([201, scene.account]);
  const id = signedIn?.passkeys[0]?.id ?? '';
  expect((await scene.browser.ask('DELETE', `/api/account/passkeys/${id}`)).status).toBe(204);
  expect((await use(scene)).json).toEqual({ error: 'wrongLogin' });
  expect(await readActions(scene.server.grounds)).toEqual([
    'signedIn',
    'passkeyMade',
    'signedIn',
    'passkeyRemoved',
    'signInFailed',
  ]);
});

test('asks for a key that is found without a name and asks its holder, and names no credentials', async () => {
  const scene = await open();
  const { options } = await begin(scene.browser, 'account/passkeys');
  expect(options).toMatchObject({
    rp: { id: 'play.example.org', name: "The Marshal's Baton" },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await make(scene);
  const asked = await begin(new Browser(scene.server), 'sessions/passkey');
  expect(asked.options).toMatchObject({ rpId: 'play.example.org', userVerification: 'required' });
  expect(asked.options['allowCredentials'] ?? []).toEqual([]);
  const again = await begin(scene.browser, 'account/passkeys');
  expect(again.options['excludeCredentials']).toHaveLength(1);
});

describe('nobody gets in by', () => {
  test.each<[string, Lies]>([
    ['a page of another origin', { origin: 'https://play.example.org.evil.example' }],
    ['another party', { party: 'evil.example' }],
    ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
    ['a holder who was not asked', { verified: false }],
    ['the handle of somebody else', { handle: Buffer.from('0191b2c3').toString('base64url') }],
    [
      'a broken signature',
      { signature: (signed) => Buffer.concat([signed.subarray(0, -1), Buffer.of((signed.at(-1) ?? 0) ^ 1)]) },
    ],
  ])('%s', async (_, lies) => {
    const scene = await open();
    await make(scene);
    const answer = await use(scene, lies);
    expect([answer.status, answer.json]).toEqual([401, { error: 'wrongLogin' }]);
    expect((await use(scene)).status).toBe(201);
  });
});

test.each<[string, Lies]>([
  ['from another origin', { origin: 'http://play.example.org' }],
  ['for another party', { party: 'evil.example' }],
  ['to another challenge', { challenge: 'AAAA' }],
  ['without asking its holder', { verified: false }],
])('a passkey made %s is refused', async (_, lies) => {
  const scene = await open();
  expect((await make(scene, lies)).json).toMatchObject({ error: 'badRequest' });
  expect(await scene.server.grounds.db.selectFrom('passkey').select('id').execute()).toEqual([]);
});

test('a copied authenticator, whose counter falls back, is refused', async () => {
  const scene = await open();
  await make(scene);
  expect((await use(scene)).status).toBe(201);
  const [key] = scene.phone.passkeys;
  if (key === undefined) throw new Error('no passkey');
  key.counter = 0;
  expect((await use(scene)).json).toEqual({ error: 'wrongLogin' });
  expect((await use(scene)).status).toBe(201);
});

test('an answer serves once, within five minutes, and only its own ceremony and account', async () => {
  const scene = await open();
  const { server, phone } = scene;
  await make(scene);
  const visitor = new Browser(server);
  const first = await begin(visitor, 'sessions/passkey');
  const response = phone.use(first.options);
  const enter = (ceremony: string): Promise<Answer> =>
    visitor.ask('POST', '/api/sessions/passkey', { ceremony, response });
  expect((await enter(first.ceremony)).status).toBe(201);
  expect((await enter(first.ceremony)).json).toEqual({ error: 'linkSpent' });
  const second = await begin(visitor, 'sessions/passkey');
  expect((await enter(second.ceremony)).json).toEqual({ error: 'wrongLogin' });
  const third = await begin(visitor, 'sessions/passkey');
  server.clock.at = new Date(server.clock.at.getTime() + 5 * 60 * 1000);
  expect((await enter(third.ceremony)).json).toEqual({ error: 'linkSpent' });
  const mine = await begin(await signIn(server), 'account/passkeys');
  await makePerson(server.grounds, { role: 'manager' });
  const other = await signIn(server, 'manager@example.org');
  const body = { ceremony: mine.ceremony, name: 'Phone', response: phone.make(mine.options) };
  expect((await other.ask('POST', '/api/account/passkeys', body)).json).toEqual({ error: 'linkSpent' });
});

test('one passkey belongs to one account, and nobody removes somebody else’s', async () => {
  const scene = await open();
  const made = await make(scene);
  const id = (made.json as SessionAnswer).signedIn?.passkeys[0]?.id ?? '';
  await makePerson(scene.server.grounds, { role: 'manager' });
  const other = await signIn(scene.server, 'manager@example.org');
  expect((await other.ask('DELETE', `/api/account/passkeys/${id}`)).status).toBe(404);
});

test('a session that is not fresh neither makes nor removes a passkey; signing in again does', async () => {
  const scene = await open();
  const { server, browser, account } = scene;
  const made = await make(scene);
  const id = (made.json as SessionAnswer).signedIn?.passkeys[0]?.id ?? '';
  const tryBoth = async (): Promise<readonly unknown[]> => [
    (await browser.ask('POST', '/api/account/passkeys/options')).json,
    (await browser.ask('DELETE', `/api/account/passkeys/${id}`)).json,
  ];
  const begun = server.clock.at.getTime();
  // Also when the server's clock was set back meanwhile.
  for (const minutes of [5.1, -5.1]) {
    server.clock.at = new Date(begun + minutes * 60_000);
    expect(await tryBoth()).toEqual([{ error: 'notFresh' }, { error: 'notFresh' }]);
  }
  expect(await server.grounds.db.selectFrom('passkey').select('account_id').execute()).toEqual([
    { account_id: account },
  ]);
  server.clock.at = new Date(begun + 60 * 60_000);
  const again = await browser.ask('POST', '/api/sessions', { email: 'owner@example.org', password: PASSWORD });
  expect(again.status).toBe(201);
  expect((await make(scene)).status).toBe(201);
  expect((await browser.ask('DELETE', `/api/account/passkeys/${id}`)).status).toBe(204);
});

test('passkeys are offered where browsers make them', () => {
  const offered = (origin: string): boolean => canUsePasskeys(origin);
  expect(['https://play.example.org', 'http://localhost:8787'].map(offered)).toEqual([true, true]);
  expect(
    ['http://play.example.org', 'https://192.0.2.1', 'https://[2001:db8::1]', 'http://192.168.1.5:8787'].map(offered),
  ).toEqual([false, false, false, false]);
});
