/** A stand-in for the page in the kiosk's frame: it says what it is told to say, so that the outer page is alone at trial. */
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { FromInside } from '../../../src/kiosk/messages/messages.ts';
import { findInside, layKiosk, makeKioskSettings, PIN } from './kiosk.ts';
import type { Tests } from './visit.ts';

declare global {
  interface Window {
    standIn?: {
      /** Whether it beats. */
      alive: boolean;
      /** What it was told, in order. */
      readonly told: string[];
    };
  }
}

const page = (alive: boolean): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Stand-in</title>
<body style="margin:0;min-height:100vh;background:#f3e3c3"><button style="margin:20rem">Play</button><script>
  window.standIn = { alive: ${alive}, told: [] };
  const tell = (message) => parent.postMessage(message, location.origin);
  addEventListener('message', ({ data }) => data.kiosk && window.standIn.told.push(data.kiosk));
  let last = -Infinity;
  (function loop(now) {
    requestAnimationFrame(loop);
    if (!window.standIn.alive || now - last < 5000) return;
    last = now;
    tell({ kiosk: 'beat', station: 'attract' });
  })(performance.now());
  if (window.standIn.alive) tell({ kiosk: 'station', station: 'attract' });
</script>`;

export interface StandIn {
  /** How many frames have been loaded so far. */
  loads: number;
  /** Whether the frames that are loaded from now on come up. */
  alive: boolean;
}

/** Puts the stand-in into every frame that the kiosk's outer page will load. */
export async function standInside(context: BrowserContext): Promise<StandIn> {
  const standIn: StandIn = { loads: 0, alive: true };
  await context.route(/\/kiosk\/inside(\?|$)/, (route) => {
    standIn.loads += 1;
    return route.fulfill({ contentType: 'text/html', body: page(standIn.alive) });
  });
  return standIn;
}

/** Lets the frame say something to the outer page. */
export async function sayInside(of: Page, message: FromInside): Promise<void> {
  await findInside(of).evaluate((told) => parent.postMessage(told, location.origin), message);
}

/** The frame stops beating: its loop is dead, its page is still there. */
export async function stopInside(of: Page): Promise<Frame> {
  const frame = findInside(of);
  await frame.evaluate(() => {
    if (window.standIn !== undefined) window.standIn.alive = false;
  });
  return frame;
}

/** What the frame of the moment was told. */
export function readTold(of: Page): Promise<readonly string[]> {
  return findInside(of).evaluate(() => window.standIn?.told ?? []);
}

/** The kiosk's outer page, open on a device that is set up, with a clock that a test can wind on. */
export interface OuterPage {
  readonly page: Page;
  readonly address: string;
  readonly standIn: StandIn;
}

/** Opens the outer page with the stand-in in its frame, and waits until the curtain is open. `alive`: see `StandIn`. */
export async function atOuterPage(tests: Tests, doing: (at: OuterPage) => Promise<void>, alive = true): Promise<void> {
  await tests.visit({ path: '/healthz' }, async ({ page, context, address }) => {
    const standIn = await standInside(context);
    standIn.alive = alive;
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.clock.install();
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.outer-frame').waitFor();
    if (alive) await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await doing({ page, address, standIn });
  });
}

/** Winds the clock on, in steps: what frame and page say to each other is real, and needs real moments. */
export async function pass(page: Page, seconds: number): Promise<void> {
  const step = 2.5;
  for (let passed = 0; passed < seconds; passed += step)
    await page.clock.runFor(1000 * Math.min(step, seconds - passed));
}

/** Waits until so many frames have been loaded. */
export async function waitForLoads(standIn: StandIn, loads: number): Promise<void> {
  await expect.poll(() => standIn.loads, { timeout: 15_000 }).toBe(loads);
}

export async function callPad(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+K');
  await page.locator('.pin-dialog').waitFor();
}

export async function typePin(page: Page, pin: string): Promise<void> {
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/** Calls the pad and opens the staff's sheet. */
export async function openSheet(page: Page): Promise<void> {
  await callPad(page);
  await typePin(page, PIN);
  await page.locator('.staff-dialog').waitFor();
}
