/** K5: a kiosk whose power went comes back without a network, and plays. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { openKillableBrowser, type KillableBrowser } from './driver/browser.ts';
import { openChangingHouse, type ChangingHouse } from './driver/changing-house.ts';
import {
  findInside,
  goToAct,
  hearStations,
  layKiosk,
  leaveKiosk,
  makeKioskSettings,
  raiseCurtain,
  waitForStation,
  waitForWholeKiosk,
} from './driver/kiosk.ts';
import { openSheet } from './driver/kiosk-inside.ts';
import { words } from './driver/words.ts';

/** A small stage is drawn faster where there is no graphics card. */
const SMALL = { width: 640, height: 360 } as const;

let house: ChangingHouse;
beforeAll(async () => {
  house = await openChangingHouse();
});
afterAll(() => house.close());

/** Opens a page on the profile that notes what a page may never do. */
async function openPage(profile: string): Promise<{ readonly browser: KillableBrowser; readonly page: Page }> {
  const browser = await openKillableBrowser(profile);
  onTestFinished(() => browser.kill());
  const context = browser.browser.contexts()[0] as BrowserContext;
  await hearStations(context);
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.setViewportSize(SMALL);
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.stack ?? error.message));
  onTestFinished(() => expect(trouble).toEqual([]));
  return { browser, page };
}

test('K5: a kiosk that was killed starts cold without a network, plays an act, and is ready for the next visitor', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'kiosk-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const before = await openPage(profile);
  await layKiosk(before.page, house.address, { settings: makeKioskSettings(house.address), membership: null });
  await before.page.goto(`${house.address}/kiosk`);
  await waitForStation(before.page, ['attract']);
  await waitForWholeKiosk(before.page);
  await openSheet(before.page);
  await before.page.getByText(words('settings.whole', 'en', 'part/offline')).waitFor();
  await before.page.getByRole('button', { name: words('staff.goOn', 'en', 'part/organiser') }).click();
  await before.page.locator('.staff-dialog').waitFor({ state: 'detached' });
  await goToAct(before.page, 'duck-pond');
  // In the middle of a visit.
  await before.browser.kill();
  await house.stop();

  const { page } = await openPage(profile);
  await page.goto(`${house.address}/kiosk`);
  await waitForStation(page, ['attract'], 60_000);
  // The other act, in a language that nobody has spoken here: its words, letters and pictures lie on the disk, too.
  await goToAct(page, 'blind-and-lame', 'zh-Hant');
  expect(await findInside(page).evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
  await raiseCurtain(page);
  await page.goto(`${house.address}/kiosk`);
  await waitForStation(page, ['attract'], 60_000);
  await goToAct(page, 'air-before-infantry', 'ru');
  await leaveKiosk(page);
  expect(await findInside(page).evaluate(() => document.documentElement.lang)).toBe('en');
});
