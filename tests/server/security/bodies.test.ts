/** What may come in: over every route that takes a body, form, size and type are checked before its handler runs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ROUTES } from '../../../src/server/routes.ts';
import type { Role, Route } from '../../../src/server/routing/route.ts';
import { makeManager, makeOwner, makePlayer, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';

const WITH_BODY = ROUTES.filter(({ body }) => body !== undefined);
const NAMES = WITH_BODY.map(({ method, path }) => `${method} ${path}`);
const ABSENT = '00000000-0000-4000-8000-000000000000';

let server: TestGrounds;
let reached = 0;
let team: string;
let callers: Readonly<Record<Role, Readonly<Record<string, string>>>>;
beforeAll(async () => {
  const routes = WITH_BODY.map((row): Route => ({
    ...row,
    limits: [],
    handle: () => {
      reached++;
      return Promise.resolve({ status: 202 as const });
    },
  }));
  server = await openTestGrounds({ routes });
  const { grounds } = server;
  team = await makeTeam(grounds);
  callers = {
    nobody: { 'Content-Type': 'application/json' },
    player: (await makePlayer(grounds, { team })).headers,
    kiosk: (await makePlayer(grounds, { team, kind: 'kiosk', name: 'Hall' })).headers,
    manager: (await makeManager(grounds, { teams: [team] })).headers,
    owner: (await makeOwner(grounds)).headers,
  };
});
afterAll(() => server.close());

async function post(
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const row = WITH_BODY[NAMES.indexOf(name)] as Route;
  const path = row.path.replace(':team', team).replace(/:\w+/g, ABSENT);
  const before = reached;
  const answer = await server.house.request(path, {
    method: row.method,
    headers: { ...callers[row.allow.at(-1) as Role], ...headers },
    body,
  });
  await answer.text();
  expect(reached, `${name} reached its handler`).toBe(answer.status === 202 ? before + 1 : before);
  return answer.status;
}

/** A JSON text of so many bytes. */
const ofBytes = (bytes: number): string => JSON.stringify({ a: 'x'.repeat(bytes - 8) });

describe('a body', () => {
  test('is taken by so many routes', () => {
    expect(NAMES.length).toBeGreaterThan(15);
  });

  test.each(NAMES)('to %s must be JSON by its type, and by itself', async (name) => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/jsonp',
      '',
    ])
      expect(await post(name, '{}', { 'Content-Type': type }), type).toBe(400);
    for (const text of ['', '{', '{"a":1}{', "{'a':1}", '[]', 'null', '1', '"a"', '{"a":NaN}'])
      expect(await post(name, text), text).toBe(400);
    expect(await post(name, Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toBe(400);
    expect(await post(name, Uint8Array.from(Buffer.from('{"a":1}', 'utf16le')))).toBe(400);
  });

  test.each(NAMES)('to %s may not be larger than is said, whatever its length claims', async (name) => {
    const most = WITH_BODY[NAMES.indexOf(name)]?.mostBytes ?? 16 * 1024;
    expect(most).toBeLessThanOrEqual(256 * 1024);
    expect(await post(name, ofBytes(most + 1))).toBe(413);
    expect(await post(name, ofBytes(most + 1), { 'Content-Length': '10' })).toBe(413);
    expect(await post(name, ofBytes(most))).toBe(400);
  });

  test.each(NAMES)(
    'to %s with a field that is not asked for is refused, also with a name of the machinery',
    async (name) => {
      const schema = WITH_BODY[NAMES.indexOf(name)]?.body as unknown as { readonly type: string };
      expect(schema.type).toBe('strict_object');
      for (const text of [
        '{"surprise":"owner"}',
        '{"__proto__":{"role":"owner"}}',
        '{"constructor":{"prototype":{"role":"owner"}}}',
      ])
        expect(await post(name, text), text).toBe(400);
      expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    },
  );

  test.each(NAMES)('to %s that is deep is refused and does no harm', async (name) => {
    const most = WITH_BODY[NAMES.indexOf(name)]?.mostBytes ?? 16 * 1024;
    const depth = Math.floor((most - 20) / 2);
    expect(await post(name, `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toBe(400);
  });

  test('that a route does not ask for is not read', async () => {
    const bare = ROUTES.filter(({ method, body }) => method !== 'GET' && body === undefined);
    expect(bare.length).toBeGreaterThan(5);
    const all = await openTestGrounds({ routes: bare.map((row): Route => ({ ...row, limits: [] })) });
    for (const { method, path, allow } of bare) {
      let pulled = 0;
      const body = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(++pulled)) }, { highWaterMark: 0 });
      const init = { method, headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
      const answer = await all.house.request(path.replace(/:\w+/g, ABSENT), init);
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      expect(answer.status === 401 || allow.includes('nobody'), `${method} ${path}`).toBe(true);
      expect(pulled, `${method} ${path}`).toBe(0);
    }
    await all.close();
  });
});
