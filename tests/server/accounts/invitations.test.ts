import { expect, test } from 'vitest';

import type {
  AccountsAnswer,
  InvitationLook,
  InvitationMade,
  InvitationsAnswer,
  SessionAnswer,
} from '../../../src/wire/accounts.ts';
import { makeTeam, type TestGrounds } from '../harness/grounds.ts';
import { Browser, type Answer } from './browser.ts';
import { openServer } from './open-server.ts';
import { makePerson, PASSWORD, signIn } from './people.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MO = { name: 'Mo', email: 'Mo@example.org', password: 'a lantern and a stick' };

interface Scene {
  readonly server: TestGrounds;
  readonly owner: Browser;
  readonly team: string;
}
async function open(): Promise<Scene> {
  const server = await openServer();
  await makePerson(server.grounds);
  return { server, owner: await signIn(server), team: await makeTeam(server.grounds, { name: 'North' }) };
}
async function invite({ owner, team }: Scene, role = 'manager'): Promise<InvitationMade & { readonly token: string }> {
  const made = (await owner.ask('POST', '/api/invitations', { role, teams: [team] })).json as InvitationMade;
  expect(made.link).toMatch(/^http:\/\/localhost:8787\/team\/invitation#[\w-]{43}$/);
  return { ...made, token: made.link.split('#')[1] ?? '' };
}
const accept = (server: TestGrounds, token: string, given = {}): Promise<Answer> =>
  new Browser(server).ask('POST', '/api/invitations/accept', { ...MO, ...given, token });

test('an invitation shows where it leads, makes a manager of its teams, and is spent', async () => {
  const scene = await open();
  const { id, token } = await invite(scene);
  const guest = new Browser(scene.server);
  const look = (await guest.ask('POST', '/api/invitations/look', { token })).json as InvitationLook;
  expect(look).toEqual({ role: 'manager', teams: ['North'], expiresAt: '2026-11-29T12:00:00.000Z' });
  const weak = await accept(scene.server, token, { password: 'mo@example' });
  expect(weak.json).toEqual({ error: 'weakPassword', detail: 'guessable' });
  const made = await guest.ask('POST', '/api/invitations/accept', { ...MO, token });
  expect(made.status).toBe(201);
  const { signedIn } = made.json as SessionAnswer;
  expect(signedIn).toMatchObject({ name: 'Mo', email: 'mo@example.org', role: 'manager', teams: [{ name: 'North' }] });
  expect((await accept(scene.server, token, { email: 'eve@example.org' })).json).toEqual({ error: 'linkSpent' });
  expect((await guest.ask('POST', '/api/invitations/look', { token })).status).toBe(410);
  const { invitations } = (await scene.owner.ask('GET', '/api/invitations')).json as InvitationsAnswer;
  expect(invitations).toEqual([
    { id, role: 'manager', teams: [scene.team], expiresAt: '2026-11-29T12:00:00.000Z', state: 'used' },
  ]);
  expect(JSON.stringify(await scene.server.grounds.db.selectFrom('link').selectAll().execute())).not.toContain(token);
});

test('a revoked invitation and one older than seven days open nothing', async () => {
  const scene = await open();
  const revoked = await invite(scene);
  expect((await scene.owner.ask('DELETE', `/api/invitations/${revoked.id}`)).status).toBe(204);
  expect((await scene.owner.ask('DELETE', `/api/invitations/${revoked.id}`)).status).toBe(404);
  expect((await accept(scene.server, revoked.token)).status).toBe(410);
  const old = await invite(scene);
  scene.server.clock.at = new Date(scene.server.clock.at.getTime() + 7 * DAY_MS);
  expect((await accept(scene.server, old.token)).status).toBe(410);
  const owner = await signIn(scene.server);
  const { invitations } = (await owner.ask('GET', '/api/invitations')).json as InvitationsAnswer;
  expect(invitations.map(({ state }) => state).toSorted()).toEqual(['expired', 'revoked']);
});

test('nobody takes an address that somebody has, and the invitation stays good', async () => {
  const scene = await open();
  const { token } = await invite(scene);
  expect((await accept(scene.server, token, { email: 'OWNER@example.org' })).json).toMatchObject({ error: 'conflict' });
  expect((await accept(scene.server, token)).status).toBe(201);
});

test('an invitation is no set-up link, and a set-up link no invitation', async () => {
  const scene = await open();
  const { token } = await invite(scene, 'owner');
  expect((await new Browser(scene.server).ask('POST', '/api/setup', { ...MO, token })).json).toEqual({
    error: 'linkSpent',
  });
});

test('teams that are gone by then, or never were, are not given', async () => {
  const scene = await open();
  const stranger = '01900000-0000-7000-8000-000000000000';
  const refused = await scene.owner.ask('POST', '/api/invitations', { role: 'manager', teams: [stranger] });
  expect(refused.json).toMatchObject({ error: 'notFound' });
  const { token } = await invite(scene);
  expect((await scene.owner.ask('DELETE', `/api/teams/${scene.team}`)).status).toBe(204);
  const made = await accept(scene.server, token);
  expect((made.json as SessionAnswer).signedIn?.teams).toEqual([]);
});

test('a removed manager is out at once, cannot sign in, and comes back by a new invitation only', async () => {
  const scene = await open();
  const manager = new Browser(scene.server);
  await manager.ask('POST', '/api/invitations/accept', { ...MO, token: (await invite(scene)).token });
  expect((await manager.ask('GET', `/api/teams/${scene.team}/codes`)).status).toBe(200);
  const { accounts } = (await scene.owner.ask('GET', '/api/accounts')).json as AccountsAnswer;
  const mo = accounts.find(({ name }) => name === 'Mo');
  expect(mo).toMatchObject({ email: 'mo@example.org', role: 'manager', teams: [scene.team], passkeys: 0 });
  expect((await scene.owner.ask('DELETE', `/api/accounts/${mo?.id}`)).status).toBe(204);
  expect((await manager.ask('GET', `/api/teams/${scene.team}/codes`)).status).toBe(401);
  const login = { email: MO.email, password: MO.password };
  expect((await new Browser(scene.server).ask('POST', '/api/sessions', login)).status).toBe(401);
  expect((await scene.owner.ask('DELETE', `/api/accounts/${mo?.id}`)).status).toBe(404);
  const back = await accept(scene.server, (await invite(scene)).token, { password: 'another lantern and stick' });
  expect((back.json as SessionAnswer).signedIn?.id).toBe(mo?.id);
  expect((await new Browser(scene.server).ask('POST', '/api/sessions', login)).status).toBe(401);
});

test('a role holds from the next request on, and there is always an owner', async () => {
  const scene = await open();
  const { server, owner, team } = scene;
  const id = await makePerson(server.grounds, { role: 'manager' });
  const manager = await signIn(server, 'manager@example.org');
  const read = async (): Promise<number> => (await manager.ask('GET', `/api/teams/${team}/codes`)).status;
  expect(await read()).toBe(404);
  await owner.ask('PUT', `/api/teams/${team}/managers`, { accounts: [id] });
  expect(await read()).toBe(200);
  await owner.ask('PUT', `/api/teams/${team}/managers`, { accounts: [] });
  expect(await read()).toBe(404);
  const change = (role: string) => owner.ask('PATCH', `/api/accounts/${id}`, { role });
  expect((await change('owner')).status).toBe(204);
  expect(await read()).toBe(200);
  expect((await manager.ask('GET', '/api/accounts')).status).toBe(200);
  expect((await change('manager')).status).toBe(204);
  expect([await read(), (await manager.ask('GET', '/api/accounts')).status]).toEqual([404, 403]);
  const own = ((await owner.ask('GET', '/api/session')).json as SessionAnswer).signedIn?.id;
  expect((await owner.ask('DELETE', `/api/accounts/${own}`)).json).toMatchObject({ error: 'conflict' });
  expect((await owner.ask('PATCH', `/api/accounts/${own}`, { role: 'manager' })).json).toMatchObject({
    error: 'conflict',
  });
});

test('of two owners who remove each other at once, one stays', async () => {
  const { server, owner } = await open();
  const other = await makePerson(server.grounds, { email: 'second@example.org' });
  const second = await signIn(server, 'second@example.org');
  const first = ((await owner.ask('GET', '/api/session')).json as SessionAnswer).signedIn?.id;
  await Promise.all([owner.ask('DELETE', `/api/accounts/${other}`), second.ask('DELETE', `/api/accounts/${first}`)]);
  const left = await server.grounds.db.selectFrom('account').select('id').where('disabled_at', 'is', null).execute();
  expect(left).toHaveLength(1);
});

test('who made what is on the owner’s list, without names of what was done', async () => {
  const scene = await open();
  const { id } = await invite(scene);
  const { entries } = (await scene.owner.ask('GET', '/api/audit')).json as { entries: readonly object[] };
  expect(entries[0]).toMatchObject({ by: 'Olga', action: 'invited', subject: id });
  expect(JSON.stringify(entries)).not.toContain(PASSWORD);
});
