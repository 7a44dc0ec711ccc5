/** What comes over the line before an act can be played keeps its budget. Bytes are the same on every machine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FIRST_FRAME_KB, listFirstFrame, OPEN_ACTS, waitForPlayable } from '../../scripts/bench/first-frame.ts';
import { DESKTOP, onFreshPage } from '../../scripts/bench/fresh-page.ts';
import { sumKilobytes } from '../../scripts/bench/watch-transfer.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

describe.each(OPEN_ACTS)('the first frame of %s', (act) => {
  it('has its code and its own sheet, no sound, and no more bytes than an act may have', async () => {
    const loaded = await listFirstFrame(tests, act);
    const names = loaded.map(({ url }) => new URL(url).pathname);
    expect(names.some((name) => /\/phaser-[^/]+\.js$/.test(name))).toBe(true);
    // One format only: the better one that the browser reads.
    expect(names.filter((name) => name.startsWith(`/assets/${act}-`) && /\.(avif|webp)$/.test(name))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('/assets/theatre-') && /\.(avif|webp)$/.test(name))).toHaveLength(1);
    expect(loaded.filter(({ kind }) => kind === 'sound')).toEqual([]);
    expect(sumKilobytes(loaded, ['code', 'picture', 'font', 'sound'])).toBeLessThanOrEqual(FIRST_FRAME_KB);
  });
});

it('a browser that says it reads AVIF, and cannot, gets the other format', async () => {
  await onFreshPage(tests, DESKTOP, async ({ page, watch }) => {
    await page.route('**/*.avif', (route) => route.fulfill({ contentType: 'image/avif', body: 'no picture' }));
    await page.goto(`${tests.product.address}/act/${OPEN_ACTS[0]}/play?seed=7`);
    await waitForPlayable(page);
    const names = watch.list().map(({ url }) => new URL(url).pathname);
    for (const sheet of ['theatre', OPEN_ACTS[0]])
      expect(names.filter((name) => name.startsWith(`/assets/${sheet}-`) && name.endsWith('.webp'))).toHaveLength(1);
  });
});
