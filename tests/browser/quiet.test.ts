import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { control, waitForEvening } from './driver/act-on-stage.ts';
import { letPass } from './driver/quick-clock.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

const SMALL = [640, 360] as const;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

declare global {
  interface Window {
    /** Every sound machine that the page made. */
    heard?: BaseAudioContext[];
  }
}

/** Notes every sound machine that the page makes from now on, before the page runs. */
async function noteSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: BaseAudioContext[] = [];
    window.heard = made;
    const Original = window.AudioContext;
    window.AudioContext = class extends Original {
      constructor(options?: AudioContextOptions) {
        super(options);
        made.push(this);
      }
    };
  });
}

/** States of the page's sound machines. Asked without pretending to be the player, which would unlock them. */
async function soundStates(page: Page): Promise<unknown> {
  const devtools = await page.context().newCDPSession(page);
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'JSON.stringify((window.heard ?? []).map((each) => each.state))',
    returnByValue: true,
    userGesture: false,
  });
  await devtools.detach();
  return JSON.parse(String(result.value)) as unknown;
}

test('nothing sounds before the first gesture, and something may after it', async () => {
  await tests.visit({ path: '/healthz', size: SMALL }, async ({ page, address }) => {
    await noteSound(page);
    await page.goto(`${address}/act/duck-pond/play?seed=7`);
    await page.locator('[data-id="spot-3"]').waitFor({ state: 'attached' });
    expect(await soundStates(page)).not.toContain('running');
    await waitForEvening(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => soundStates(page), { timeout: 60_000 }).toContain('running');
  });
});

test('what can be heard is captioned, and captions can be turned off', async () => {
  for (const captions of [true, false]) {
    await tests.visit(
      { path: '/act/duck-pond/play?seed=7', size: SMALL, quick: true, settings: { captions } },
      async ({ page }) => {
        await waitForEvening(page);
        await control(page, 'sleep').click();
        const gong = page.locator('.theatre-captions p', { hasText: words('captions.night', 'en', 'duck-pond') });
        if (captions) await gong.waitFor();
        else {
          await page.locator('[data-id="sleep"][aria-disabled="true"]').waitFor();
          await letPass(page, 1000);
          expect(await page.locator('.theatre-captions p').count()).toBe(0);
        }
      },
    );
  }
});

test('captions grow with the size of text', async () => {
  const sizes: number[] = [];
  for (const textSize of [1, 2])
    await tests.visit(
      { path: '/act/duck-pond/play?seed=7', size: SMALL, quick: true, settings: { textSize } },
      async ({ page }) => {
        await waitForEvening(page);
        await control(page, 'sleep').click();
        // In one step: a caption is gone again before a second question reaches the page.
        const seen = await page.waitForFunction(() => {
          const caption = document.querySelector('.theatre-captions p');
          if (caption === null) return null;
          const fits = caption.getBoundingClientRect().right <= innerWidth;
          return { size: Number.parseFloat(getComputedStyle(caption).fontSize), fits };
        });
        const { size = Number.NaN, fits } = (await seen.jsonValue()) ?? {};
        sizes.push(size);
        expect(fits).toBe(true);
      },
    );
  expect(sizes[1]).toBeCloseTo(2 * (sizes[0] ?? Number.NaN), 1);
});

test('the live region says what happened', async () => {
  await tests.visit({ path: '/act/duck-pond/play?seed=7', size: SMALL, quick: true }, async ({ page }) => {
    await waitForEvening(page);
    await control(page, 'tool-grain').click();
    await control(page, 'spot-3').click();
    await expect.poll(() => page.locator('section.theatre [role="status"]').innerText()).not.toBe('');
  });
});

test('with reduced motion the act is played as well, and says so to the page', async () => {
  await tests.visit(
    { path: '/act/duck-pond/play?seed=7', size: SMALL, reducedMotion: true, quick: true },
    async ({ page }) => {
      await waitForEvening(page);
      expect(await page.evaluate(() => document.documentElement.dataset['motion'])).toBe('calm');
      const moving = await page.evaluate(
        () =>
          document
            .getAnimations()
            .filter((each) => each.playState === 'running' && Number(each.effect?.getComputedTiming().duration) > 5000)
            .length,
      );
      expect(moving).toBe(0);
    },
  );
});

test('a page that is hidden turns the lamp down', async () => {
  await tests.visit({ path: '/act/duck-pond/play?seed=7', size: SMALL, quick: true }, async ({ page }) => {
    await waitForEvening(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByRole('dialog').waitFor();
  });
});

test('without WebGL the page says so, and the debrief stays open', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    // The playbill fetches the stage while it is read; here it must leave Phaser alone.
    await page.goto(`${address}/act/duck-pond`, { waitUntil: 'networkidle' });
    await page.goto(`${address}/act/duck-pond/play`);
    await page.getByRole('link', { name: words('play.toDebrief') }).click();
    await page.locator('main form').waitFor();
  });
});
