import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import level from '../../levels/blind-and-lame/act.json' with { type: 'json' };
import { control } from './driver/act-on-stage.ts';
import { openEars } from './driver/ears.ts';
import { solveFirstRoad } from './driver/first-road.ts';
import { chooseRadio, enter } from './driver/keyboard.ts';
import { atLeisure } from './driver/quick-clock.ts';
import {
  ARROWS,
  beginningOf,
  isTogether,
  leaveRoad,
  readPlayed,
  resumeRoad,
  ROAD,
  ROAD_TEXTS,
  usable,
} from './driver/road-on-stage.ts';
import { pressOnStageBySwitch } from './driver/switch.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

const { happenings } = ROAD_TEXTS;
const SMALL = [640, 360] as const;
const PHONE = [390, 844] as const;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Waits until the curtain falls and the reveal is there. */
async function waitForReveal(page: Page): Promise<void> {
  await page.waitForURL('**/reveal/**', { timeout: 90_000 });
  await page.locator('h1').waitFor();
}

/** Waits until so many words wait to be walked: the voice has said the last that was asked for. */
async function waitForWords(page: Page, count: number): Promise<void> {
  await control(page, 'go')
    .and(page.getByRole('button', { name: ROAD_TEXTS.map.go.replace('{{count}}', String(count)), exact: true }))
    .waitFor();
}

test('the first road is walked from the playbill to the reveal with the keyboard only', async () => {
  await tests.visit({ path: `${ROAD}?seed=7`, size: SMALL }, async ({ page }) => {
    await chooseRadio(page, page.getByRole('group').first(), 2);
    const ears = await openEars(page);
    await enter(page, page.getByRole('button', { name: words('playbill.raise') }));
    for (const passage of ['blind', 'lame'] as const) {
      await ears.until(happenings.passage[passage]);
      await enter(page, usable(page, 'rest'));
      // Whoever sits down with a key does not stand on what would end the next passage too.
      const isOnRest = (): Promise<boolean> =>
        control(page, 'rest').evaluate((rest) => rest === document.activeElement);
      await expect.poll(isOnRest, { timeout: 60_000 }).toBe(false);
    }
    await ears.until(happenings.passage.together);

    const stretches = solveFirstRoad(level.parameters.memory);
    expect(stretches.map(({ ends }) => ends)).toContain('stumble');
    for (const { words: way, ends } of stretches) {
      await usable(page, 'call-ahead').waitFor({ state: 'attached' });
      for (const word of way) await page.keyboard.press(ARROWS[word]);
      await waitForWords(page, way.length);
      await enter(page, usable(page, 'go'));
      if (ends === 'market') break;
      if (ends === 'stumble') {
        await ears.until(beginningOf(happenings.stumble));
        await enter(page, usable(page, 'report'));
        await ears.until(happenings.repair.fallen);
      } else await control(page, 'go').waitFor({ state: 'detached' });
      await enter(page, usable(page, 'look'));
    }

    await ears.until(beginningOf(happenings.sunset.arrived_other));
    await waitForReveal(page);
    const { input, outcome, replay } = await readPlayed(page);
    expect(input).toBe('keyboard');
    expect(replay.parameters).toMatchObject({ road: 1, hands: 1, ear: 0 });
    expect(outcome).toMatchObject({ arrived: [0, 0, 1], stumbles: 1, reports: 1, repairs: 1 });
    expect(outcome.customers[2]).toBeGreaterThan(0);
  });
});

test('on a phone held upright taps call, on the pad and on the map, and let him walk', async () => {
  await tests.visit({ path: '/healthz', touch: true, size: PHONE }, async ({ page, address }) => {
    await resumeRoad(page, address, leaveRoad(6, { road: 1 }, isTogether));
    await usable(page, 'call-ahead').tap();
    await waitForWords(page, 1);
    // The cell that a call leads to is a second place for it on the map.
    const twins = page.locator('.theatre-twin');
    const boxes = await twins.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.length).toBeGreaterThan(0);
    const downmost = boxes.findIndex(({ y }) => y === Math.max(...boxes.map((box) => box.y)));
    await twins.nth(downmost).tap();
    await waitForWords(page, 2);
    await usable(page, 'go').tap();
    const ears = await openEars(page);
    await usable(page, 'look').waitFor();
    await ears.until(beginningOf(happenings.step));
    await control(page, 'go').waitFor({ state: 'detached' });
    await usable(page, 'rest').tap();
    await waitForReveal(page);
    const { input, outcome } = await readPlayed(page);
    expect(input).toBe('touch');
    expect(outcome).toMatchObject({ stumbles: 0, strides: 2, calls: 2 });
  });
});

test('one switch calls, lets him walk, looks again and sits down', async () => {
  const settings = { scan: { on: true, periodMs: 800 } };
  await tests.visit({ path: '/healthz', settings, size: SMALL, quick: true }, async ({ page, address }) => {
    await resumeRoad(page, address, leaveRoad(6, { road: 1 }, isTogether));
    const ears = await openEars(page);
    await atLeisure(
      page,
      async () => {
        await pressOnStageBySwitch(page, 'call-ahead');
        await waitForWords(page, 1);
        await pressOnStageBySwitch(page, 'go');
        // Whoever looks again before he has taken the stride calls him off.
        await ears.until(beginningOf(happenings.step));
        await pressOnStageBySwitch(page, 'look');
        await usable(page, 'call-ahead').waitFor({ state: 'attached' });
        await pressOnStageBySwitch(page, 'rest');
      },
      1,
    );
    await waitForReveal(page);
    const { input, outcome } = await readPlayed(page);
    expect(input).toBe('switch');
    expect(outcome).toMatchObject({ strides: 1, calls: 1 });
  });
});
