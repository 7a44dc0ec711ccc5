import { describe, expect, it } from 'vitest';
import { openLine, type Reply } from '../../../src/player/delivery/line.ts';
import { hotel, refuse } from './server.ts';

async function answered(response: Response): Promise<Reply<unknown>> {
  return openLine(() => Promise.resolve(response), 'token').ask('POST', '/api/deliveries', {});
}

describe('a reply', () => {
  it('is what the server said', async () => {
    expect(await answered(Response.json({ a: 1 }))).toEqual({ ok: true, value: { a: 1 } });
    expect(await answered(new Response(null, { status: 204 }))).toEqual({ ok: true, value: undefined });
    expect(await answered(refuse(410, 'erased'))).toEqual({ ok: false, why: 'refused', code: 'erased', detail: '' });
  });

  it.each([
    ['a login page', hotel()],
    [
      'a login page with another status',
      new Response('<p>', { status: 401, headers: { 'content-type': 'text/html' } }),
    ],
    ['JSON of somebody else with a refusal', Response.json({ message: 'log in' }, { status: 401 })],
    ['JSON that is none', new Response('{"rec', { headers: { 'content-type': 'application/json' } })],
    ['JSON of nothing with a refusal', Response.json(null, { status: 403 })],
    ['an unknown refusal', refuse(418, 'teapot')],
  ])('of %s counts as none', async (_what, response) => {
    expect(await answered(response)).toEqual({ ok: false, why: 'offline' });
  });

  it.each([
    [refuse(429, 'tooMany', { retryAfter: 7 }), 7],
    [new Response('busy', { status: 503, headers: { 'retry-after': '12' } }), 12],
    [new Response('busy', { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } }), 0],
    [refuse(500, 'stumbled', { retryAfter: 'soon' }), 0],
    [new Response('bad gateway', { status: 502 }), 0],
  ])('that asks for patience says how long', async (response, retryAfter) => {
    expect(await answered(response)).toEqual({ ok: false, why: 'busy', retryAfter });
  });

  it('takes a proxy at its word that something is too large', async () => {
    const reply = await answered(new Response('<h1>413</h1>', { status: 413 }));
    expect(reply).toMatchObject({ why: 'refused', code: 'tooLarge' });
  });

  it('follows nobody elsewhere and shows no cookies, only the token', async () => {
    const asked: RequestInit[] = [];
    const fetch = (_path: string, init: RequestInit): Promise<Response> => {
      asked.push(init);
      return Promise.reject(new TypeError('redirected'));
    };
    expect(await openLine(fetch, 'abc').ask('GET', '/api/me')).toEqual({ ok: false, why: 'offline' });
    expect(await openLine(fetch, null).ask('POST', '/api/join/look', { code: 'X' })).toMatchObject({ ok: false });
    expect(asked[0]).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      headers: { authorization: 'Bearer abc' },
    });
    expect(asked[1]?.headers).toEqual({ 'content-type': 'application/json' });
  });
});
