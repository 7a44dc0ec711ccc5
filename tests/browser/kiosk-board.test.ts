/** The big screen: readable by everybody in every language, true or marked as old, and no word of its token on any way. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import { placeRuns } from '../../src/kiosk/outbox/merge-board.ts';
import { NAME_LANGUAGES, type Board } from '../../src/wire/kiosk.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { openTests, type Tests } from './driver/visit.ts';

const TOKEN = 'hUqW3mUq9sY0o7mBzCkR2vXt4nLd8fGj1aPeQwErTyU';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const runs = (act: string, count: number): Board['acts'][string] =>
  placeRuns(
    Array.from({ length: count }, (_, place) => ({
      visit: `${act} ${place}`,
      name: { language: NAME_LANGUAGES[place % 4] ?? 'en', first: (place * 37) % 200, second: (place * 53) % 200 },
      act,
      score: 1234 - 50 * place,
      at: place,
    })),
  );

const BOARD: Board = {
  event: 'an event',
  name: 'Spring training 春季',
  acts: { 'duck-pond': runs('duck-pond', 20), 'blind-and-lame': runs('blind-and-lame', 3) },
  visitors: { 'duck-pond': 140, 'blind-and-lame': 3 },
};

test('shows each act in turn, fits every window, and says since when it is no longer true', async () => {
  await tests.visit({ path: '/healthz', size: [1920, 1080] }, async ({ page, context, address, trouble }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    let isOn = true;
    await context.route('**/api/board', async (route) => {
      expect(route.request().headers()['authorization']).toBe(`Bearer ${TOKEN}`);
      await (isOn ? route.fulfill({ json: BOARD }) : route.abort());
    });
    await page.clock.install();
    for (const language of LANGUAGES) {
      await page.goto(`${address}/kiosk/board?lang=${language}#${TOKEN}`);
      await page.reload();
      await page.locator('.board-line').nth(9).waitFor();
      expect(await page.locator('.board-line').count()).toBe(10);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await runAxe(page), language).toEqual([]);
      for (const [width, height] of [
        [1920, 1080],
        [1080, 1920],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await findOverflow(page), `${language}, ${width} × ${height}`).toEqual([]);
        const bottom = await page
          .locator('.board-line')
          .nth(9)
          .evaluate((line) => line.getBoundingClientRect().bottom);
        if (width > 1000) expect(bottom, `${language}, ${width} × ${height}`).toBeLessThan(height);
      }
    }
    await page.clock.runFor(15_000);
    await page.locator('.board-line').nth(3).waitFor({ state: 'detached' });
    expect(await page.locator('.big-lantern[aria-pressed="true"]').count()).toBe(1);
    isOn = false;
    await page.clock.runFor(15_000);
    await page.locator('.big-board[data-state="old"]').waitFor();
    expect(await page.locator('.big-when').innerText()).not.toBe('');
    // Loaded again without the server: what was last seen is there, and marked.
    await page.reload();
    await page.locator('.big-board[data-state="old"] .board-line').first().waitFor();
    expect(asked.filter((each) => each.includes(TOKEN.slice(0, 12)))).toEqual([]);
    expect(trouble.splice(0).every((each) => each.includes('ERR_FAILED'))).toBe(true);
  });
});
