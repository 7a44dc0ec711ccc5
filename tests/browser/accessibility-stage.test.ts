/** What is played, for hands, ears and eyes that need other things: names, what is said, what stands still, what is pressed twice. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import type { Film } from '../accessibility/flashes.ts';
import { control } from './driver/act-on-stage.ts';
import { layHeldClock, takeFilm } from './driver/held-clock.ts';
import { firstOfEachKind, layDebrief, LAID_DEBRIEF } from './driver/laid-debrief.ts';
import { laySaved } from './driver/saved-things.ts';
import { SCREENS } from './driver/screens.ts';
import { openTests, type Tests, type Visit, type VisitOptions } from './driver/visit.ts';
import { words } from './driver/words.ts';

const SMALL = [640, 360] as const;
const GRID = { columns: 36, rows: 20 } as const;
/** Where a film is not looked at. */
const NOTHING = { columns: 1, rows: 1, stepMs: 100 } as const;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Comes to an act under way, with the clock held and the curtain open. */
function comeToStage(name: string, options: VisitOptions, doing: (visit: Visit) => Promise<void>): Promise<void> {
  const screen = SCREENS.find((each) => each.name === name);
  const saved = screen?.saved?.();
  if (screen === undefined || saved === undefined) throw new Error(`${name} is no screen of an act under way`);
  return tests.visit({ path: '/healthz', size: SMALL, ...options }, async (visit) => {
    const { page, address, context } = visit;
    await laySaved(page, address, saved);
    await layHeldClock(context);
    await page.goto(address + screen.path);
    await page.locator('.theatre-slot canvas').waitFor({ timeout: 40_000 });
    await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 40_000 });
    await takeFilm(page, { ...NOTHING, seconds: 2.5 });
    await doing(visit);
  });
}

/** Names of the buttons that screen readers come to on the stage, and of those that are told whether they are pressed. */
async function readButtons(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('section.theatre').ariaSnapshot();
  return [...tree.matchAll(/- '?button(?: "((?:[^"\\]|\\.)*)")?/g)].map(([, name]) => name ?? '');
}

interface Said {
  readonly atMs: number;
  readonly words: string;
  readonly urgent: boolean;
}

/** Notes what the live regions of the stage say from now on, and when by the page's own clock. */
async function noteSaid(page: Page): Promise<() => Promise<readonly Said[]>> {
  await page.evaluate(() => {
    const said: Said[] = [];
    (window as unknown as { said: Said[] }).said = said;
    for (const region of document.querySelectorAll('section.theatre [aria-live]'))
      new MutationObserver(() => {
        said.push({ atMs: performance.now(), words: region.textContent, urgent: region.role === 'alert' });
      }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: Said[] }).said);
}

/** How much the picture changes from frame to frame: the middle one of all frames, in levels of 255. */
function unrestOf({ columns, rows, levels }: Film): number {
  const cells = columns * rows;
  const frames = Array.from({ length: levels.length / cells - 1 }, (_, n) => {
    let sum = 0;
    for (let at = (n + 1) * cells; at < (n + 2) * cells; at++)
      sum += Math.abs((levels[at] ?? 0) - (levels[at - cells] ?? 0));
    return sum / cells;
  }).sort((a, b) => a - b);
  return frames[Math.floor(frames.length / 2)] ?? 0;
}

/** Least time between two things that are said, in milliseconds; what is urgent may come at once. */
const A_SECOND = 1000;

describe.each([
  { name: 'act', act: 'duck-pond', presses: ['tool-grain', 'spot-3', 'sleep'] },
  { name: 'road-walking', act: 'blind-and-lame', presses: [] },
  { name: 'province-planning', act: 'air-before-infantry', presses: ['march'] },
])('on the stage of $act', ({ name, presses }) => {
  test('every button has a name of its own in every language, and is told whether it is pressed', async () => {
    await comeToStage(name, {}, async ({ page, context, address }) => {
      const other = await context.newPage();
      await other.goto(`${address}/settings`);
      for (const language of LANGUAGES) {
        await other.locator('main select').selectOption(language);
        await expect.poll(() => page.locator('.theatre').getAttribute('lang'), { timeout: 10_000 }).toBe(language);
        await takeFilm(page, { ...NOTHING, seconds: 0.5 });
        const names = await readButtons(page);
        expect(names.length, language).toBeGreaterThan(4);
        expect(
          names.filter((each) => each.trim() === ''),
          language,
        ).toEqual([]);
        expect(
          names.filter((each, n) => names.indexOf(each) !== n),
          language,
        ).toEqual([]);
      }
      await other.close();
    });
  });

  test('what changes is said at most once a second, and nothing is said while nothing happens', async () => {
    await comeToStage(name, {}, async ({ page }) => {
      const read = await noteSaid(page);
      for (const id of presses) {
        await control(page, id).click();
        await takeFilm(page, { ...NOTHING, seconds: 3 });
      }
      await takeFilm(page, { ...NOTHING, seconds: 12 });
      const said = await read();
      expect(said.length).toBeGreaterThan(1);
      const crowded = said.filter(
        ({ atMs, urgent }, n) =>
          n > 0 && !urgent && atMs > (said[n - 1]?.atMs ?? 0) && atMs - (said[n - 1]?.atMs ?? 0) < A_SECOND,
      );
      expect(crowded).toEqual([]);
    });
  });

  test('a pause stops the play, its clock and every picture', async () => {
    await comeToStage(name, {}, async ({ page }) => {
      const readGauges = (): Promise<string> => page.locator('.theatre-gauges').innerText();
      const before = await takeFilm(page, { ...GRID, stepMs: 50, seconds: 1 });
      expect(unrestOf(before)).toBeGreaterThan(0.1);
      await page.evaluate(() => window.heldClock.go());
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor();
      // The lamp goes down.
      await takeFilm(page, { ...NOTHING, seconds: 3 });
      const gauges = await readGauges();
      const still = await takeFilm(page, { ...GRID, stepMs: 50, seconds: 1 });
      await takeFilm(page, { ...NOTHING, stepMs: 1000, seconds: 30 });
      expect(await readGauges()).toBe(gauges);
      // The lamp comes to rest by ever smaller steps: less than one level of light in a hundred cells.
      expect(unrestOf(still)).toBeLessThan(0.01);
    });
  });
});

test('a button that is held, or pressed twice, does once what it says', async () => {
  await comeToStage('act', {}, async ({ page }) => {
    await page.evaluate(() => {
      window.heldClock.go();
      const counted = { presses: 0 };
      (window as unknown as { counted: typeof counted }).counted = counted;
      document.addEventListener('click', () => counted.presses++);
    });
    await control(page, 'tool-grain').focus();
    for (let n = 0; n < 5; n++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.evaluate(() => (window as unknown as { counted: { presses: number } }).counted.presses)).toBe(1);
    const evening = page.locator('.theatre-gauge[data-form="rounds"]');
    const past = (): Promise<number> => evening.locator('[data-state="past"]').count();
    const before = await past();
    await control(page, 'sleep').dblclick();
    await control(page, 'sleep').and(page.locator(':not([aria-disabled="true"])')).waitFor({ timeout: 40_000 });
    expect(await past()).toBe(before + 1);
  });
});

test('the second half of a double press does not go on to what has come into its place', async () => {
  const { 'single-choice': item } = firstOfEachKind();
  await tests.visit({ path: '/healthz' }, async ({ page, context, address }) => {
    await layDebrief(context, [item]);
    await page.goto(address + LAID_DEBRIEF);
    await page.locator('main').getByRole('radio').first().check({ force: true });
    await page.getByRole('button', { name: words('quiz.answer') }).click();
    const next = page.getByRole('button', {
      name: new RegExp(`^(${words('debrief.next')}|${words('debrief.finish')})$`),
    });
    await next.scrollIntoViewIfNeeded();
    const box = await next.boundingBox();
    if (box === null) throw new Error('there is no way on');
    // As if the first half had been the answer.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await page.locator('main .verdict').waitFor();
    await next.click();
    await page.locator('main .verdict').waitFor({ state: 'detached' });
  });
});
