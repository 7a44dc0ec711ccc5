import { afterEach, expect, test, vi } from 'vitest';

import { joinTeam } from '../../../src/kiosk/setup/join-team.ts';

afterEach(() => vi.unstubAllGlobals());

/** From now on the network answers so; returns what it was asked. */
function answerWith(response: () => Response): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push(`${init.method} ${path}`);
    return Promise.resolve(response());
  });
  return asked;
}

const joined = { player: 'p', name: 'The fair', team: 'North', token: 'token', recovery: [] };

test('a kiosk’s code gives the device its place in the team', async () => {
  answerWith(() => Response.json(joined, { status: 201 }));
  expect(await joinTeam('BCDF2345', 'The fair')).toEqual({ ok: true, membership: { team: 'North', token: 'token' } });
});

test('a code for players is refused, and the player goes again', async () => {
  const asked = answerWith(() => Response.json({ ...joined, recovery: [1, 2] }, { status: 201 }));
  expect(await joinTeam('BCDF2345', 'The fair')).toEqual({ ok: false, why: 'playersCode' });
  expect(asked).toEqual(['POST /api/join', 'DELETE /api/me']);
});

test.each([
  () => new Response('<p>Welcome to the hotel</p>', { headers: { 'content-type': 'text/html' } }),
  () => Response.json({ welcome: 'to the hotel' }),
])('a stranger’s page in the server’s place is no server, and no broken device', async (response) => {
  answerWith(response);
  expect(await joinTeam('BCDF2345', 'The fair')).toEqual({ ok: false, why: 'offline' });
});
