/** What the light of the stage does to eyes: flashes over whole runs, and what moves where nothing should. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { measureFlashes, type Film } from '../accessibility/flashes.ts';
import { layHeldClock, takeFilm } from './driver/held-clock.ts';
import { laySaved, makeAttempt, type SavedAct } from './driver/saved-things.ts';
import { SCREENS } from './driver/screens.ts';
import { openTests, type Tests } from './driver/visit.ts';

/** A small stage is drawn faster where there is no graphics card. */
const SMALL = [640, 360] as const;
/** A cell is a thirty-sixth of the stage across: a flash that is smaller is none by its area. */
const GRID = { columns: 36, rows: 20, stepMs: 50 } as const;
/** WCAG 2.2, 2.3.1. */
const MOST_FLASHES = 3;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Films the run that the reveal of another run shows, from the curtain to the end, at its own pace. */
async function filmOther(page: Page): Promise<Film> {
  const over = '.dialog-stage p[role="status"]';
  await page.locator('.reveal-other .button-main').click();
  await page.locator('.dialog-stage .lamp-loading').waitFor({ state: 'detached', timeout: 40_000 });
  await page.locator('.dialog-stage').getByRole('slider').fill('1');
  const film = await takeFilm(page, { ...GRID, seconds: 300, until: over });
  expect(await page.locator(over).innerText()).not.toBe('');
  return film;
}

test.each([
  { act: 'duck-pond', after: 'shooter' },
  { act: 'blind-and-lame', after: 'carriedReporting' },
  { act: 'air-before-infantry', after: 'idle' },
] as const)('a whole run of $act never flashes more than three times a second', async ({ act, after }) => {
  const attempt = makeAttempt(2, after, 7, { act: act satisfies SavedAct });
  await tests.visit({ path: '/healthz', size: SMALL }, async ({ page, address, context }) => {
    await laySaved(page, address, { records: [attempt] });
    await layHeldClock(context);
    await page.goto(`${address}/act/${act}/reveal/${attempt.id}`);
    const film = await filmOther(page);
    expect(film.levels.length / (GRID.columns * GRID.rows)).toBeGreaterThan(500);
    expect(measureFlashes(film).most).toBeLessThanOrEqual(MOST_FLASHES);
  });
});

/** By how much each cell's light changes from frame to frame, in levels of 255: the middle of all frames of a film. */
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

/** Where somebody thinks: nothing happens there of itself, so with calm motion nothing may move. */
test.each(['road-looking', 'province-planning'])(
  'with calm motion nothing moves on the stage of %s while one thinks',
  async (name) => {
    const screen = SCREENS.find((each) => each.name === name);
    const saved = screen?.saved?.();
    if (screen === undefined || saved === undefined) throw new Error(`${name} is no screen of an act under way`);
    const unrest: number[] = [];
    for (const reducedMotion of [false, true]) {
      await tests.visit({ path: '/healthz', size: SMALL, reducedMotion }, async ({ page, address, context }) => {
        await laySaved(page, address, saved);
        await layHeldClock(context);
        await page.goto(address + screen.path);
        await page.locator('.theatre-slot canvas').waitFor({ timeout: 40_000 });
        await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 40_000 });
        // The curtain goes up, and everything takes its place.
        await takeFilm(page, { columns: 1, rows: 1, stepMs: 50, seconds: 4 });
        unrest.push(unrestOf(await takeFilm(page, { ...GRID, seconds: 3 })));
      });
    }
    const [moving = 0, calm = 0] = unrest;
    expect(moving).toBeGreaterThan(0.15);
    expect(calm).toBeLessThan(0.05);
  },
);
