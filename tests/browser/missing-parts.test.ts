/** Parts of the program that do not arrive are said, and come when they are asked for again: the browser alone never asks twice. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { waitForEvening } from './driver/act-on-stage.ts';
import { runAxe } from './driver/axe.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { settingsWords, words } from './driver/words.ts';

const SMALL = [640, 360] as const;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const sayMissing = (page: Page) => page.getByRole('alert').getByText(words('error.partText'));
const askAgain = (page: Page) => page.getByRole('button', { name: words('error.retry') });

/** Nothing that matches arrives while this is done; the console says so, and that nobody caught it where nothing could. */
async function without(page: Page, missing: RegExp, trouble: string[], doing: () => Promise<void>): Promise<void> {
  let isAway = true;
  await page.route(missing, (route) => (isAway ? route.abort() : route.continue()));
  await doing();
  isAway = false;
  for (const each of trouble.splice(0)) expect(each).toMatch(/ERR_FAILED|dynamically imported module|^error: $/);
}

test.each([
  ['a screen', /\/assets\/settings-[^/]+\.js$/],
  ['its words', /\/assets\/settings-en-[^/]+\.js$/],
])('%s', async (_what, missing) => {
  await tests.visit({ path: '/', size: SMALL }, async ({ page, trouble }) => {
    await without(page, missing, trouble, async () => {
      await page.getByRole('link', { name: words('title.settings') }).click();
      await sayMissing(page).waitFor();
      await askAgain(page).click();
      await sayMissing(page).waitFor();
    });
    await askAgain(page).click();
    await page.getByText(settingsWords('saved')).waitFor();
  });
});

test('the stage', async () => {
  await tests.visit({ path: '/act/duck-pond', size: SMALL, quick: true }, async ({ page, address, trouble }) => {
    await without(page, /\/assets\/phaser-[^/]+\.js$/, trouble, async () => {
      await page.goto(`${address}/act/duck-pond/play?seed=7`);
      await page.getByText(words('play.lostText')).waitFor();
    });
    await page.getByRole('button', { name: words('play.retry') }).click();
    await waitForEvening(page);
  });
});

test('a language', async () => {
  await tests.visit({ path: '/', size: SMALL }, async ({ page, trouble }) => {
    const choice = page.getByLabel(words('page.language'));
    await without(page, /\/assets\/ru-[^/]+\.js$/, trouble, async () => {
      await choice.selectOption('ru');
      await page.getByText(words('error.language')).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      // Only what is not chosen can be chosen.
      await expect.poll(() => choice.inputValue()).toBe('en');
    });
    await choice.selectOption('ru');
    await page.getByRole('link', { name: words('title.settings', 'ru') }).waitFor();
  });
});

test.each([
  ['its code', '/', /\/assets\/first-[^/]+\.js$/],
  ['every language', '/', /\/assets\/(en|zh-Hans|zh-Hant|ru)-[^/]+\.js$/],
  ['a kiosk’s pages', '/kiosk/setup', /\/assets\/kiosk-[^/]+\.js$/],
])('a page that comes without %s says so in the language of its visitor', async (_what, path, missing) => {
  await tests.visit({ path: '/healthz', size: SMALL, language: 'ru' }, async ({ page, address, trouble }) => {
    await without(page, missing, trouble, async () => {
      await page.goto(address + path);
      await page.getByText(words('error.partText', 'ru')).waitFor();
      expect(await page.locator('.not-arrived:visible').count()).toBe(1);
      expect(await runAxe(page)).toEqual([]);
    });
    await page.getByRole('button', { name: words('error.retry', 'ru') }).click();
    await page.locator('.not-arrived').first().waitFor({ state: 'detached' });
    await page.locator('#app').getByRole('heading', { level: 1 }).first().waitFor();
  });
});
