/** What every answer of the server carries and what none does, over every route, rightly and wrongly called. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ROUTES } from '../../../src/server/routes.ts';
import type { Route } from '../../../src/server/routing/route.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/server/security-headers.ts';
import { makeManager, makeOwner, makePlayer, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const fill = (path: string): string => path.replace(/:\w+/g, ABSENT);
/** Streams do not end; its headers are looked at in a test of its own. */
const NAMES = ROUTES.map(({ method, path }) => `${method} ${path}`);

let plain: TestGrounds;
let secure: TestGrounds;
let callers: readonly Readonly<Record<string, string>>[];
beforeAll(async () => {
  // Limits are looked at elsewhere; here everybody calls everything.
  const routes = ROUTES.map((row): Route => Object.assign({}, row, { limits: [] }));
  plain = await openTestGrounds({ routes });
  secure = await openTestGrounds({ routes, parts: { origin: 'https://play.example.org' } });
  const team = await makeTeam(plain.grounds);
  callers = [
    {},
    (await makeOwner(plain.grounds)).headers,
    (await makeManager(plain.grounds, { teams: [team] })).headers,
    (await makePlayer(plain.grounds, { team })).headers,
  ];
});
afterAll(async () => {
  await plain.close();
  await secure.close();
});

/** What holds for every answer, whatever was asked. */
async function expectSafe(answer: Response, what: string): Promise<void> {
  const { headers } = answer;
  expect(headers.get('content-security-policy'), what).toBe(CONTENT_SECURITY_POLICY);
  expect(headers.get('x-content-type-options'), what).toBe('nosniff');
  expect(headers.get('referrer-policy'), what).toBe('no-referrer');
  expect(headers.get('x-frame-options'), what).toBe('SAMEORIGIN');
  expect(headers.get('cross-origin-opener-policy'), what).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy'), what).toBe('same-origin');
  expect(headers.get('cache-control'), what).toBe('no-store');
  expect(headers.get('server'), what).toBeNull();
  expect(headers.get('x-powered-by'), what).toBeNull();
  for (const name of headers.keys()) expect(name.startsWith('access-control-'), `${what}: ${name}`).toBe(false);
  for (const cookie of headers.getSetCookie()) {
    expect(cookie, what).toContain('; HttpOnly');
    expect(cookie, what).toContain('; SameSite=Lax');
    expect(cookie, what).toContain('; Path=/');
  }
  const text = await answer.text();
  const type = headers.get('content-type') ?? '';
  expect(text === '' || /^(application\/json|text\/(plain|csv))/.test(type), `${what}: ${type}`).toBe(true);
  const told = answer.status < 400 ? '' : text;
  expect(told, what).not.toMatch(/\bat .*:\d+:\d+|node_modules|src\/server|select |insert |Error:/i);
}

/** Asks and lets go of a stream at once. */
async function ask(server: TestGrounds, path: string, init: RequestInit): Promise<Response> {
  const answer = await server.house.request(path, init);
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer;
  await answer.body?.cancel();
  return new Response(null, {
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => name !== 'content-type'),
  });
}

describe('the answer', () => {
  test.each(NAMES)(
    'to %s has every security header, may not be stored, and tells nothing of the inside',
    async (name) => {
      const [method = '', path = ''] = name.split(' ');
      for (const headers of callers)
        for (const body of method === 'GET' ? [undefined] : ['{}', '{"a":', 'null']) {
          const init = {
            method,
            headers: { ...headers, Origin: 'http://localhost:8787' },
            ...(body === undefined ? {} : { body }),
          };
          await expectSafe(await ask(plain, fill(path), init), `${name} ${body}`);
        }
      const foreign = { method, headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' } };
      await expectSafe(await ask(plain, fill(path), foreign), `${name} from elsewhere`);
    },
  );

  test.each([
    '/api/none',
    '/api',
    '/api/teams/x/y/z',
    '/api/../api/none',
    '/readyz',
    '/healthz',
    '/api/teams/%00',
    '/api/teams/%zz',
  ])('to %s does, too', async (path) => expectSafe(await ask(plain, path, {}), path));

  test.each(['OPTIONS', 'TRACE', 'PROPFIND', 'PUT', 'HEAD'])('to %s gives away nothing', async (method) => {
    // What `fetch` would not send, somebody else may: the header's name is looked for in the answer.
    const request = new Request('http://localhost:8787/api/session', { headers: { 'X-Secret': 'quack' } });
    Object.defineProperty(request, 'method', { value: method });
    const answer = await plain.house.fetch(request);
    expect(await answer.clone().text()).not.toContain('quack');
    expect(answer.headers.get('allow')).toBeNull();
    for (const name of answer.headers.keys()) expect(name.startsWith('access-control-'), name).toBe(false);
    // HEAD is answered as GET, without a body.
    expect(answer.status).toBe(method === 'HEAD' ? 200 : 404);
  });

  test('asks for https for two years where players come by https, on every answer, and nowhere else', async () => {
    for (const path of ['/api/session', '/api/none', '/readyz', '/healthz', '/none', '/api/teams']) {
      expect((await secure.house.request(path)).headers.get('strict-transport-security'), path).toBe(
        'max-age=63072000; includeSubDomains',
      );
      expect((await plain.house.request(path)).headers.get('strict-transport-security'), path).toBeNull();
    }
  });
});

describe('an error inside', () => {
  const routes = (fail: () => Promise<never>): readonly Route[] => [
    { method: 'GET', path: '/api/broken', allow: ['nobody'], handle: fail },
  ];

  test('is answered with one word, and logged with where it came from', async () => {
    const server = await openTestGrounds({ routes: routes(() => Promise.reject(new TypeError('of secret-token-17'))) });
    const answer = await server.house.request('/api/broken');
    expect([answer.status, await answer.json()]).toEqual([500, { error: 'stumbled' }]);
    const line = server.lines.find((each) => each.includes('"stumbled"')) ?? '';
    expect(line).toContain('"name":"TypeError"');
    expect(line).toContain('answers.test.ts');
    expect(line).toContain(answer.headers.get('trace-id') ?? 'no trace');
    await server.close();
  });

  test('of the database tells nothing of it, neither to the caller nor, of what was sent, to the log', async () => {
    const told = Object.assign(new Error('duplicate key: Wilhelmine'), {
      code: '23505',
      detail: 'Key (name)=(Wilhelmine)',
      table: 'player',
    });
    const server = await openTestGrounds({ routes: routes(() => Promise.reject(told)) });
    const answer = await server.house.request('/api/broken');
    expect([answer.status, await answer.json()]).toEqual([500, { error: 'stumbled' }]);
    expect(server.lines.join('')).toContain('23505');
    expect(server.lines.join('')).not.toContain('Wilhelmine');
    await server.close();
  });

  test('that will pass is answered with when to come again', async () => {
    const server = await openTestGrounds({
      routes: routes(() => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }))),
    });
    const answer = await server.house.request('/api/broken');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    await server.close();
  });
});
