/** What an act's first playable frame costs on the line: the bench tells it, and a test of the built game holds it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import type { Tests } from '../../tests/browser/driver/visit.ts';
import { DESKTOP, onFreshPage } from './fresh-page.ts';
import type { Transfer } from './watch-transfer.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The most that may come over the line before an act can be played, in kilobytes of 1,000 bytes; the same for every act. */
export const FIRST_FRAME_KB = 480;

/** The acts of the campaign that can be played, in its order. */
export const OPEN_ACTS: readonly string[] = (
  JSON.parse(readFileSync(join(ROOT, 'levels/campaign.json'), 'utf8')) as { readonly acts: readonly string[] }
).acts.filter((act) => existsSync(join(ROOT, 'src/acts', act, 'stage/index.ts')));

/** What was asked for before the mark has come by then; on the line of these tests it takes a few milliseconds. */
const COME_MS = 1500;

/**
 * Everything that had been asked for when the act could be played, on an empty cache, by its address alone: a font that
 * was still on its way shared the line with all else, and so it counts.
 */
export async function listFirstFrame(tests: Tests, act: string): Promise<readonly Transfer[]> {
  return onFreshPage(tests, DESKTOP, async ({ page, watch }) => {
    await page.goto(`${tests.product.address}/act/${act}/play?seed=7`);
    const playable = await waitForPlayable(page);
    await page.waitForTimeout(COME_MS);
    const later = new Set(await page.evaluate(listAskedAfter, playable));
    return watch.list().filter(({ url }) => !later.has(url));
  });
}

/** In the page: what was asked for after a moment. */
function listAskedAfter(moment: number): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime > moment)
    .map(({ name }) => name);
}

/**
 * Waits for the mark that is set when the whole stage has been drawn and handed to the screen with its controls in place,
 * and the rules have begun to tick; the curtain is then on its way up.
 *
 * @returns milliseconds since the page was asked for
 */
export async function waitForPlayable(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('first-playable').length > 0, undefined, {
    timeout: 60_000,
    polling: 20,
  });
  return page.evaluate(() => performance.getEntriesByName('first-playable')[0]?.startTime ?? Number.NaN);
}
