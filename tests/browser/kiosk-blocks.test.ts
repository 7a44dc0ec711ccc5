/** What a kiosk takes from a visitor, it takes on its own pages only. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { layKiosk, makeKioskSettings } from './driver/kiosk.ts';
import { standInside } from './driver/kiosk-inside.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

declare global {
  interface Window {
    /** What the page was tried with and has heard of, and what of it it refused. */
    tried?: { readonly heard: string[]; readonly refused: string[] };
  }
}

/** Lets a page be tried in every way that a browser has, and says which of them it refused. */
async function tryEverything(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const tried = { heard: [] as string[], refused: [] as string[] };
    window.tried = tried;
    const listen = (type: string, name: (event: Event) => string): void =>
      addEventListener(type, (event) => {
        tried.heard.push(name(event));
        if (event.defaultPrevented) tried.refused.push(name(event));
      });
    for (const type of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart']) listen(type, () => type);
    listen('wheel', (event) => `${(event as WheelEvent).ctrlKey ? 'ctrl ' : ''}wheel`);
    listen('keydown', (event) => (event as KeyboardEvent).key);
  });
  await page.mouse.move(200, 200);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  await page.mouse.wheel(0, 100);
  await page.mouse.click(200, 200, { button: 'right' });
  await page.keyboard.press('Control+=');
  await page.keyboard.press('F3');
  await page.keyboard.press('ArrowDown');
  await page.evaluate(() => {
    for (const type of ['dragstart', 'selectstart', 'gesturestart'])
      document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  });
  // A turn of the wheel comes by way of the drawing, later than what is pressed: before it was heard, it was not refused.
  await expect.poll(() => page.evaluate(() => window.tried?.heard ?? [])).toEqual(expect.arrayContaining(TRIED));
  return page.evaluate(() => [...new Set(window.tried?.refused)].toSorted());
}

/** Two fingers on the screen that move apart. @returns how much larger the page is then */
async function pinch(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: 300 - apart, y: 200, id: 0 },
              { x: 340 + apart, y: 200, id: 1 },
            ],
    });
  await touch('touchStart', 0);
  for (let apart = 6; apart <= 120; apart += 6) await touch('touchMove', apart);
  await touch('touchEnd', 0);
  await devtools.detach();
  await page.waitForTimeout(200);
  return page.evaluate(() => visualViewport?.scale ?? 0);
}

/** All of it, as the page hears it; the last three are harmless. */
const TRIED = [
  '=',
  'F3',
  'contextmenu',
  'ctrl wheel',
  'dragstart',
  'gesturestart',
  'selectstart',
  'Control',
  'ArrowDown',
  'wheel',
];
const REFUSED = ['=', 'F3', 'contextmenu', 'ctrl wheel', 'dragstart', 'gesturestart', 'selectstart'];

test('K7 at the kiosk nothing zooms, selects, drags, opens a menu or leads back', async () => {
  await tests.visit({ path: '/healthz', touch: true }, async ({ page, context, address }) => {
    // A frame that does not come up: what lies before it, the outer page's own curtain, is what is tried.
    (await standInside(context)).alive = false;
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('html[data-blocks="on"]').waitFor({ state: 'attached' });
    expect(await tryEverything(page)).toEqual(REFUSED);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).userSelect)).toBe('none');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorX)).toBe('none');
    expect(await pinch(page)).toBe(1);

    const entries = await page.evaluate(() => history.length);
    for (let time = 0; time < 3; time += 1) {
      await page.evaluate(() => history.back());
      await page.waitForTimeout(300);
      expect(new URL(page.url()).pathname).toBe('/kiosk');
    }
    await page.locator('.outer-frame').waitFor();
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });
});

test('K7 inside the frame nothing does, either', async () => {
  await tests.visit({ path: '/healthz', size: [640, 360], touch: true }, async ({ page, address }) => {
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk/inside?lang=en`);
    await page.locator('html[data-blocks="on"]').waitFor({ state: 'attached' });
    expect(await tryEverything(page)).toEqual(REFUSED);
    expect(await pinch(page)).toBe(1);
  });
});

test('K7 everywhere else nothing is taken away', async () => {
  for (const path of ['/', '/settings', '/kiosk/setup'])
    await tests.visit({ path: `${path}?lang=en`, touch: true }, async ({ page }) => {
      await page.locator('#app h1').first().waitFor();
      expect(await tryEverything(page), path).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).userSelect), path).toBe('auto');
      expect(await pinch(page), path).toBeGreaterThan(1.5);
    });
});

test('K7 whoever leaves the kiosk can zoom again', async () => {
  await tests.visit({ path: '/healthz', touch: true }, async ({ page, context, address }) => {
    await standInside(context);
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await page.goto(`${address}/?lang=en`);
    await page.locator('#app h1').first().waitFor();
    expect(await tryEverything(page)).toEqual([]);
  });
});
