import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { DIRECTIONS, type Direction } from '../../src/acts/blind-and-lame/rules/intents.ts';
import { openEars, type Ears } from './driver/ears.ts';
import { chooseRadio, enter, tabTo } from './driver/keyboard.ts';
import { ARROWS_BY_EAR, beginningOf, readPlayed, ROAD, ROAD_TEXTS } from './driver/road-on-stage.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

/** On this road the map is wrong once on the way that the lame man calls, and the rest of it can be walked in time. */
const SEED = 46;
const SIZE = [640, 360] as const;
/** The road's part of a stage of that size, beside the glimmer of the lamp, the captions and the leaves for a thumb. */
const ROADSIDE = { x: 112, y: 110, width: 200, height: 220 } as const;
/** Levels of 255 that pass for black. */
const BLACK = 3;

const { happenings } = ROAD_TEXTS;
const STUMBLE = beginningOf(happenings.stumble);
const CLOSED = happenings.bump.slice(happenings.bump.lastIndexOf(')') + 1);
const TOLD = beginningOf(happenings.agrees_other);
const ARRIVED = beginningOf(happenings.sunset.arrived_other);

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** The brightest level, 0 to 255, of any channel at the roadside. */
async function readBrightest(page: Page): Promise<number> {
  const { channels } = await sharp(await page.screenshot({ clip: ROADSIDE }))
    .removeAlpha()
    .stats();
  return Math.max(...channels.map(({ max }) => max));
}

/** Nothing of the road is seen, as soon as the lamp has done with its flash at what was pressed or reached. */
async function expectDark(page: Page): Promise<void> {
  await expect.poll(() => readBrightest(page), { timeout: 60_000 }).toBeLessThanOrEqual(BLACK);
}

/** The word that he calls in what was said, if he calls one. */
function hearCall(said: string): Direction | null {
  return (
    DIRECTIONS.find((to) => said.includes(happenings.hears.replace('$t(words.{{to}})', ROAD_TEXTS.words[to]))) ?? null
  );
}

/**
 * Walks where the voice says and tells of every closed way, until they are at the last market. The focus stands on the
 * button for telling. `first`: what was said last, before the walk. `atMarket` is run on the way, when a market has been reached.
 */
async function walkByEar(page: Page, ears: Ears, first: string, atMarket: () => Promise<void>): Promise<void> {
  let isTelling = false;
  for (let said = first; ; said = await ears.next()) {
    if (said.includes(ARRIVED)) return;
    if (said.includes(beginningOf(happenings.market.first_other))) await atMarket();
    if (said.includes(STUMBLE) || said.includes(CLOSED)) {
      await page.keyboard.press('Enter');
      isTelling = true;
      continue;
    }
    if (said.includes(TOLD)) isTelling = false;
    const word = hearCall(said);
    // What he called before he was told of the stumble he would not call again.
    if (word !== null && !isTelling) await page.keyboard.press(ARROWS_BY_EAR[word]);
  }
}

/*
 * From the playbill on this player has nothing but what the live regions say, the name of what has the focus, and keys.
 * The pictures are taken by the test, not by the player.
 */
test('the road is walked to its end by ear alone, and nothing of it is drawn', async () => {
  await tests.visit({ path: `${ROAD}?seed=${SEED}`, size: SIZE }, async ({ page }) => {
    await chooseRadio(page, page.getByRole('group').first(), 1);
    await chooseRadio(page, page.getByRole('group').nth(1), 2);
    const ears = await openEars(page);
    await enter(page, page.getByRole('button', { name: words('playbill.raise') }));

    await ears.until(happenings.passage.blind);
    await enter(page, page.getByRole('button', { name: ROAD_TEXTS.actions.rest }));
    await ears.until(happenings.passage.lame);
    // The lame man's road is drawn: the dark that follows is not that of a stage that does not work.
    await expect.poll(() => readBrightest(page), { timeout: 60_000 }).toBeGreaterThan(100);
    await page.keyboard.press('Enter');
    const first = await ears.until(happenings.passage.together);
    await tabTo(page, page.getByRole('button', { name: beginningOf(ROAD_TEXTS.voice.report_other) }));
    await expectDark(page);
    let markets = 0;
    await walkByEar(page, ears, first, async () => {
      markets++;
      await expectDark(page);
    });
    expect(markets).toBeGreaterThan(0);

    await page.waitForURL('**/reveal/**', { timeout: 90_000 });
    await page.locator('h1').waitFor();
    const { input, outcome, replay } = await readPlayed(page);
    expect(input).toBe('keyboard');
    expect(replay.parameters).toMatchObject({ ear: 1, hands: 1, road: 0 });
    expect(outcome.arrived[2]).toBe(1);
    expect(outcome.customers[2]).toBeGreaterThan(0);
    expect(outcome.stumbles).toBeGreaterThan(0);
    expect(outcome.repairs).toBeGreaterThan(0);
  });
});
