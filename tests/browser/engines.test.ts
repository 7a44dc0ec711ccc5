import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTests, type Tests } from './driver/visit.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden');

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** What the browser makes of a replay. */
interface Verdict {
  readonly ok: boolean;
  readonly hash: string;
  readonly driftAtTick?: number;
}

declare global {
  interface Window {
    verify?: (text: string) => Promise<Verdict>;
  }
}

/** The rules and the verifier as one script for the page; nothing in it but pure code. */
async function bundleVerifier(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(import.meta.dirname, 'engines-in-page.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined) throw new Error('the verifier was not bundled');
  return chunk.code;
}

test('the golden replays give the same fingerprints in Chromium as they gave in Node', async () => {
  const replays = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  expect(replays.length).toBeGreaterThan(0);
  const code = await bundleVerifier();
  await tests.visit({ path: '/healthz' }, async ({ page }) => {
    await page.route('**/verifier.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.addScriptTag({ url: '/verifier.js' });
    for (const name of replays) {
      const text = readFileSync(join(GOLDEN, name), 'utf8');
      const verdict = await page.evaluate((replay) => window.verify?.(replay), text);
      const { hashes } = JSON.parse(text) as { readonly hashes: readonly string[] };
      expect({ name, ...verdict }).toMatchObject({ name, ok: true, hash: hashes.at(-1) });
    }
  });
});

test('a replay with a changed intent is found out', async () => {
  const names = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' });
  const first = names.find((name) => name.endsWith('.json')) ?? '';
  const replay = JSON.parse(readFileSync(join(GOLDEN, first), 'utf8')) as { intents: unknown[] };
  replay.intents.shift();
  const code = await bundleVerifier();
  await tests.visit({ path: '/healthz' }, async ({ page }) => {
    await page.route('**/verifier.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.addScriptTag({ url: '/verifier.js' });
    expect(await page.evaluate((text) => window.verify?.(text), JSON.stringify(replay))).toMatchObject({ ok: false });
  });
});
