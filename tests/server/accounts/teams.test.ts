import { expect, test } from 'vitest';

import type { AccountsAnswer, TeamsAnswer, TeamShown } from '../../../src/wire/accounts.ts';
import { makePlayer, makeTeam } from '../harness/grounds.ts';
import { openServer } from './open-server.ts';
import { makePerson, signIn } from './people.ts';

test('a team is made, renamed, given a retention, and counted without its kiosks', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const owner = await signIn(server);
  const made = await owner.ask('POST', '/api/teams', { name: 'North', retentionDays: null });
  expect(made.status).toBe(201);
  const team = made.json as TeamShown;
  await makePlayer(server.grounds, { team: team.id });
  await makePlayer(server.grounds, { team: team.id, kind: 'kiosk', name: 'Hall' });
  const changed = await owner.ask('PATCH', `/api/teams/${team.id}`, { name: '北方', retentionDays: 90 });
  expect(changed.status).toBe(204);
  expect(((await owner.ask('GET', '/api/teams')).json as TeamsAnswer).teams).toEqual([
    { id: team.id, name: '北方', players: 1, retentionDays: 90 },
  ]);
});

test.each([{ name: '', retentionDays: null }, { name: 'North', retentionDays: 7 }, { name: 'North' }])(
  '%j is no team',
  async (team) => {
    const server = await openServer();
    await makePerson(server.grounds);
    const owner = await signIn(server);
    expect((await owner.ask('POST', '/api/teams', team)).json).toMatchObject({ error: 'badRequest' });
  },
);

test('a manager sees the teams given and the ones they made, the owner all', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const id = await makePerson(server.grounds, { role: 'manager', name: 'Mo' });
  const [owner, manager] = [await signIn(server), await signIn(server, 'manager@example.org')];
  const north = await makeTeam(server.grounds, { name: 'North' });
  await makeTeam(server.grounds, { name: 'South' });
  const names = async (who: typeof owner): Promise<readonly string[]> =>
    ((await who.ask('GET', '/api/teams')).json as TeamsAnswer).teams.map(({ name }) => name);
  expect(await names(manager)).toEqual([]);
  expect((await owner.ask('PUT', `/api/teams/${north}/managers`, { accounts: [id] })).status).toBe(204);
  await manager.ask('POST', '/api/teams', { name: 'West', retentionDays: null });
  expect(await names(manager)).toEqual(['North', 'West']);
  expect(await names(owner)).toEqual(['North', 'South', 'West']);
  const { accounts } = (await manager.ask('GET', `/api/teams/${north}/managers`)).json as AccountsAnswer;
  expect(accounts.map(({ name, teams }) => [name, teams])).toEqual([['Mo', [north]]]);
});

test('only managers who are here can be given a team, and a refused change changes nothing', async () => {
  const server = await openServer();
  const ownerId = await makePerson(server.grounds);
  const mo = await makePerson(server.grounds, { role: 'manager' });
  const owner = await signIn(server);
  const team = await makeTeam(server.grounds);
  const give = (accounts: readonly string[]) => owner.ask('PUT', `/api/teams/${team}/managers`, { accounts });
  expect((await give([mo])).status).toBe(204);
  expect((await give([mo, ownerId])).json).toMatchObject({ error: 'notFound' });
  expect((await give(['01900000-0000-7000-8000-000000000000'])).status).toBe(404);
  expect(await server.grounds.db.selectFrom('team_manager').select('account_id').execute()).toEqual([
    { account_id: mo },
  ]);
});
