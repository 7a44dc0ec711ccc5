import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTests, type Tests } from './driver/visit.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden');

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** The kept runs, by kind: those of examinations lie in a folder of their own. */
const GOLDENS = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
const EXAMINATIONS = GOLDENS.filter((name) => dirname(name) === 'examination');
const REPLAYS = GOLDENS.filter((name) => dirname(name) !== 'examination');

/** What the browser makes of a replay. */
interface Verdict {
  readonly ok: boolean;
  readonly hash: string;
  readonly driftAtTick?: number;
}

declare global {
  interface Window {
    verify?: (text: string) => Promise<Verdict>;
    examineAgain?: (text: string) => unknown;
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
  expect(REPLAYS.length).toBeGreaterThan(0);
  const code = await bundleVerifier();
  await tests.visit({ path: '/healthz' }, async ({ page }) => {
    await page.route('**/verifier.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.addScriptTag({ url: '/verifier.js' });
    for (const name of REPLAYS) {
      const text = readFileSync(join(GOLDEN, name), 'utf8');
      const verdict = await page.evaluate((replay) => window.verify?.(replay), text);
      const { hashes } = JSON.parse(text) as { readonly hashes: readonly string[] };
      expect({ name, ...verdict }).toMatchObject({ name, ok: true, hash: hashes.at(-1) });
    }
  });
});

test('a replay with a changed intent is found out', async () => {
  const replay = JSON.parse(readFileSync(join(GOLDEN, REPLAYS[0] ?? ''), 'utf8')) as { intents: unknown[] };
  replay.intents.shift();
  const code = await bundleVerifier();
  await tests.visit({ path: '/healthz' }, async ({ page }) => {
    await page.route('**/verifier.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.addScriptTag({ url: '/verifier.js' });
    expect(await page.evaluate((text) => window.verify?.(text), JSON.stringify(replay))).toMatchObject({ ok: false });
  });
});

test('the golden examinations come to the same questions and the same numbers in Chromium, to the last bit', async () => {
  expect(EXAMINATIONS.length).toBeGreaterThan(0);
  const code = await bundleVerifier();
  await tests.visit({ path: '/healthz' }, async ({ page }) => {
    await page.route('**/verifier.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.addScriptTag({ url: '/verifier.js' });
    for (const name of EXAMINATIONS) {
      const text = readFileSync(join(GOLDEN, name), 'utf8');
      const again = await page.evaluate((golden) => window.examineAgain?.(golden), text);
      expect({ name, again }).toEqual({ name, again: JSON.parse(text) });
    }
  });
});
