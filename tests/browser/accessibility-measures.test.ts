/** The measures of the other accessibility tests, on a page in which one thing after another is spoilt: each must be found. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { findCrowded, pseudoLocalise } from './driver/crowding.ts';
import { findUnmarked } from './driver/languages-marked.ts';
import { findFaint, measureRing } from './driver/seen.ts';
import { countStops, findAgainstOrder, walkWithTab, type Stop } from './driver/tab-walk.ts';
import { findSmall } from './driver/targets.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Rules that spoil the page, past its own style sheets. */
async function spoil(page: Page, rules: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, rules);
  await page.waitForTimeout(50);
}

/** The ring of the first stop that is a button. */
async function ringOfButton(page: Page): Promise<number> {
  let ring = Number.NaN;
  await walkWithTab(page, async (stop) => {
    if (Number.isNaN(ring) && stop.make.startsWith('button.')) ring = await measureRing(page, stop);
  });
  return ring;
}

test('each measure finds what it is for, and nothing on the page as it is', async () => {
  await tests.visit({ path: '/join', reducedMotion: true, settings: { captions: false } }, async ({ page }) => {
    await page.locator('.join-code').waitFor();
    await page.evaluate(() => document.fonts.ready);
    const covered = (stops: readonly Stop[]): readonly string[] => stops.flatMap((stop) => stop.covered);

    const stops = await walkWithTab(page);
    expect(stops).toHaveLength(await countStops(page));
    expect(findAgainstOrder(stops)).toEqual([]);
    expect(covered(stops)).toEqual([]);
    expect(await ringOfButton(page)).toBeGreaterThanOrEqual(1);
    expect([await findFaint(page), await findSmall(page), await findCrowded(page), await findUnmarked(page)]).toEqual([
      [],
      [],
      [],
      [],
    ]);

    await spoil(page, '* { outline: 1px solid #5c4a3c !important; outline-offset: -1px; box-shadow: none !important }');
    expect(await ringOfButton(page)).toBeLessThan(1);
    await spoil(
      page,
      'header { position: fixed !important; inset: auto 0 0; height: 75vh; z-index: 9; background: #000 }',
    );
    expect(covered(await walkWithTab(page))).not.toEqual([]);
    await spoil(page, 'main * { color: #b09a78 !important }');
    expect(await findFaint(page)).not.toEqual([]);
    // Over art: the words are as dark as ever, and so is what lies behind half of them.
    await spoil(
      page,
      'main .sheet, main .sheet * { background: repeating-linear-gradient(90deg, #3a2a20 0 30px, #fff 30px 60px) }',
    );
    expect(await findFaint(page)).not.toEqual([]);
    await spoil(page, '.top-tools button { width: 30px !important; min-width: 0 !important }');
    expect(await findSmall(page)).not.toEqual([]);
    await spoil(
      page,
      'main label, main button { height: 20px; width: 40px; min-height: 0; overflow: hidden; white-space: nowrap; display: block }',
    );
    expect((await findCrowded(page)).join()).toContain('cut off');
    await spoil(page, 'main .sheet { transform: translateY(-74px) }');
    expect((await findCrowded(page)).join()).toContain('lie over each other');
    await spoil(page, 'main h1 { width: max-content; max-width: 11ch; overflow: hidden; white-space: nowrap }');
    expect(await findCrowded(page)).toEqual([]);
    await pseudoLocalise(page);
    expect(await findCrowded(page)).not.toEqual([]);
    await spoil(page, '');
    await page.evaluate(() => {
      document.querySelector('main h1')?.append('点将台');
      document.querySelector<HTMLElement>('main button')?.setAttribute('tabindex', '7');
      const last = document.createElement('a');
      last.href = '#';
      last.textContent = 'пояснение';
      // A trap: who comes to it is sent back.
      last.addEventListener('focus', () => document.querySelector<HTMLElement>('main h1')?.focus());
      document.querySelector('main')?.append(last);
    });
    expect(await findUnmarked(page)).toHaveLength(2);
    const after = await walkWithTab(page);
    expect(findAgainstOrder(after)).not.toEqual([]);
    expect(after).not.toHaveLength(await countStops(page));
  });
});
