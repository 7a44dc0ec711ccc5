/** K14: what a camera reads off the kiosk's screen is the way to the visitor's own result, at every size. */
import type { Frame } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { MOST } from '../../src/quiz/examination/index.ts';
import { layKiosk, makeKioskSettings } from './driver/kiosk.ts';
import { answer, beginExamination, inDoubt } from './driver/kiosk-examination.ts';
import { arriveAt, comeIn, openInside, raiseCurtain, sleepThrough } from './driver/kiosk-visitor.ts';
import { layQuickClock } from './driver/quick-clock.ts';
import { readQr } from './driver/read-qr.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** The longest address that is likely. */
const ADDRESS = 'https://marshals-baton.training.example-company.com';
const SIZES = [
  [1080, 1920],
  [1920, 1080],
  [1024, 768],
] as const;

/** Whether nothing lies over the middle of it, and it is in the window. */
function isSeen(frame: Frame, selector: string): Promise<boolean> {
  return frame.locator(selector).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === element;
  });
}

test('K14: the code on the result decodes from a picture of the screen, at three sizes and in high contrast', async () => {
  await tests.visit({ path: '/healthz', size: [844, 390] }, async ({ page, context, address }) => {
    const settings = makeKioskSettings(ADDRESS, { idleSeconds: 600 });
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    await layQuickClock(context);
    const frame = await openInside(page, address);
    // The language of the longest words.
    await comeIn(page, frame, 'ru');
    await raiseCurtain(frame, 'duck-pond');
    await sleepThrough(frame);
    const shown = (await frame.locator('.take-away-code strong').innerText()).trim();
    expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    const link = `${ADDRESS}/claim#${shown.replace('-', '')}`;
    expect(link.length).toBeLessThanOrEqual(120);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const contrast of ['normal', 'high']) {
        await frame.evaluate((wanted) => (document.documentElement.dataset['contrast'] = wanted), contrast);
        const code = frame.locator('.take-away-qr');
        // What is seen without a touch is what counts.
        expect(await isSeen(frame, '.take-away-code strong'), `${width} × ${height}: to read`).toBe(true);
        const box = await code.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), `${width} × ${height}`).toBeGreaterThanOrEqual(240);
        const picture = sharp(await page.screenshot()).ensureAlpha();
        const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
        const read = readQr(new Uint8ClampedArray(data), info.width, info.height);
        expect(read, `${width} × ${height}, ${contrast} contrast`).toBe(link);
      }
    }
  });
});

test('the way home of a rank is seen without a touch, too', async () => {
  await tests.visit({ path: '/healthz', size: [1080, 1920] }, async ({ page, context, address }) => {
    const settings = makeKioskSettings(ADDRESS, { idleSeconds: 600, examination: true });
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    await layQuickClock(context);
    const frame = await openInside(page, address);
    await comeIn(page, frame, 'ru');
    await beginExamination(frame);
    await answer(frame, MOST, inDoubt);
    await arriveAt(frame, 'result');
    await frame.locator('.examination-picture').waitFor();
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const bar = frame.locator('.station-buttons');
      const ends = async (): Promise<number> => {
        const [code, buttons] = [await frame.locator('.take-away-code strong').boundingBox(), await bar.boundingBox()];
        return (code?.y ?? Infinity) + (code?.height ?? 0) - (buttons?.y ?? 0);
      };
      await expect.poll(ends, { message: `${width} × ${height}: above the buttons` }).toBeLessThanOrEqual(0);
    }
  });
});
