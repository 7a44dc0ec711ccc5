/** How the kiosk waits for visitors: by the monotonic clock, only where they could do something, and never unasked. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { layKiosk, makeKioskSettings } from './driver/kiosk.ts';
import {
  arriveAt,
  comeIn,
  layClocks,
  openInside,
  raiseCurtain,
  readToldByInside,
  sayToInside,
  touch,
  waitForAgain,
  windOn,
} from './driver/kiosk-visitor.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** What `makeKioskSettings` arranges. */
const IDLE_MS = 30_000;
const ANSWER_MS = 20_000;

async function atInside(doing: (page: Page, frame: Frame) => Promise<void>): Promise<void> {
  await tests.visit({ path: '/healthz', size: [844, 390] }, async ({ page, context, address }) => {
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await layClocks(context);
    await doing(page, await openInside(page, address));
  });
}

const question = (frame: Frame) => frame.locator('.idle-question[open]');

/** The frame's own clock. */
const readClock = (frame: Frame): Promise<number> => frame.evaluate(() => performance.now());

/** Winds on to a second before a moment, and tells how long after `since` the question came or went, in milliseconds. */
async function timeQuestion(
  frame: Frame,
  since: number,
  after: number,
  state: 'attached' | 'detached',
): Promise<number> {
  await windOn(frame, since + after - 1000 - (await readClock(frame)));
  await question(frame).waitFor({ state, timeout: 10_000 });
  return (await readClock(frame)) - since;
}

test('K3 asks after the time without input, takes a touch, a key and a switch for an answer, and else resets', async () => {
  await atInside(async (page, frame) => {
    await comeIn(page, frame, 'en');
    for (const answer of ['touch', 'key', 'switch', 'button'] as const) {
      await page.keyboard.press('Shift');
      const since = await readClock(frame);
      const asked = await timeQuestion(frame, since, IDLE_MS, 'attached');
      // Finding the dialog takes the test itself some time on a busy machine; it must not come too early.
      expect(asked, answer).toBeGreaterThanOrEqual(IDLE_MS - 1000);
      expect(asked, answer).toBeLessThan(IDLE_MS + 3000);
      expect(await frame.locator('.idle-count b').textContent()).toMatch(/^(20|19|18) seconds$/);
      if (answer === 'touch') await page.mouse.click(5, 385);
      if (answer === 'key') await page.keyboard.press('k');
      if (answer === 'switch') await page.keyboard.press('Enter');
      if (answer === 'button') await frame.locator('.idle-answers .button-main').click();
      await question(frame).waitFor({ state: 'detached' });
    }
    // A script that clicks is nobody.
    await frame.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true })));
    const since = await readClock(frame);
    await timeQuestion(frame, since, IDLE_MS, 'attached');
    await windOn(frame, ANSWER_MS - 2000);
    await page.waitForTimeout(600);
    expect(await question(frame).count()).toBe(1);
    await windOn(frame, 2000);
    await waitForAgain(page);
    // The game's heart may beat once more before the frame is changed for another one.
    const told = await readToldByInside(page);
    expect(told.findLast(({ kiosk }) => kiosk !== 'beat')).toEqual({ kiosk: 'again' });
  });
});

test('K3 waits ten times as long for whoever needs more time', async () => {
  await atInside(async (page, frame) => {
    await comeIn(page, frame, 'en');
    await windOn(frame, IDLE_MS);
    await question(frame).waitFor();
    await frame.locator('.idle-answers .button-paper').click();
    await question(frame).waitFor({ state: 'detached' });
    await windOn(frame, 10 * IDLE_MS - 10_000);
    await page.waitForTimeout(1000);
    expect(await question(frame).count()).toBe(0);
    await windOn(frame, 10_000);
    await question(frame).waitFor();
    expect(Number.parseInt((await frame.locator('.idle-count b').textContent()) ?? '', 10)).toBeGreaterThan(190);
  });
});

test('K4 does not count while a scene plays by itself, nor while staff hold the kiosk', async () => {
  await atInside(async (page, frame) => {
    await comeIn(page, frame, 'en');
    await sayToInside(page, { kiosk: 'hold' });
    await windOn(frame, 10 * IDLE_MS);
    await page.waitForTimeout(1000);
    expect(await question(frame).count()).toBe(0);
    await sayToInside(page, { kiosk: 'goOn' });
    await raiseCurtain(frame, 'duck-pond');
    // At night nobody can do anything; the stage itself is not wound on, since it draws whole frames.
    await frame.locator('[data-id="sleep"]:not([aria-disabled="true"])').click({ timeout: 60_000 });
    await frame.locator('[data-id="sleep"][aria-disabled="true"]').waitFor();
    await windOn(frame, 3 * IDLE_MS);
    await frame.locator('[data-id="sleep"]:not([aria-disabled="true"])').waitFor({ timeout: 60_000 });
    expect(await question(frame).count()).toBe(0);
    await windOn(frame, IDLE_MS);
    await question(frame).waitFor();
    // The stage stands still while somebody is asked.
    const light = await frame.locator('.theatre-gauges').textContent();
    await page.waitForTimeout(1500);
    expect(await frame.locator('.theatre-gauges').textContent()).toBe(light);
  });
});

test('K18 a wall clock that jumps by days neither ends nor prolongs anything', async () => {
  await atInside(async (page, frame) => {
    await touch(page);
    await arriveAt(frame, 'language');
    for (const days of [1, -2]) {
      await frame.evaluate((ms) => {
        window.wallMs = (window.wallMs ?? 0) + ms;
      }, days * 86_400_000);
      await page.waitForTimeout(1200);
      expect(await question(frame).count()).toBe(0);
    }
    const since = await readClock(frame);
    await windOn(frame, IDLE_MS);
    await question(frame).waitFor();
    expect((await readClock(frame)) - since).toBeLessThan(IDLE_MS + 3000);
    await frame.evaluate(() => {
      window.wallMs = (window.wallMs ?? 0) - 7 * 86_400_000;
    });
    await windOn(frame, ANSWER_MS);
    await waitForAgain(page);
  });
});
