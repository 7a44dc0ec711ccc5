import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { DIRECTIONS, type Direction } from '../../src/acts/blind-and-lame/rules/intents.ts';
import { findWay } from '../../src/acts/blind-and-lame/rules/grid.ts';
import { control } from './driver/act-on-stage.ts';
import { openEars, type Ears } from './driver/ears.ts';
import { atLeisure } from './driver/quick-clock.ts';
import {
  ARROWS,
  beginningOf,
  isTogether,
  leaveRoad,
  LETTERS,
  readPlayed,
  resumeRoad,
  ROAD_TEXTS,
  usable,
} from './driver/road-on-stage.ts';
import { openTests, type Tests } from './driver/visit.ts';

/** A finger's least target, in CSS pixels. */
const FINGER = 44;

const { happenings } = ROAD_TEXTS;
/** The first road with two players: nobody is a stranger to how it begins. */
const TWO = leaveRoad(6, { hands: 2, road: 1 }, isTogether);
const [FIRST = 'ahead', SECOND = 'ahead'] = findWay(TWO.state.road.truth, TWO.state.at, TWO.state.road.markets[0] ?? 0);

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** What the map's player has just said: to the eye the road goes uphill and downhill. */
function saysCalled(word: Direction): string {
  const named = word === 'left' ? 'uphill' : word === 'right' ? 'downhill' : word;
  return happenings.called_one.replace('$t(words.{{to}})', ROAD_TEXTS.words[named]).replace('{{count}}', '1');
}

/** Both seats sit down, and the log says what they did. */
async function expectStrides(page: Page, strides: number, sit: (rest: Locator) => Promise<void>): Promise<void> {
  await sit(usable(page, 'rest'));
  await page.waitForURL('**/reveal/**', { timeout: 90_000 });
  await page.locator('h1').waitFor();
  const { outcome, replay } = await readPlayed(page);
  expect(replay.parameters).toMatchObject({ hands: 2 });
  expect(outcome).toMatchObject({ calls: strides, strides, gropes: 0, stumbles: 0 });
}

/** Both have said and done their part: the word is called, and walked as a stride. */
async function hearStride(ears: Ears, word: Direction): Promise<void> {
  const called = saysCalled(word);
  const stepped = beginningOf(happenings.step);
  let heard = '';
  while (!heard.includes(called) || !heard.includes(stepped)) heard += ` ${await ears.next()}`;
}

test('one keyboard serves two: arrows call the words, letters walk them', async () => {
  await tests.visit({ path: '/healthz', size: [640, 360], quick: true }, async ({ page, address }) => {
    await resumeRoad(page, address, TWO);
    const ears = await openEars(page);
    for (const to of DIRECTIONS) {
      await usable(page, `step-${to}`).waitFor({ state: 'attached' });
      await usable(page, `call-${to}`).waitFor({ state: 'attached' });
    }
    await atLeisure(page, async () => {
      await page.keyboard.press(ARROWS[FIRST]);
      await ears.until(saysCalled(FIRST));
      await page.keyboard.press(LETTERS[FIRST]);
      await ears.until(beginningOf(happenings.step));
      // Two hands at once: the one key is down before the other is let go.
      await page.keyboard.down(ARROWS[SECOND]);
      await page.keyboard.down(LETTERS[SECOND]);
      await page.keyboard.up(ARROWS[SECOND]);
      await page.keyboard.up(LETTERS[SECOND]);
      await hearStride(ears, SECOND);
    });
    await expectStrides(page, 2, (rest) => rest.click());
  });
});

/** Puts a finger on each of several buttons at once, and lifts them together. */
async function touchTogether(context: BrowserContext, page: Page, buttons: readonly Locator[]): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const touchPoints = await Promise.all(
    buttons.map(async (button, id) => {
      const box = await button.boundingBox();
      if (box === null) throw new Error('a finger has nothing to press');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, id };
    }),
  );
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

/** The boxes of the four leaves of a rosette. */
async function readLeaves(page: Page, group: 'step' | 'call'): Promise<readonly DOMRect[]> {
  return Promise.all(
    DIRECTIONS.map((to) =>
      control(page, `${group}-${to}`).evaluate((leaf) => leaf.getBoundingClientRect().toJSON() as DOMRect),
    ),
  );
}

test.each([
  ['lies on a table', [844, 390], 'x'],
  ['stands upright', [390, 844], 'y'],
] as const)('a phone that %s has a side for each of two, and feels both thumbs at once', async (_how, size, along) => {
  await tests.visit({ path: '/healthz', touch: true, size, quick: true }, async ({ page, context, address }) => {
    await resumeRoad(page, address, TWO);
    const ears = await openEars(page);
    const [steps, calls] = await Promise.all([readLeaves(page, 'step'), readLeaves(page, 'call')]);
    for (const { width, height } of [...steps, ...calls])
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(FINGER);
    // No leaf of the one rosette reaches as far as the other: the staff sits at the left or below, the map opposite.
    const [near, far] = along === 'x' ? [steps, calls] : [calls, steps];
    const end = along === 'x' ? 'right' : 'bottom';
    expect(Math.max(...near.map((leaf) => leaf[end]))).toBeLessThan(Math.min(...far.map((leaf) => leaf[along])));

    await atLeisure(page, async () => {
      await usable(page, `call-${FIRST}`).tap();
      await ears.until(saysCalled(FIRST));
      await usable(page, `step-${FIRST}`).tap();
      await ears.until(beginningOf(happenings.step));
      await touchTogether(context, page, [usable(page, `call-${SECOND}`), usable(page, `step-${SECOND}`)]);
      await hearStride(ears, SECOND);
    });
    await expectStrides(page, 2, (rest) => rest.tap());
  });
});
