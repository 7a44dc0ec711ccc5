import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { Refusal } from '../../src/server/routing/refusal.ts';
import { route, type Route } from '../../src/server/routing/route.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from './harness/grounds.ts';

const Said = v.strictObject({ name: v.pipe(v.string(), v.maxLength(20)) });
const failure = (code: string): Error => Object.assign(new Error('secret words: Ann'), { code });

const ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/say/:who',
    allow: ['nobody', 'player'],
    body: Said,
    async handle({ body, params, query, caller }) {
      return { status: 201, json: { body, params, query: query.get('q'), role: caller.role } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/large',
    allow: ['nobody'],
    body: v.unknown(),
    mostBytes: 100_000,
    handle: async () => ({}),
  }),
  route({ method: 'GET', path: '/api/mine', allow: ['player'], handle: async () => ({ json: null }) }),
  route({
    method: 'GET',
    path: '/api/file',
    allow: ['nobody'],
    handle: async () => Response.redirect('https://example.org/', 302),
  }),
  route({
    method: 'GET',
    path: '/api/throw/:what',
    allow: ['nobody'],
    async handle({ params }) {
      if (params['what'] === 'refusal') throw new Refusal('tooMany', 'slow down', 7.2);
      if (params['what'] === 'nothing') throw undefined;
      throw failure(params['what'] ?? '');
    },
  }),
];

let open: TestGrounds;
let player: MadePlayer;
beforeAll(async () => {
  open = await openTestGrounds({ routes: ROUTES });
  player = await makePlayer(open.grounds, { team: await makeTeam(open.grounds) });
});
afterAll(() => open.close());

const post = (path: string, body: BodyInit, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  open.house.request(path, { method: 'POST', body, headers });

async function read(answer: Response | Promise<Response>): Promise<[number, unknown]> {
  const given = await answer;
  return [given.status, await given.json()];
}

describe('a route', () => {
  test('gets its parameters, its query and its body', async () => {
    const answer = await post('/api/say/duck?q=a%20b', JSON.stringify({ name: 'Ann' }));
    expect(await read(answer)).toEqual([
      201,
      { body: { name: 'Ann' }, params: { who: 'duck' }, query: 'a b', role: 'nobody' },
    ]);
  });

  test('is told who calls, and refuses those who may not', async () => {
    expect(await read(open.house.request('/api/mine', { headers: player.headers }))).toEqual([200, null]);
    expect(await read(open.house.request('/api/mine'))).toEqual([401, { error: 'notSignedIn' }]);
  });

  test('may answer with a response of its own', async () => {
    const answer = await open.house.request('/api/file');
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('Cache-Control')]).toEqual([
      302,
      'https://example.org/',
      'no-store',
    ]);
  });

  test.each([
    ['/api/none', 'GET'],
    ['/api/', 'GET'],
    ['/api/mine', 'DELETE'],
    ['/api/say', 'POST'],
  ])('%s by %s is not found, in JSON', async (path, method) => {
    expect(await read(open.house.request(path, { method }))).toEqual([404, { error: 'notFound' }]);
  });

  test('that is not below /api/ cannot be mounted', async () => {
    const wrong = route({ method: 'GET', path: '/elsewhere', allow: ['nobody'], handle: async () => ({}) });
    await expect(openTestGrounds({ routes: [wrong], database: open.database })).rejects.toThrow(/does not begin with/);
  });
});

describe('a body', () => {
  test.each([
    ['another type', '{"name":"a"}', { 'Content-Type': 'text/plain' }, 'the content type must be application/json'],
    [
      'a form',
      'name=a',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      'the content type must be application/json',
    ],
    ['no type', new Uint8Array([123, 125]), {}, 'the content type must be application/json'],
    ['no JSON', '{"name":', undefined, 'the body is not JSON in UTF-8'],
    ['nothing', '', undefined, 'the body is not JSON in UTF-8'],
    ['bytes that are no text', new Uint8Array([0x22, 0xff, 0x22]), undefined, 'the body is not JSON in UTF-8'],
    ['another form', '[]', undefined, /^name: /],
    ['no object', '"name"', undefined, /^body: Object/],
    ['an unknown field', '{"name":"a","admin":true}', undefined, /^admin: never/],
    ['a prototype key', '{"name":"a","__proto__":{"admin":true}}', undefined, /^__proto__: never/],
    ['a wrong kind', '{"name":7}', undefined, /^name: string/],
    ['too long a text', `{"name":"${'a'.repeat(21)}"}`, undefined, /^name: <=20/],
  ])('of %s is refused', async (_, body, headers, detail) => {
    const [status, said] = await read(post('/api/say/x', body, headers));
    expect([status, said]).toEqual([400, { error: 'badRequest', detail: expect.stringMatching(detail) }]);
  });

  test('is never repeated in the refusal', async () => {
    const [, said] = await read(post('/api/say/x', JSON.stringify({ name: ['my secret'], 'my key': 1 })));
    expect(JSON.stringify(said)).not.toContain('my secret');
  });

  test('with a charset in its type is read', async () => {
    expect(
      (await post('/api/say/x', '{"name":"a"}', { 'Content-Type': 'Application/JSON; charset=utf-8' })).status,
    ).toBe(201);
  });

  test('larger than the route allows is refused, said or unsaid', async () => {
    const large = JSON.stringify({ name: 'a'.repeat(17_000) });
    expect(await read(post('/api/say/x', large))).toEqual([413, { error: 'tooLarge', detail: 'at most 16384 bytes' }]);
    const dripping = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(' '.repeat(1000)));
      },
    });
    const request = new Request('http://localhost/api/say/x', {
      method: 'POST',
      body: dripping,
      headers: { 'Content-Type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect(await read(open.house.request(request))).toEqual([
      413,
      { error: 'tooLarge', detail: 'at most 16384 bytes' },
    ]);
    expect((await post('/api/large', `"${'a'.repeat(99_000)}"`)).status).toBe(204);
  });

  test('nested a hundred thousand deep does no harm', async () => {
    const deep = `${'['.repeat(49_000)}${']'.repeat(49_000)}`;
    expect((await post('/api/large', deep)).status).toBe(204);
  });
});

describe('what a handler throws', () => {
  test('as a refusal, is said', async () => {
    const answer = await open.house.request('/api/throw/refusal');
    expect(answer.headers.get('Retry-After')).toBe('8');
    expect(await read(answer)).toEqual([429, { error: 'tooMany', detail: 'slow down', retryAfter: 7.2 }]);
  });

  test.each([
    ['22P02', 400, { error: 'badRequest', detail: 'a value that cannot be kept' }],
    ['ECONNREFUSED', 503, { error: 'notReady', retryAfter: 5 }],
    ['57P01', 503, { error: 'notReady', retryAfter: 5 }],
    ['40001', 503, { error: 'notReady', retryAfter: 5 }],
    ['23505', 500, { error: 'stumbled' }],
    ['nothing', 500, { error: 'stumbled' }],
  ])('with code %s is answered without a word of it', async (code, status, said) => {
    expect(await read(open.house.request(`/api/throw/${code}`))).toEqual([status, said]);
  });
});

describe('the log', () => {
  test('names the route by its pattern, and holds nothing that anybody sent', async () => {
    const trace = 'ab'.repeat(16);
    const begin = open.lines.length;
    const answer = await open.house.request('/api/say/some-person?q=token', {
      method: 'POST',
      headers: { ...player.headers, traceparent: `00-${trace}-${'12'.repeat(8)}-01`, 'User-Agent': 'a browser' },
      body: '{"name":"Ann"}',
    });
    await open.house.request('/api/throw/23505');
    expect(answer.headers.get('Trace-Id')).toBe(trace);
    const lines = open.lines.slice(begin);
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged[0]).toMatchObject({
      trace,
      method: 'POST',
      route: '/api/say/:who',
      status: 201,
      ms: expect.any(Number),
    });
    expect(logged[1]).toMatchObject({
      route: '/api/throw/:what',
      error: { name: 'Error', code: '23505' },
      msg: 'stumbled',
    });
    for (const word of ['some-person', 'token', 'Ann', player.id, player.token, 'a browser', 'secret'])
      expect(lines.join(''), word).not.toContain(word);
  });

  test('gives every call a name of its own', async () => {
    const traces = await Promise.all(
      [1, 2].map(async () => (await open.house.request('/api/none')).headers.get('Trace-Id')),
    );
    const mine = await Promise.all(
      [1, 2].map(async () => (await open.house.request('/api/mine')).headers.get('Trace-Id')),
    );
    expect(new Set([...traces, ...mine]).size).toBeGreaterThanOrEqual(3);
    for (const trace of mine) expect(trace).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('/readyz', () => {
  test('is not ready when the database does not answer, while /healthz says nothing of it', async () => {
    const { database } = open;
    const dead = { ...database, check: () => Promise.reject(new Error('gone')) };
    const other = await openTestGrounds({ database: dead });
    onTestFinished(() => other.close());
    expect(await read(other.house.request('/readyz'))).toEqual([503, { ok: false }]);
    // The test's house has no page to send; the database is not what it complains of.
    expect((await open.house.request('/healthz')).status).toBe((await other.house.request('/healthz')).status);
  });
});
