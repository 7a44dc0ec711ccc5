import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { isTogether, leaveRoad, ROAD } from './driver/road-on-stage.ts';
import { laySaved } from './driver/saved-things.ts';
import { openTests, type Tests } from './driver/visit.ts';

const SEED = 20260601;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Lets wild inputs loose on an act until so many were made, or until they are over. Returns the screens that were seen. */
async function runWild(page: Page, wanted: number): Promise<ReadonlySet<string>> {
  // Wild inputs go back more often than forward; they must not find their way out of the game.
  await page.evaluate(() => {
    for (let step = 0; step < 100; step++) history.pushState(null, '', location.href);
  });
  const screens = new Set<string>();
  let most = 0;
  for (let over = false; !over && most < wanted; await page.waitForTimeout(250)) {
    screens.add(new URL(page.url()).pathname);
    const done = await page.evaluate(() => document.documentElement.dataset['fuzz']).catch(() => undefined);
    most = Math.max(most, Number(done) || 0);
    over = done === 'over';
  }
  expect(most).toBeGreaterThan(Math.min(wanted - 1, 400));
  // The page is still alive: it draws a screen with a heading.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return screens;
}

test('a minute of wild inputs raises no error', async () => {
  await tests.visit({ path: `/act/duck-pond/play?seed=3&fuzz=${SEED}`, size: [844, 390] }, async ({ page }) => {
    expect((await runWild(page, Infinity)).size).toBeGreaterThan(2);
  });
});

test('the mountain road bears wild inputs as well', async () => {
  await tests.visit({ path: '/healthz', size: [844, 390] }, async ({ page, address }) => {
    // With two players, in the third passage, there are the most buttons.
    await laySaved(page, address, { drafts: [leaveRoad(6, { hands: 2 }, isTogether).draft] });
    await page.goto(`${address}${ROAD}/play?fuzz=${SEED}`);
    await runWild(page, 150);
  });
});
