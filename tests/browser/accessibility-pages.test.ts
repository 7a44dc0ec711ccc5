/**
 * The screens, each looked at once: the way of Tab, the ring and what lies over it, what is told, sizes for a finger,
 * contrast of what is drawn in both themes, long words at twice the size, and the marks of languages.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runAxe } from './driver/axe.ts';
import { findCrowded, pseudoLocalise } from './driver/crowding.ts';
import { layHeldClock } from './driver/held-clock.ts';
import { findUnmarked } from './driver/languages-marked.ts';
import { laySaved } from './driver/saved-things.ts';
import { openScreen, SCREENS, untilWhole } from './driver/screens.ts';
import { findFaint, measureRing } from './driver/seen.ts';
import { countStops, findAgainstOrder, walkWithTab } from './driver/tab-walk.ts';
import { findSmall } from './driver/targets.ts';
import { openTests, type Tests } from './driver/visit.ts';

const HD = { width: 1280, height: 720 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** One screen of every make; the others are made of their parts. */
const LOOKED_AT = new Set([
  'title',
  'welcome',
  'campaign',
  'playbill',
  'act',
  'pause-settings',
  'reveal',
  'debrief-feedback',
  'debrief-ordering',
  'debrief-matching',
  'debrief-sorting',
  'debrief-estimate',
  'debrief-cloze',
  'road-looking',
  'province-town',
  'join',
  'muster-run',
  'muster-result',
  'honour',
  'settings',
]);
/** What these ask is the bank's, and changes with it: only the order is looked at. */
const ASKING = /^(?:debrief|muster)-/;

/** Controls whose ring has been measured: all that are made alike have the same one. */
const ringed = new Set<string>();

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

async function wearContrast(page: Page, contrast: 'usual' | 'high'): Promise<void> {
  await page.evaluate((value) => void (document.documentElement.dataset['contrast'] = value), contrast);
  // With calm motion every change takes a millisecond.
  await page.waitForTimeout(50);
}

/** Lets all of a screen stand in the window at once; the stage, which is as tall as the window, stays as it is. */
async function standTall(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('dialog[open]')].map(({ scrollHeight }) => scrollHeight * 1.1);
    if (dialogs.length === 0 && document.querySelector('.theatre') !== null) return 0;
    return Math.max(document.documentElement.scrollHeight, ...dialogs);
  });
  if (height > HD.height) await page.setViewportSize({ width: HD.width, height: Math.ceil(height) });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await settle(page);
}

/** Waits until what follows from a change is there. What is drawn stands still again afterwards. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => window.heldClock.go());
  await untilWhole(page, 'en');
  await page.evaluate(() => window.heldClock.hold());
}

/** The tree that screen readers read, without the words between controls and without numbers. */
async function readTree(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree
    .split('\n')
    .filter((line) => !/^\s*- (?:text|\/url)\b/.test(line))
    .map((line) => line.replace(/^(\s*- (?:paragraph|strong|emphasis|time|status|listitem(?=: \S))).*$/, '$1'))
    .map((line) => line.replace(/"[^"]*"/g, (name) => name.replace(/\d+/g, '#')))
    .join('\n');
}

test.each(SCREENS.filter(({ name }) => LOOKED_AT.has(name)))(
  '$name can be seen, walked and touched by all',
  async (screen) => {
    const settings = { captions: false };
    await tests.visit({ path: '/healthz', reducedMotion: true, settings }, async ({ page, address, context }) => {
      if (screen.saved !== undefined) await laySaved(page, address, screen.saved());
      await layHeldClock(context);
      await openScreen(page, address, screen, 'en');
      await page.evaluate(() => window.heldClock.hold());

      const weak: string[] = [];
      const stops = await walkWithTab(page, async (stop) => {
        if (ringed.has(stop.make)) return;
        ringed.add(stop.make);
        const ring = await measureRing(page, stop);
        if (ring < 1) weak.push(`${stop.make}: ${ring.toFixed(2)} of the ring that it needs`);
      });
      expect(weak, 'rings that are hard to see').toEqual([]);
      expect(findAgainstOrder(stops), 'stops against the order of reading').toEqual([]);
      expect(stops.length, 'stops').toBe(await countStops(page));
      expect(
        stops.filter(({ covered }) => covered.length > 0).map(({ told, covered }) => `${told} under ${covered[0]}`),
      ).toEqual([]);
      if (!ASKING.test(screen.name)) {
        // On a stage what can be used changes with the play; its names have tests of their own.
        const tree =
          screen.arrive !== undefined && (await page.locator('.play-screen').count()) > 0 ? '' : await readTree(page);
        const told = [...stops.map((stop) => stop.told), '', tree, ''];
        await expect(told.join('\n')).toMatchFileSnapshot(`told/${screen.name}.txt`);
      }
      expect(await findUnmarked(page), 'words without the mark of their language').toEqual([]);

      await standTall(page);
      expect(await findFaint(page), 'faint').toEqual([]);
      await wearContrast(page, 'high');
      expect(await findFaint(page), 'faint in high contrast').toEqual([]);
      await page.setViewportSize(PHONE);
      await settle(page);
      expect(await runAxe(page), 'axe in high contrast').toEqual([]);
      await wearContrast(page, 'usual');

      expect(await findSmall(page), 'too small for a finger').toEqual([]);
      await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'));
      await settle(page);
      expect(await findCrowded(page), 'at twice the size').toEqual([]);
      await pseudoLocalise(page);
      expect(await findCrowded(page), 'at twice the size, in longer words').toEqual([]);
    });
  },
);
