import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, openHouse, PAGE, SCRIPT, SOUND, type OpenHouse } from './open-house.ts';

const SCRIPT_PATH = '/assets/app-DpoX1y_2.js';
const SOUND_PATH = '/assets/pond-AbCdEf12.webm';

let house: OpenHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('compression', () => {
  test('sends brotli to whoever accepts it', async () => {
    const answer = await ask(house, SCRIPT_PATH, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(brotliDecompressSync(answer.body).toString()).toBe(SCRIPT);
  });

  test('sends gzip when brotli is not accepted or is refused', async () => {
    for (const accepted of ['gzip', 'br;q=0, gzip;q=0.5']) {
      const answer = await ask(house, SCRIPT_PATH, { 'Accept-Encoding': accepted });
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(answer.body).toString()).toBe(SCRIPT);
    }
  });

  test('sends it as it is when nothing is accepted', async () => {
    const answer = await ask(house, SCRIPT_PATH);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    expect(answer.body.toString()).toBe(SCRIPT);
  });

  test('does not serve the compressed copies under their own names', async () => {
    expect((await ask(house, `${SCRIPT_PATH}.br`)).status).toBe(404);
  });
});

describe('caching', () => {
  test('keeps hashed files for good and asks again for the page', async () => {
    expect((await ask(house, SCRIPT_PATH)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask(house, '/')).headers['cache-control']).toBe('no-cache');
    expect((await ask(house, '/licences/OFL.txt')).headers['cache-control']).toBe('no-cache');
  });

  test('answers 304 to its own validator, per coding', async () => {
    const plain = String((await ask(house, SCRIPT_PATH)).headers['etag']);
    const brotli = String((await ask(house, SCRIPT_PATH, { 'Accept-Encoding': 'br' })).headers['etag']);
    expect(brotli).not.toBe(plain);
    const again = await ask(house, SCRIPT_PATH, { 'If-None-Match': plain });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect((await ask(house, SCRIPT_PATH, { 'If-None-Match': brotli })).status).toBe(200);
    expect((await ask(house, SCRIPT_PATH, { 'If-None-Match': `W/${plain}, "x"` })).status).toBe(304);
  });

  test('HEAD gives the headers and no body', async () => {
    const answer = await ask(house, SCRIPT_PATH, {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-length']).toBe(String(SCRIPT.length));
    expect(answer.body.length).toBe(0);
  });
});

describe('ranges of sound', () => {
  test('sends the part that was asked for', async () => {
    const answer = await ask(house, SOUND_PATH, { Range: 'bytes=10-19' });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe('bytes 10-19/1000');
    expect(answer.body.equals(SOUND.subarray(10, 20))).toBe(true);
  });

  test('sends open and suffix ranges', async () => {
    expect((await ask(house, SOUND_PATH, { Range: 'bytes=990-' })).body.equals(SOUND.subarray(990))).toBe(true);
    expect((await ask(house, SOUND_PATH, { Range: 'bytes=-5' })).body.equals(SOUND.subarray(995))).toBe(true);
    expect((await ask(house, SOUND_PATH, { Range: 'bytes=0-5000' })).headers['content-range']).toBe('bytes 0-999/1000');
  });

  test('refuses what lies outside, and ignores what it cannot read', async () => {
    const outside = await ask(house, SOUND_PATH, { Range: 'bytes=1000-' });
    expect(outside.status).toBe(416);
    expect(outside.headers['content-range']).toBe('bytes */1000');
    for (const range of ['bytes=5-2', 'bytes=1-2,4-5', 'lines=1-2', 'bytes=-']) {
      expect((await ask(house, SOUND_PATH, { Range: range })).status).toBe(200);
    }
  });

  test('a range of an older file is answered with the whole new one', async () => {
    const answer = await ask(house, SOUND_PATH, { Range: 'bytes=0-1', 'If-Range': '"older"' });
    expect(answer.status).toBe(200);
    expect(answer.body.length).toBe(SOUND.length);
  });
});

describe('addresses', () => {
  test.each(['/', '/campaign', '/act/duck-pond/play', '/team', '/kiosk', '/act/x?lang=ru'])(
    '%s is an address of the app, so it is the page',
    async (path) => {
      const answer = await ask(house, path);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body.toString()).toBe(PAGE);
    },
  );

  test('a missing file, the API and other methods are not the page', async () => {
    expect((await ask(house, '/assets/gone-12345678.js')).status).toBe(404);
    expect((await ask(house, '/assets/nothing')).status).toBe(404);
    expect((await ask(house, '/favicon.ico')).status).toBe(404);
    expect((await ask(house, '/api/attempts')).status).toBe(404);
    expect((await ask(house, '/campaign', {}, 'POST')).status).toBe(404);
  });

  test.each([
    '/../private.txt',
    '/..%2fprivate.txt',
    '/%2e%2e/private.txt',
    '/assets/../../private.txt',
    '/assets/..\\..\\private.txt',
    '/assets/%5c..%5c..%5cprivate.txt',
    '//private.txt',
    '/%00/private.txt',
    '/.secret',
    '/%2esecret',
  ])('%s does not reach outside the build', async (path) => {
    const answer = await ask(house, path);
    expect(answer.body.toString()).not.toMatch(/outside the build|not for sending/);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});
