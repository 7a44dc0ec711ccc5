import { expect, test } from 'vitest';

import { delayOf } from '../../../src/server/accounts/sign-in.ts';
import { hashToken } from '../../../src/server/guard/tokens.ts';
import type { SessionAnswer, SessionsAnswer } from '../../../src/wire/accounts.ts';
import { makeManager, makeOwner } from '../harness/grounds.ts';
import { Browser } from './browser.ts';
import { openServer } from './open-server.ts';
import { makePerson, PASSWORD, readActions, signIn } from './people.ts';

const HOUR_MS = 60 * 60 * 1000;
const LOGIN = { email: 'owner@example.org', password: PASSWORD };
const whoIs = async (browser: Browser): Promise<string | undefined> =>
  ((await browser.ask('GET', '/api/session')).json as SessionAnswer).signedIn?.name;

test('by https the cookie is __Host-, Secure, HttpOnly and Lax; by http it has a name of its own', async () => {
  const secure = await openServer({ parts: { origin: 'https://play.example.org' } });
  await makePerson(secure.grounds);
  const [cookie = ''] = (await new Browser(secure).ask('POST', '/api/sessions', LOGIN)).headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/);
  const plain = await openServer();
  await makePerson(plain.grounds);
  const [open = ''] = (await new Browser(plain).ask('POST', '/api/sessions', LOGIN)).headers.getSetCookie();
  expect(open).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
});

test('the database has the SHA-256 of the token only', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const browser = await signIn(server);
  const token = browser.cookies.get('sid') ?? '';
  const [row] = await server.grounds.db.selectFrom('session').selectAll().execute();
  expect(row?.token.equals(hashToken(token))).toBe(true);
  expect(JSON.stringify([row, server.lines])).not.toContain(token);
});

test('a session ends after twelve idle hours, and after seven days however busy', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const idle = await signIn(server);
  server.clock.at = new Date(server.clock.at.getTime() + 12 * HOUR_MS - 1000);
  expect(await whoIs(idle)).toBe('Olga');
  server.clock.at = new Date(server.clock.at.getTime() + 12 * HOUR_MS);
  expect(await whoIs(idle)).toBeUndefined();
  const busy = await signIn(server);
  for (let hour = 0; hour < 7 * 24; hour += 6) {
    expect(await whoIs(busy)).toBe('Olga');
    server.clock.at = new Date(server.clock.at.getTime() + 6 * HOUR_MS);
  }
  expect(await whoIs(busy)).toBeUndefined();
});

test('signing in gives a new token and voids the one before it, also a planted one', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const browser = await signIn(server);
  const before = browser.cookies.get('sid') ?? '';
  await browser.ask('POST', '/api/sessions', LOGIN);
  expect(browser.cookies.get('sid')).not.toBe(before);
  const thief = new Browser(server);
  thief.cookies.set('sid', before);
  expect(await whoIs(thief)).toBeUndefined();
  const victim = new Browser(server);
  victim.cookies.set('sid', 'A'.repeat(43));
  await victim.ask('POST', '/api/sessions', LOGIN);
  expect(victim.cookies.get('sid')).not.toBe('A'.repeat(43));
});

test('signing out kills the session, not only the cookie', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const browser = await signIn(server);
  const token = browser.cookies.get('sid') ?? '';
  expect((await browser.ask('DELETE', '/api/session')).status).toBe(204);
  expect(browser.cookies.has('sid')).toBe(false);
  browser.cookies.set('sid', token);
  expect(await whoIs(browser)).toBeUndefined();
  expect((await browser.ask('GET', '/api/teams')).status).toBe(401);
});

test('one ends one’s own other sessions, and the owner those of others', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const manager = await makePerson(server.grounds, { role: 'manager', name: 'Mo' });
  const [here, there] = [await signIn(server), await signIn(server)];
  const { sessions } = (await here.ask('GET', '/api/account/sessions')).json as SessionsAnswer;
  expect(sessions.map(({ own, way }) => `${own} ${way}`).toSorted()).toEqual(['false password', 'true password']);
  const other = sessions.find(({ own }) => !own)?.id ?? '';
  const stranger = await signIn(server, 'manager@example.org');
  expect((await stranger.ask('DELETE', `/api/account/sessions/${other}`)).status).toBe(404);
  expect((await here.ask('DELETE', `/api/account/sessions/${other}`)).status).toBe(204);
  expect([await whoIs(here), await whoIs(there)]).toEqual(['Olga', undefined]);
  expect((await stranger.ask('DELETE', `/api/accounts/${manager}/sessions`)).status).toBe(403);
  expect((await here.ask('DELETE', `/api/accounts/${manager}/sessions`)).status).toBe(204);
  expect(await whoIs(stranger)).toBeUndefined();
});

test('a wrong password, an unknown address and a removed account get one answer, after the same work', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const removed = await makePerson(server.grounds, { role: 'manager' });
  await server.grounds.db.updateTable('account').set({ disabled_at: new Date() }).where('id', '=', removed).execute();
  const tries = [
    { email: 'owner@example.org', password: 'wrong' },
    { email: 'nobody@example.org', password: 'wrong' },
    { email: 'manager@example.org', password: PASSWORD },
  ];
  const took: number[] = [];
  for (const [index, login] of tries.entries()) {
    const began = performance.now();
    const answer = await new Browser(server, `192.0.2.${index + 1}`).ask('POST', '/api/sessions', login);
    took.push(performance.now() - began);
    expect([answer.status, answer.json]).toEqual([401, { error: 'wrongLogin' }]);
  }
  // Each has stretched a password: far above the few milliseconds of an answer without.
  expect(Math.min(...took)).toBeGreaterThan(60);
  expect((await readActions(server.grounds)).filter((action) => action === 'signInFailed')).toHaveLength(3);
});

test('the answer waits longer with each wrong password, and never for long because of others', () => {
  expect([0, 1, 2].map((pair) => delayOf(pair, pair))).toEqual([0, 0, 0]);
  const pair = [3, 4, 5, 6, 7, 8].map((tries) => delayOf(tries, 0));
  expect(pair).toEqual([250, 500, 1000, 2000, 4000, 8000]);
  expect(delayOf(0, 19)).toBe(0);
  expect(delayOf(0, 1_000_000)).toBe(8000);
});

test('an address that tries ten times waits; nobody else does', { timeout: 90_000 }, async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const thief = new Browser(server, '198.51.100.7');
  // The delays of ten tries one after another are 16 s; at once they are counted just the same.
  const answers = await Promise.all(
    Array.from({ length: 14 }, () => thief.ask('POST', '/api/sessions', { ...LOGIN, password: 'wrong' })),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.json).toMatchObject({ error: 'tooMany', retryAfter: 900 });
  expect((await thief.ask('POST', '/api/sessions', LOGIN)).status).toBe(429);
  const owner = new Browser(server, '203.0.113.9');
  expect((await owner.ask('POST', '/api/sessions', LOGIN)).status).toBe(201);
  server.clock.at = new Date(server.clock.at.getTime() + 15 * 60 * 1000);
  expect((await thief.ask('POST', '/api/sessions', LOGIN)).status).toBe(201);
});

test('changing the password signs all other browsers out and changes the token of this one', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const [here, there] = [await signIn(server), await signIn(server)];
  const before = here.cookies.get('sid');
  const change = (old: string, fresh: string) => here.ask('POST', '/api/account/password', { old, fresh });
  expect((await change('wrong', 'a fresh sentence of mine')).json).toEqual({ error: 'wrongLogin' });
  expect((await change(PASSWORD, 'Password1234')).json).toEqual({ error: 'weakPassword', detail: 'common' });
  expect((await change(PASSWORD, 'a fresh sentence of mine')).status).toBe(200);
  expect(here.cookies.get('sid')).not.toBe(before);
  expect([await whoIs(here), await whoIs(there)]).toEqual(['Olga', undefined]);
  const login = { email: LOGIN.email, password: 'a fresh sentence of mine' };
  expect((await new Browser(server).ask('POST', '/api/sessions', LOGIN)).status).toBe(401);
  expect((await new Browser(server).ask('POST', '/api/sessions', login)).status).toBe(201);
});

test('the demonstration is entered by one press, and only there', async () => {
  const real = await openServer();
  await makeOwner(real.grounds);
  expect((await new Browser(real).ask('POST', '/api/sessions/demo')).status).toBe(404);
  const demo = await openServer({ parts: { demo: true } });
  await makeOwner(demo.grounds);
  await makeManager(demo.grounds, { teams: [] });
  const browser = new Browser(demo);
  const answer = await browser.ask('POST', '/api/sessions/demo');
  expect((answer.json as SessionAnswer).signedIn?.role).toBe('manager');
  expect(await whoIs(browser)).toBe('A manager');
});

test('a password stretched at a lower cost is stretched anew at the next sign-in', async () => {
  const server = await openServer();
  const id = await makePerson(server.grounds);
  const { scryptSync } = await import('node:crypto');
  const salt = Buffer.alloc(16, 1);
  const weak = scryptSync(PASSWORD, salt, 32, { N: 1024, r: 8, p: 1 });
  const password = `scrypt$1024$8$1$${salt.toString('base64url')}$${weak.toString('base64url')}`;
  await server.grounds.db.updateTable('account').set({ password }).where('id', '=', id).execute();
  await signIn(server);
  const kept = await server.grounds.db.selectFrom('account').select('password').executeTakeFirstOrThrow();
  expect(kept.password).toMatch(/^scrypt\$65536\$8\$2\$/);
  await signIn(server);
});
