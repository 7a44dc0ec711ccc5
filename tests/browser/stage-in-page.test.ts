/** Stages inside pages, by keys alone: what stands beside them is pressed by its own keys, and they can be stopped and left. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { enter, tabTo } from './driver/keyboard.ts';
import { laySaved } from './driver/saved-things.ts';
import { SCREENS } from './driver/screens.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

const STAGE_MS = 90_000;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

async function comeTo(name: string, doing: (page: Page) => Promise<void>): Promise<void> {
  const screen = SCREENS.find((each) => each.name === name);
  if (screen === undefined) throw new Error(`${name} is no screen`);
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    const saved = screen.saved?.();
    if (saved) await laySaved(page, address, saved);
    await page.goto(address + screen.path);
    await doing(page);
  });
}

const pauseOf = (page: Page) => page.locator('.theatre-pause');

/** The evening's clock as it is drawn. */
const clockOf = (page: Page): Promise<string> => page.locator('.theatre-gauge[data-form="clock"]').innerText();

/** Lets so much time pass as the clock of a running play would not stand still for. */
const aWhile = (page: Page): Promise<void> => page.waitForTimeout(3000);

describe('the other way, while it is shown', () => {
  test('is left by Escape, and by Enter on what leads back; the focus is where it was', async () => {
    await comeTo('reveal', async (page) => {
      const open = page.locator('.reveal-other .button-main').first();
      for (const leave of ['Escape', 'Enter']) {
        await enter(page, open);
        await page.locator('dialog canvas').waitFor({ timeout: STAGE_MS });
        await page.locator('dialog .lamp-loading').waitFor({ state: 'detached', timeout: STAGE_MS });
        if (leave === 'Enter') await tabTo(page, page.locator('dialog .button-main'));
        await page.keyboard.press(leave);
        await page.locator('dialog').waitFor({ state: 'detached', timeout: 10_000 });
        expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
      }
    });
  });

  test('stands still when it is paused, and goes on when it is asked again', async () => {
    await comeTo('reveal', async (page) => {
      await enter(page, page.locator('.reveal-other .button-main').first());
      await page.locator('dialog .lamp-loading').waitFor({ state: 'detached', timeout: STAGE_MS });
      await enter(page, pauseOf(page));
      expect(await pauseOf(page).getAttribute('aria-pressed')).toBe('true');
      const before = await clockOf(page);
      await aWhile(page);
      expect(await clockOf(page)).toBe(before);
      await page.keyboard.press('Enter');
      expect(await pauseOf(page).getAttribute('aria-pressed')).toBe('false');
      await expect.poll(() => clockOf(page), { timeout: 20_000 }).not.toBe(before);
    });
  });
});

describe('the bench in the workshop', () => {
  test('leaves Enter and Space to the buttons and links beside it', async () => {
    await comeTo('workshop', async (page) => {
      await page.locator('.bench-stage .lamp-loading').waitFor({ state: 'detached', timeout: STAGE_MS });
      const restart = page.getByRole('button', { name: words('workshop.restart') });
      await tabTo(page, restart);
      // A canvas goes on from one stage to the next; what stands around it is each stage's own.
      const first = await page.locator('.bench-stage .theatre-gauges').elementHandle();
      await page.keyboard.press('Space');
      await expect.poll(() => first?.evaluate((gauges) => gauges.isConnected), { timeout: 20_000 }).toBe(false);
      expect(await restart.evaluate((button) => button === document.activeElement)).toBe(true);
      await enter(page, page.getByRole('link', { name: words('reveal.debrief') }));
      await page.waitForURL(/\/debrief/);
    });
  });

  test('is stopped by Escape and goes on by it', async () => {
    await comeTo('workshop', async (page) => {
      await page.locator('.bench-stage .lamp-loading').waitFor({ state: 'detached', timeout: STAGE_MS });
      await tabTo(page, page.locator('.theatre-spot').first());
      await page.keyboard.press('Escape');
      expect(await pauseOf(page).getAttribute('aria-pressed')).toBe('true');
      const before = await clockOf(page);
      await aWhile(page);
      expect(await clockOf(page)).toBe(before);
      await page.keyboard.press('Escape');
      expect(await pauseOf(page).getAttribute('aria-pressed')).toBe('false');
      await expect.poll(() => clockOf(page), { timeout: 20_000 }).not.toBe(before);
    });
  });
});
