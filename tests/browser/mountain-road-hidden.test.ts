import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { RoadState } from '../../src/acts/blind-and-lame/rules/state.ts';
import type { Passage } from '../../src/acts/blind-and-lame/rules/places.ts';
import type { Draft } from '../../src/player/drafts/draft.ts';
import { control, goOn } from './driver/act-on-stage.ts';
import { isTogether, leaveRoad, resumeRoad, ROAD, ROAD_TEXTS, waitForRoad } from './driver/road-on-stage.ts';
import { readStore } from './driver/saved-things.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

const SMALL = [640, 360] as const;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** The passage has just begun. */
function isIn(passage: Passage): (state: RoadState) => boolean {
  return (state) => state.passage === passage && !state.isBetween;
}

/** Everything that the page tells to eyes and to ears, but for the seconds of light. */
async function readPage(page: Page): Promise<string> {
  const [tree, captions] = await Promise.all([
    page.locator('body').ariaSnapshot(),
    page.locator('.theatre-captions').evaluate((element) => element.textContent),
  ]);
  return `${tree}\n${captions}`.replace(patternOf(ROAD_TEXTS.gauges.light), 'light');
}

/** Finds a text whatever was put into it. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}|\$t\([^)]*\)/);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)).join('[^.:]+?'));
}

/** All texts of a branch, as patterns. */
function patternsIn(branch: unknown): readonly RegExp[] {
  return typeof branch === 'string' ? [patternOf(branch)] : Object.values(branch as object).flatMap(patternsIn);
}

function found(patterns: readonly RegExp[], text: string): readonly string[] {
  return patterns.filter((pattern) => pattern.test(text)).map(String);
}

const MAP = patternsIn(ROAD_TEXTS.map.say);
const STAFF = patternsIn([ROAD_TEXTS.walk, ROAD_TEXTS.voice]);

test('who has no eyes is told nothing of the map, and who has no legs nothing of the staff', async () => {
  const told: string[] = [];
  const roads = [6, 9].map((seed) => leaveRoad(seed, {}, isIn('blind')));
  expect(roads[0]?.state.road.drawn).not.toEqual(roads[1]?.state.road.drawn);
  for (const road of roads) {
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      await resumeRoad(page, address, road);
      told.push(await readPage(page));
      expect(await page.locator('[data-id^="call-"], .theatre-twin, [data-id="look"]').count()).toBe(0);
      expect(found(STAFF, told.at(-1) ?? '')).not.toEqual([]);
      expect(found(MAP, told.at(-1) ?? '')).toEqual([]);

      if (road !== roads[0]) return;
      await control(page, 'rest').click();
      await control(page, 'call-ahead').waitFor({ state: 'attached' });
      await expect.poll(async () => found(MAP, await readPage(page)), { timeout: 60_000 }).not.toEqual([]);
      expect(found(STAFF, await readPage(page))).toEqual([]);
      expect(await page.locator('[data-id^="step-"], [data-id="report"], [data-id="sound"]').count()).toBe(0);
    });
  }
  // Two roads that differ in everything look and sound the same to who has not set out yet.
  expect(told[0]).toBe(told[1]);
});

test.each([
  ['two', { hands: 2, ear: 0 }, ROAD_TEXTS.walk.left, 4],
  ['ear', { hands: 1, ear: 1 }, ROAD_TEXTS.walkEar.left, 0],
] as const)(
  'an unfinished run of the way "%s" goes on in that way after a reload',
  async (_way, parameters, step, calls) => {
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      const expectWay = async (): Promise<void> => {
        await waitForRoad(page);
        expect(await control(page, 'step-left').textContent()).toBe(step);
        expect(await page.locator('[data-id^="call-"]').count()).toBe(calls);
      };
      await resumeRoad(page, address, leaveRoad(6, parameters, isTogether));
      await expectWay();
      await page.reload();
      await goOn(page);
      await expectWay();
      const [draft] = (await readStore(page, 'drafts')) as Draft[];
      expect(draft?.replay.parameters).toMatchObject(parameters);

      await page.goto(`${address}${ROAD}`);
      await page.getByRole('link', { name: words('playbill.resume') }).click();
      await expectWay();
    });
  },
);
