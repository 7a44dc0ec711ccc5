/** K11: a new version comes to a kiosk only while nobody is there. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openBrowser } from './driver/browser.ts';
import { openChangingHouse, type ChangingHouse } from './driver/changing-house.ts';
import {
  findInside,
  goToAct,
  hearStations,
  layKiosk,
  leaveKiosk,
  makeKioskSettings,
  readStations,
  waitForStation,
  waitForWholeKiosk,
} from './driver/kiosk.ts';

const SMALL = { width: 640, height: 360 } as const;
const CHANGED = [/^campaign-.*\.js$/, /^settings-.*\.js$/];
/** Longer than the page takes to look again whether it may. */
const LOOKS_MS = 17_000;

let house: ChangingHouse;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  house = await openChangingHouse();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: SMALL, locale: 'en' });
  await hearStations(context);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in window);
const isNew = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('script[type=module][src*="-build"]') !== null);

test('K11: a new version waits as long as somebody is at the kiosk, and comes by itself in the attract loop', async () => {
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await layKiosk(page, house.address, { settings: makeKioskSettings(house.address), membership: null });
  await page.goto(`${house.address}/kiosk`);
  await waitForStation(page, ['attract']);
  await waitForWholeKiosk(page);
  await goToAct(page, 'duck-pond');
  await page.evaluate(() => Object.assign(window, { marked: true }));

  house.renew(CHANGED);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), { timeout: 20_000 })
    .toBe(true);
  await page.waitForTimeout(LOOKS_MS);
  expect(await isMarked(page)).toBe(true);
  expect(await isNew(page)).toBe(false);
  expect((await readStations(page)).at(-1)).toBe('play');
  // Nothing is offered to a visitor either.
  expect(await page.locator('.offline-notice .notice').count()).toBe(0);
  expect(await findInside(page).locator('.offline-notice .notice').count()).toBe(0);

  await leaveKiosk(page);
  // Its files are fetched only now: while somebody played, the line was theirs.
  await page.waitForFunction(() => !('marked' in window), undefined, { timeout: 100_000 });
  await waitForStation(page, ['attract'], 60_000);
  expect(await isNew(page)).toBe(true);
  expect(await findInside(page).evaluate(() => document.querySelector('script[src*="-build"]') !== null)).toBe(true);
});
