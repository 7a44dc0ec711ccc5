/** The kiosk's outer page, with a stand-in in its frame: it watches over the frame and keeps the screen awake. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import { DATABASE } from '../../src/kiosk/outbox/database.ts';
import { runAxe } from './driver/axe.ts';
import { layKiosk, makeKioskSettings } from './driver/kiosk.ts';
import {
  atOuterPage,
  callPad,
  openSheet,
  pass,
  sayInside,
  standInside,
  stopInside,
  waitForLoads,
} from './driver/kiosk-inside.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const say = (key: string): string => words(key, 'en', 'part/organiser');

test('K12 a heartbeat that stays away has the frame loaded anew, behind the curtain', async () => {
  await atOuterPage(tests, async ({ page, standIn }) => {
    await pass(page, 60);
    expect(standIn.loads).toBe(1);
    const dead = await stopInside(page);
    await pass(page, 12);
    expect(standIn.loads).toBe(1);
    await pass(page, 8);
    await waitForLoads(standIn, 2);
    expect(dead.isDetached()).toBe(true);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    expect(page.frames()).toHaveLength(2);

    await openSheet(page);
    expect(await page.locator('.staff-dialog').innerText()).toContain(
      words('staff.silent', 'en', 'part/organiser').split('}}')[1],
    );
  });
});

test('K12 three loads in vain bring the sheet in four languages, from which staff can load everything anew', async () => {
  await atOuterPage(
    tests,
    async ({ page, standIn }) => {
      for (const loads of [2, 3, 4]) {
        await pass(page, 46);
        await waitForLoads(standIn, loads);
      }
      await pass(page, 46);
      await page.locator('.fault-sheet').waitFor();
      for (const language of LANGUAGES) {
        const part = page.locator(`.fault-sheet section[lang="${language}"]`);
        expect(await part.getByRole('heading').innerText()).toBe(words('fault.heading', language, 'part/organiser'));
        expect(await part.innerText()).toContain(words('fault.staff', language, 'part/organiser'));
      }
      expect(await runAxe(page)).toEqual([]);
      standIn.alive = true;
      await openSheet(page);
      await page.getByRole('button', { name: say('staff.load'), exact: true }).click();
      await page.locator('.curtain-open').waitFor({ state: 'attached' });
      expect(await page.locator('.fault-sheet').count()).toBe(0);
    },
    false,
  );
});

test('after each visitor there is a new frame, and the history has not grown', async () => {
  await atOuterPage(tests, async ({ page, standIn }) => {
    const entries = await page.evaluate(() => history.length);
    for (const visitor of [2, 3, 4]) {
      await sayInside(page, { kiosk: 'station', station: 'play' });
      await sayInside(page, { kiosk: 'again' });
      await page.locator('.curtain:not(.curtain-open)').waitFor();
      await waitForLoads(standIn, visitor);
      await page.locator('.curtain-open').waitFor({ state: 'attached' });
      expect(page.frames()).toHaveLength(2);
    }
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });
});

test('a reset that does not come to its end has the frame loaded anew all the same', async () => {
  await atOuterPage(tests, async ({ page, standIn }) => {
    await sayInside(page, { kiosk: 'station', station: 'play' });
    await sayInside(page, { kiosk: 'station', station: 'reset' });
    await pass(page, 5);
    expect(standIn.loads).toBe(1);
    await pass(page, 5);
    await waitForLoads(standIn, 2);
    // The next one is not disturbed by it.
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await sayInside(page, { kiosk: 'station', station: 'play' });
    await pass(page, 15);
    expect(standIn.loads).toBe(2);
  });
});

test('a disk that fails leads nobody to the set-up: the kiosk is tried again until it is there', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, context, address }) => {
    await standInside(context);
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await context.addInitScript((name) => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...given) {
        if (given[0] === name && sessionStorage.getItem('failing') !== null)
          throw new DOMException('the disk fails', 'UnknownError');
        return open.apply(this, given);
      };
    }, DATABASE);
    await page.evaluate(() => sessionStorage.setItem('failing', ''));
    await page.clock.install();
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.goto(`${address}/kiosk?lang=en`);
    for (let load = 1; load <= 4; load += 1) {
      await expect.poll(() => loads, { timeout: 15_000 }).toBe(load);
      await page.locator('.curtain:not(.curtain-open)').waitFor();
      await pass(page, 22);
    }
    await expect.poll(() => loads, { timeout: 15_000 }).toBe(5);
    expect(new URL(page.url()).pathname).toBe('/kiosk');
    await page.evaluate(() => sessionStorage.removeItem('failing'));
    await pass(page, 22);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
  });
});

test('a frame of somebody else, or another window, is not heard', async () => {
  await atOuterPage(tests, async ({ page, standIn }) => {
    await page.evaluate(() => window.postMessage({ kiosk: 'again' }, location.origin));
    await page.evaluate(() => window.postMessage({ kiosk: 'staff' }, location.origin));
    await page.clock.runFor(3000);
    expect(standIn.loads).toBe(1);
    expect(await page.locator('.pin-dialog').count()).toBe(0);
  });
});

test('a touch inside gives the kiosk the whole screen', async () => {
  await atOuterPage(tests, async ({ page }) => {
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
    await page.frameLocator('.outer-frame').getByRole('button').click();
    await sayInside(page, { kiosk: 'touched' });
    await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
  });
});

test('whoever asks for the pad first of all sees it over the page that has just taken the whole screen', async () => {
  await atOuterPage(tests, async ({ page }) => {
    await callPad(page);
    await page.keyboard.press('1');
    await page.locator('.pin-dot').waitFor();
    const keys = page.locator('.pin-dialog .pin-keys');
    const before = await keys.screenshot();
    await sayInside(page, { kiosk: 'touched' });
    await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
    await expect.poll(async () => before.equals(await keys.screenshot()), { timeout: 15_000 }).toBe(true);
    await page.keyboard.press('2');
    await expect.poll(() => page.locator('.pin-dot').count()).toBe(2);
  });
});

test('K6 the screen is kept awake, and asked for again whenever the page comes back', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, context, address }) => {
    await standInside(context);
    await context.addInitScript(() => {
      const asked: string[] = [];
      let held: EventTarget | null = null;
      let isHidden = false;
      const lock = {
        async request(type: string) {
          asked.push(isHidden ? 'while hidden' : type);
          held = Object.assign(new EventTarget(), { release: async () => undefined });
          return held;
        },
      };
      Object.defineProperty(navigator, 'wakeLock', { value: lock });
      Object.defineProperty(document, 'hidden', { get: () => isHidden });
      Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
      Object.assign(window, {
        asked,
        // As browsers do it: the page is hidden, and the lock is gone.
        hide(hidden: boolean) {
          isHidden = hidden;
          if (hidden) held?.dispatchEvent(new Event('release'));
          document.dispatchEvent(new Event('visibilitychange'));
        },
      });
    });
    const asked = (): Promise<readonly string[]> =>
      page.evaluate(() => (window as unknown as { readonly asked: readonly string[] }).asked);
    const hide = (hidden: boolean): Promise<void> =>
      page.evaluate((is) => (window as unknown as { hide(is: boolean): void }).hide(is), hidden);
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await expect.poll(asked).toEqual(['screen']);
    for (const times of [2, 3]) {
      await hide(true);
      expect(await asked()).toHaveLength(times - 1);
      await hide(false);
      await expect.poll(asked).toHaveLength(times);
    }
    expect(await asked()).not.toContain('while hidden');
  });
});

test('a second window of the kiosk leaves the first one’s visitor alone, says so, and begins here when the first is closed', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, context, address }) => {
    const standIn = await standInside(context);
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    expect(standIn.loads).toBe(1);

    const second = await context.newPage();
    await second.goto(`${address}/kiosk?lang=en`);
    for (const language of LANGUAGES)
      await second.getByText(words('second.heading', language, 'part/organiser'), { exact: true }).waitFor();
    expect(await runAxe(second)).toEqual([]);
    expect(await second.locator('.outer-frame').count()).toBe(0);
    expect(standIn.loads).toBe(1);
    // A page that is loaded anew is still the first.
    await page.reload();
    await page.locator('.curtain-open').waitFor({ state: 'attached' });

    await page.close();
    await second.getByRole('button', { name: say('second.begin') }).click();
    await second.locator('.curtain-open').waitFor({ state: 'attached' });
    expect(await second.locator('.second-window').count()).toBe(0);
  });
});
