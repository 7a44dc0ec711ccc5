import type { CDPSession, Page } from 'playwright-core';

import { waitForEvening } from '../../tests/browser/driver/act-on-stage.ts';
import { laySaved, makeDraft } from '../../tests/browser/driver/saved-things.ts';
import type { Tests } from '../../tests/browser/driver/visit.ts';
import { atMost, median, type Figure } from './figure.ts';

const BIRDS = 200;
/** The middle of the third evening, when the shore is full. */
const FULL_SHORE_TICK = 1400;
const RESTARTS = 100;
const SETTLED_AFTER = 10;

/** What the scene's own code costs in a frame, and what is left behind by showing the act again and again. */
export async function benchStage(tests: Tests): Promise<readonly Figure[]> {
  return [await benchFrames(tests), ...(await benchRestarts(tests))];
}

async function benchFrames(tests: Tests): Promise<Figure> {
  let frames: readonly number[] = [];
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    await laySaved(page, address, {
      drafts: [makeDraft('fullCycle', 7, FULL_SHORE_TICK, { changed: { ducks: BIRDS } })],
    });
    await page.goto(`${address}/act/duck-pond/play?measure`);
    await waitForEvening(page);
    await page.waitForTimeout(8000);
    frames = await page.evaluate(() => window['__theatre']?.frameMs() ?? []);
  });
  if (frames.length < 30) throw new Error(`only ${frames.length} frames were measured`);
  return atMost(`scene code of a frame at ${BIRDS} birds, median of ${frames.length}`, median(frames), 'ms', 4);
}

/** What may pile up. */
interface Counts {
  readonly textures: number;
  readonly canvases: number;
  readonly listeners: number;
  readonly objects: number;
}

async function benchRestarts(tests: Tests): Promise<readonly Figure[]> {
  let early: Counts | undefined;
  let late: Counts | undefined;
  await tests.visit({ path: '/act/duck-pond/play?seed=7&measure', size: [640, 360] }, async ({ page, context }) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await waitForEvening(page);
    for (let restart = 1; restart <= RESTARTS; restart++) {
      await restartAct(page);
      if (restart === SETTLED_AFTER) early = await count(page, devtools);
    }
    late = await count(page, devtools);
  });
  if (early === undefined || late === undefined) throw new Error('nothing was counted');
  const [from, to] = [early, late];
  const names = ['textures', 'canvases', 'listeners', 'objects'] as const;
  return names.map((name) =>
    atMost(`${name} gained from the ${SETTLED_AFTER}th to the ${RESTARTS}th showing`, to[name] - from[name], '', 0),
  );
}

/** Pauses, asks for a new run, confirms, and waits for the next first evening. */
async function restartAct(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const dialog = page.getByRole('dialog');
  await dialog.locator('.buttons-column button').nth(1).click();
  await dialog.locator('.buttons .button-main').click();
  await dialog.waitFor({ state: 'detached' });
  await waitForEvening(page);
}

async function count(page: Page, devtools: CDPSession): Promise<Counts> {
  await page.waitForTimeout(500);
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const listeners = metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN;
  const seen = await page.evaluate(() => ({
    canvases: document.querySelectorAll('canvas').length,
    ...window['__theatre']?.counts(),
  }));
  const { textures = Number.NaN, objects = Number.NaN, canvases } = seen as Record<string, number | undefined>;
  return { textures, objects, canvases: canvases ?? Number.NaN, listeners };
}
