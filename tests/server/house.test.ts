import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';

import { buildHouse } from '../../src/server/house.ts';
import { openDoors } from '../../src/server/open-doors.ts';
import { ask, openHouse, PAGE } from './open-house.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; media-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'";

test.each(['/', '/campaign', '/licences/OFL.txt', '/assets/gone-12345678.js', '/healthz', '/api/none'])(
  'the answer to %s carries the security headers',
  async (path) => {
    const house = await openHouse();
    onTestFinished(() => house.close());
    const { headers } = await ask(house, path);
    expect(headers).toMatchObject({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toBeUndefined();
  },
);

test.each(['/assets/app-DpoX1y_2.js', '/assets/pond-AbCdEf12.webm'])(
  '%s, a part of a page, carries the short headers of parts',
  async (path) => {
    const house = await openHouse();
    onTestFinished(() => house.close());
    const { headers } = await ask(house, path);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(JSON.stringify(headers).length).toBeLessThan(700);
  },
);

test('HSTS is sent only where players come by https', async () => {
  const house = await openHouse('https://play.example.org');
  onTestFinished(() => house.close());
  expect((await ask(house, '/')).headers['strict-transport-security']).toMatch(/^max-age=\d{8,}/);
});

test('the health address is fresh and true', async () => {
  const house = await openHouse();
  onTestFinished(() => house.close());
  const answer = await ask(house, '/healthz');
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const empty = buildHouse({ catalogue: new Map() });
  expect((await empty.request('/healthz')).status).toBe(503);
});

test('a handler that throws is answered without telling what broke', async () => {
  const house = buildHouse({ catalogue: new Map() });
  house.get('/api/broken', () => {
    throw new Error('secret detail');
  });
  const told: unknown[] = [];
  const speak = console.error;
  console.error = (...words) => told.push(...words);
  onTestFinished(() => {
    console.error = speak;
  });
  const answer = await house.request('/api/broken');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
  expect(answer.headers.get('content-security-policy')).toBe(POLICY);
  expect(String(told[0])).toContain('secret detail');
});

test('a taken port leads to the next free one', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  onTestFinished(() => void blocker.close());
  const { port } = blocker.address() as AddressInfo;
  const doors = await openDoors(
    new Hono().get('/', (context) => context.text('here')),
    { port, host: '127.0.0.1' },
  );
  onTestFinished(() => doors.close());
  expect(doors.port).toBeGreaterThan(port);
  expect(doors.address).toBe(`http://127.0.0.1:${doors.port}`);
  expect((await ask(doors, '/')).body.toString()).toBe('here');
});

test('closing lets an answer under way finish', async () => {
  const slow = new Hono().get('/slow', async (context) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return context.text('finished');
  });
  const doors = await openDoors(slow, { port: 0, host: '127.0.0.1' });
  const answer = ask(doors, '/slow');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await doors.close();
  expect((await answer).body.toString()).toBe('finished');
  await expect(ask(doors, '/slow')).rejects.toThrow(/ECONNREFUSED|socket hang up/);
});

test('npm start prints one address, serves, and stops when told to', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'dist-'));
  onTestFinished(() => rm(dist, { recursive: true, force: true }));
  await writeFile(join(dist, 'index.html'), PAGE);
  const start = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [start], {
    env: { ...environment, DIST: dist, DATA_DIR: join(dist, 'data'), PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let complained = '';
  child.stderr.on('data', (part: Buffer) => (complained += part.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('#')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended before it opened: ${complained}`)));
  });
  // The address, and the link that makes the first owner.
  expect(said.match(/https?:\/\/\S+/g)).toHaveLength(2);
  expect(said).toMatch(/^ {2}http:\/\/127\.0\.0\.1:\d+\/team\/setup#[\w-]{43}$/m);
  const port = Number(/open at http:\/\/127\.0\.0\.1:(\d+)$/m.exec(said)?.[1]);
  expect((await ask({ port }, '/campaign')).body.toString()).toBe(PAGE);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
}, 120_000);

test('an impossible port is refused in words', async () => {
  const start = join(import.meta.dirname, '..', '..', 'scripts', 'start.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', start], { env: { ...process.env, PORT: 'pond' } });
  let complained = '';
  child.stderr.on('data', (part: Buffer) => (complained += part.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(complained).toContain('PORT must be a whole number');
}, 30_000);
