/** What must not hurt a kiosk: ten fingers at once, a lost drawing context; and what it must not do: make noise unasked. */
import type { CDPSession, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { drawBelow, seedRandom } from '../../src/kernel/random.ts';
import { layKiosk, makeKioskSettings } from './driver/kiosk.ts';
import {
  arriveAt,
  comeIn,
  hold,
  layClocks,
  openInside,
  raiseCurtain,
  readToldByInside,
  sayToInside,
  waitForAgain,
} from './driver/kiosk-visitor.ts';
import { layQuickClock } from './driver/quick-clock.ts';
import { openTests, type Tests, type Visit } from './driver/visit.ts';

declare global {
  interface Window {
    soundsMade?: string[];
  }
}

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const WIDTH = 844;
const HEIGHT = 390;

async function atInside(touch: boolean, doing: (visit: Visit, frame: Frame) => Promise<void>): Promise<void> {
  await tests.visit({ path: '/healthz', size: [WIDTH, HEIGHT], touch, reducedMotion: true }, async (visit) => {
    const { page, context, address } = visit;
    const settings = makeKioskSettings(address, { idleSeconds: 600, volume: 0.5 });
    await layKiosk(page, address, { settings, membership: null });
    await layQuickClock(context);
    await layClocks(context);
    await context.addInitScript(() => {
      window.soundsMade = [];
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function () {
        window.soundsMade?.push('element');
        return play.call(this);
      };
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = function (...given) {
        window.soundsMade?.push('buffer');
        return start.apply(this, given);
      };
    });
    await doing(visit, await openInside(page, address));
  });
}

test('K16 the attract page makes no sound at all', async () => {
  await atInside(false, async ({ page }, frame) => {
    await page.mouse.move(300, 100);
    await page.mouse.move(500, 200);
    await page.waitForTimeout(6000);
    expect(await frame.locator('main[data-station="attract"][data-stage="shown"]').count()).toBe(1);
    expect(await frame.evaluate(() => window.soundsMade)).toEqual([]);
  });
});

/** Ten fingers that come, slide and go, wherever they happen to be; all are lifted at the end. */
async function storm(session: CDPSession, rounds: number, seed: number): Promise<void> {
  const random = seedRandom(seed);
  const finger = (id: number) => ({ id, x: drawBelow(random, WIDTH), y: drawBelow(random, HEIGHT) });
  for (let round = 0; round < rounds; round++) {
    const ids = Array.from({ length: 10 }, (_, id) => id);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: ids.map(finger) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: ids.map(finger) });
    const type = round % 3 === 2 ? 'touchCancel' : 'touchEnd';
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: [] });
  }
}

test('K17 ten fingers at once leave nothing stuck: the kiosk goes on and can be reset', async () => {
  await atInside(true, async ({ page, context, trouble }, frame) => {
    const session = await context.newCDPSession(page);
    await storm(session, 4, 1);
    // Wherever the fingers have led, somebody is here now or the page waits to be made new.
    const isReset = async (): Promise<boolean> => (await readToldByInside(page)).some(({ kiosk }) => kiosk === 'again');
    for (let wave = 2; wave < 7 && !(await isReset()); wave++) {
      await page.waitForTimeout(600);
      await storm(session, 3, wave);
    }
    if (!(await isReset())) {
      await page.waitForTimeout(600);
      const at = await frame.locator('main').getAttribute('data-station');
      expect(['attract', 'language', 'choose', 'play', 'examine', 'result']).toContain(at);
      if (at === 'attract') await page.touchscreen.tap(200, 100);
      await frame.locator('main:not([data-station="attract"])').waitFor();
      await sayToInside(page, { kiosk: 'end' });
    }
    await waitForAgain(page);
    expect(await frame.locator('canvas, dialog[open], .theatre').count()).toBe(0);
    expect(trouble).toEqual([]);
  });
});

test('K10 a drawing context that is lost and given back shows the very same picture', async () => {
  await atInside(false, async ({ page }, frame) => {
    await comeIn(page, frame, 'en');
    await raiseCurtain(frame, 'duck-pond');
    await frame.locator('[data-id="sleep"]:not([aria-disabled="true"])').waitFor({ timeout: 60_000 });
    await sayToInside(page, { kiosk: 'hold' });
    // The lamp has gone down and nothing moves; then time itself is held, and the same frame is drawn again and again.
    await page.waitForTimeout(2500);
    await hold(frame, true);
    await page.waitForTimeout(1200);
    const stage = frame.locator('.theatre-slot');
    const before = await stage.screenshot();
    await frame.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.theatre-slot canvas');
      const context = canvas?.getContext('webgl') ?? canvas?.getContext('webgl2');
      const switcher = context?.getExtension('WEBGL_lose_context');
      if (switcher === undefined || switcher === null) throw new Error('this browser cannot lose a context on purpose');
      switcher.loseContext();
      setTimeout(() => switcher.restoreContext(), 2000);
    });
    await page.waitForTimeout(2500);
    const after = await stage.screenshot();
    expect(after.equals(before)).toBe(true);
    await hold(frame, false);
    await sayToInside(page, { kiosk: 'goOn' });
    await arriveAt(frame, 'play');
    expect((await readToldByInside(page)).some(({ kiosk }) => kiosk === 'failed')).toBe(false);
  });
});
