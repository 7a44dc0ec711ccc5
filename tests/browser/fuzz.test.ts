import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTests, type Tests } from './driver/visit.ts';

const SEED = 20260601;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

test('a minute of wild inputs raises no error', async () => {
  await tests.visit({ path: `/act/duck-pond/play?seed=3&fuzz=${SEED}`, size: [844, 390] }, async ({ page }) => {
    // Wild inputs go back more often than forward; they must not find their way out of the game.
    await page.evaluate(() => {
      for (let step = 0; step < 100; step++) history.pushState(null, '', location.href);
    });
    const screens = new Set<string>();
    let most = 0;
    for (let over = false; !over; await page.waitForTimeout(250)) {
      screens.add(new URL(page.url()).pathname);
      const done = await page.evaluate(() => document.documentElement.dataset['fuzz']).catch(() => undefined);
      most = Math.max(most, Number(done) || 0);
      over = done === 'over';
    }
    expect(most).toBeGreaterThan(400);
    expect(screens.size).toBeGreaterThan(2);
    // The page is still alive: it draws a screen with a heading.
    await page.locator('h1').first().waitFor({ state: 'attached' });
  });
});
