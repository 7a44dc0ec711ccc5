import { describe, expect, test } from 'vitest';

import { findAddress } from '../../../src/server/guard/address.ts';
import { admit } from '../../../src/server/guard/admit.ts';
import { limitCalls, refund, spend } from '../../../src/server/guard/limits.ts';
import { refuseOtherSites } from '../../../src/server/guard/site.ts';
import { makeManager, makeOwner, makePlayer, makeTeam } from '../harness/grounds.ts';
import { openServer } from './open-server.ts';

const MINUTE_MS = 60 * 1000;

describe('the address', () => {
  const find = (peer: string | undefined, forwarded: string | null, proxies: number): string =>
    findAddress(
      new Request('http://a', forwarded === null ? {} : { headers: { 'X-Forwarded-For': forwarded } }),
      peer,
      proxies,
    );

  test.each<[string | undefined, string | null, number, string]>([
    ['192.0.2.1', null, 0, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.1', 0, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.1', 1, '198.51.100.1'],
    ['192.0.2.1', 'made up, 198.51.100.1', 1, '198.51.100.1'],
    ['192.0.2.1', '1.1.1.1, 198.51.100.1, 192.0.2.9', 2, '198.51.100.1'],
    ['192.0.2.1', '198.51.100.1', 2, '192.0.2.1'],
    ['192.0.2.1', 'nonsense', 1, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.1:4711', 1, '198.51.100.1'],
    ['::ffff:192.0.2.1', null, 0, '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', null, 0, '2001:db8:1:2::/64'],
    ['::1', null, 0, '0:0:0:0::/64'],
    ['fe80::1%eth0', null, 0, 'fe80:0:0:0::/64'],
    ['192.0.2.1', '[2001:db8::1]:443', 1, '2001:db8:0:0::/64'],
    ['64:ff9b::192.0.2.1', null, 0, '64:ff9b:0:0::/64'],
    [undefined, null, 0, 'unknown'],
  ])('%s with %s behind %i proxies is %s', (peer, forwarded, proxies, address) => {
    expect(find(peer, forwarded, proxies)).toBe(address);
  });
});

describe('writes of other sites', () => {
  const judge = (method: string, headers: Record<string, string>, origin = 'https://play.example.org'): string => {
    try {
      refuseOtherSites({ origin }, new Request(`${origin}/api/teams`, { method, headers }));
      return 'let in';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const OWN = 'https://play.example.org';

  test.each<[string, Record<string, string>, string]>([
    ['POST', { 'Sec-Fetch-Site': 'same-origin', Origin: OWN }, 'let in'],
    ['POST', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 'notAllowed'],
    ['POST', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.example.org' }, 'notAllowed'],
    ['DELETE', { 'Sec-Fetch-Site': 'cross-site' }, 'notAllowed'],
    ['POST', { 'Sec-Fetch-Site': 'none' }, 'notAllowed'],
    ['POST', { Origin: OWN }, 'let in'],
    ['POST', { Origin: 'https://evil.example' }, 'notAllowed'],
    ['POST', { Origin: 'null' }, 'notAllowed'],
    ['PATCH', { Origin: `${OWN}.evil.example` }, 'notAllowed'],
    ['POST', {}, 'let in'],
    ['POST', { Origin: OWN, 'Content-Type': 'application/json; charset=utf-8' }, 'let in'],
    ['POST', { Origin: OWN, 'Content-Type': 'text/plain' }, 'badRequest'],
    ['POST', { Origin: OWN, 'Content-Type': 'application/x-www-form-urlencoded' }, 'badRequest'],
    ['POST', { Origin: OWN, 'Content-Type': 'application/jsonp' }, 'badRequest'],
    ['GET', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 'let in'],
  ])('%s with %j: %s', (method, headers, verdict) => {
    expect(judge(method, headers)).toBe(verdict);
  });

  test('on a local network the typed name counts, and only that', () => {
    const local = { Origin: 'http://192.168.1.5:8787', Host: '192.168.1.5:8787' };
    expect(judge('POST', local, 'http://localhost:8787')).toBe('let in');
    expect(judge('POST', { ...local, Host: '192.168.1.6:8787' }, 'http://localhost:8787')).toBe('notAllowed');
  });

  test('a signed-in browser that another site sends along changes nothing', async () => {
    const { house, grounds } = await openServer();
    const { headers } = await makeOwner(grounds);
    const body = JSON.stringify({ name: 'Evil', retentionDays: null });
    const sent = await house.request('/api/teams', {
      method: 'POST',
      headers: { ...headers, 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      body,
    });
    const form = await house.request('/api/teams', {
      method: 'POST',
      headers: { ...headers, Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
      body,
    });
    expect([sent.status, form.status]).toEqual([403, 403]);
    expect(await grounds.db.selectFrom('team').select('id').execute()).toEqual([]);
  });
});

describe('callers', () => {
  test('tokens of other forms, half tokens and those of others are nobody’s', async () => {
    const { house, grounds } = await openServer();
    const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
    const ask = async (Authorization: string): Promise<number> =>
      (await house.request('/api/me', { headers: { Authorization } })).status;
    expect(await ask(`Bearer ${player.token}`)).toBe(200);
    for (const wrong of [
      `Bearer ${player.token.slice(0, -1)}`,
      `bearer${player.token}`,
      `Basic ${player.token}`,
      'Bearer ',
      `Bearer ${"' or 1=1 --".repeat(4)}`,
      `Bearer ${player.token}, Bearer ${player.token}`,
    ])
      expect(await ask(wrong)).toBe(401);
  });

  test('a request with a session and a token is the device’s', async () => {
    const { house, grounds } = await openServer();
    const owner = await makeOwner(grounds);
    const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
    const both = { ...owner.headers, ...player.headers };
    expect((await house.request('/api/accounts', { headers: both })).status).toBe(403);
    expect((await house.request('/api/me', { headers: both })).status).toBe(200);
  });

  test('an id that is none is not found, and never reaches the database', async () => {
    const { house, grounds } = await openServer();
    const { headers } = await makeOwner(grounds);
    for (const id of ['x', '%27', '0191b2c3', 'null', '01900000-0000-7000-8000-00000000000Z'])
      expect((await house.request(`/api/teams/${id}/codes`, { headers })).status).toBe(404);
    const none = await makeManager(grounds, { teams: [] });
    const team = await makeTeam(grounds);
    expect((await house.request(`/api/teams/${team}/codes`, { headers: none.headers })).status).toBe(404);
  });

  test('a visit is noted, at most every ten minutes', async () => {
    const { house, grounds, clock } = await openServer();
    const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
    const seen = async (): Promise<string | undefined> =>
      (await grounds.db.selectFrom('player').select('seen_at').executeTakeFirst())?.seen_at.toISOString();
    const joined = clock.at;
    for (const minutes of [9, 11]) {
      clock.at = new Date(joined.getTime() + minutes * MINUTE_MS);
      await house.request('/api/me', { headers: player.headers });
      expect(await seen()).toBe((minutes === 9 ? joined : clock.at).toISOString());
    }
  });
});

describe('limits', () => {
  const route = { method: 'GET', path: '/api/x', limits: [{ count: 3, seconds: 60, by: 'caller' }] } as const;
  const player = (id: string) => ({ role: 'player', player: id, team: 't', device: 'd' }) as const;

  test('count a caller’s calls in a window, each caller apart', async () => {
    const { grounds, clock } = await openServer();
    clock.at = new Date('2026-11-22T12:00:20Z');
    const call = (id: string): Promise<void> => limitCalls(grounds, route, player(id), 'a');
    for (let i = 0; i < 3; i++) await call('ann');
    await expect(call('ann')).rejects.toMatchObject({ code: 'tooMany', retryAfter: 40 });
    await call('bob');
    clock.at = new Date('2026-11-22T12:01:00Z');
    await call('ann');
  });

  test('by caller, nobody is counted by address', async () => {
    const { grounds } = await openServer();
    for (let i = 0; i < 3; i++) await limitCalls(grounds, route, { role: 'nobody' }, '192.0.2.1');
    await expect(limitCalls(grounds, route, { role: 'nobody' }, '192.0.2.1')).rejects.toThrow('tooMany');
    await limitCalls(grounds, route, { role: 'nobody' }, '192.0.2.2');
  });

  test('a hundred calls at once are counted one by one', async () => {
    const { grounds } = await openServer();
    const counters = [
      { key: 'one', seconds: 60 },
      { key: 'two', seconds: 3600 },
    ];
    const counts = await Promise.all(Array.from({ length: 100 }, () => spend(grounds.db, grounds, counters)));
    expect(counts.map(([first]) => first ?? 0).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
    await refund(grounds.db, grounds, counters);
    expect(await spend(grounds.db, grounds, counters)).toEqual([100, 100]);
  });

  test('kilobytes are counted beside calls, and the most there may be when a body does not say', async () => {
    const { grounds } = await openServer();
    const row = {
      method: 'POST',
      path: '/api/deliveries',
      limits: [
        { count: 100, seconds: 60, by: 'address' },
        { count: 100, of: 'kilobytes', seconds: 60, by: 'address' },
      ],
    } as const;
    const send = (kilobytes: number): Promise<void> =>
      limitCalls(grounds, row, { role: 'nobody' }, '192.0.2.1', kilobytes);
    await send(60);
    await send(40);
    await expect(send(1)).rejects.toThrow('tooMany');
    const asked = async (headers: Record<string, string>): Promise<number> => {
      const request = new Request('http://a/api/x', { method: 'POST', headers });
      const route = { ...row, path: `/api/${JSON.stringify(headers)}`, allow: ['nobody'], mostBytes: 8192 } as const;
      await admit(grounds, { route, params: {}, request, peer: '192.0.2.9' });
      const rows = await grounds.db.selectFrom('rate').select('count').orderBy('count', 'desc').execute();
      await grounds.db.deleteFrom('rate').execute();
      return rows[0]?.count ?? 0;
    };
    await grounds.db.deleteFrom('rate').execute();
    expect(await asked({})).toBe(8);
    expect(await asked({ 'Content-Length': '3000' })).toBe(3);
    expect(await asked({ 'Content-Length': '-1' })).toBe(8);
    expect(await asked({ 'Content-Length': '9999999' })).toBe(8);
  });

  test('no address lies in the table', async () => {
    const { grounds } = await openServer();
    await limitCalls(grounds, route, { role: 'nobody' }, '192.0.2.77');
    const rows = await grounds.db.selectFrom('rate').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });
});
