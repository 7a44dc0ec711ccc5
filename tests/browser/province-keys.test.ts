import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { DOWN_PANEL, walkTo } from './driver/act-on-stage.ts';
import {
  comeToBill,
  leaveShort,
  readFought,
  readName,
  readNumbers,
  say,
  usable,
  waitForPlan,
} from './driver/campaign-on-stage.ts';
import { openEars, type Ears } from './driver/ears.ts';
import { enter } from './driver/keyboard.ts';
import { pressBySwitch, pressOnStageBySwitch } from './driver/switch.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

/** The middle of the hand-made province, as the texts count it and as the rules do. */
const N = 4;
const TOWN = `town-${N - 1}`;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Listens until something is said that holds these words, and gives all that was said up to there. */
async function listenUntil(ears: Ears, wanted: string): Promise<string> {
  let heard = '';
  while (!heard.includes(wanted)) heard += ` ${await ears.next()}`;
  return heard;
}

/** The purse after the week, as the plan promises it. */
async function readPromise(page: Page): Promise<number> {
  const sum = await page.getByText(/^Next week: /).textContent();
  return readNumbers(sum ?? '', /^Next week: (\d+) in the purse/)[0] ?? Number.NaN;
}

test('two weeks from the playbill to the reveal by keyboard, and every promise is kept', async () => {
  await tests.visit({ path: '/healthz', size: [844, 390], quick: true }, async ({ page, address }) => {
    await comeToBill(page, address, leaveShort(2));
    const ears = await openEars(page);
    await enter(page, page.getByRole('link', { name: words('playbill.resume') }));
    await waitForPlan(page, 1);
    const order = async (kind: string): Promise<void> => {
      await walkTo(page, `order-${kind}`, DOWN_PANEL);
      const undo = say({ key: `actions.undo.${kind}`, values: { n: N } });
      await expect.poll(() => readName(page, 'undo'), { timeout: 60_000 }).toBe(undo);
    };

    await walkTo(page, TOWN);
    await listenUntil(ears, say({ key: 'happenings.choose', values: { n: N } }));
    await order('recon');
    await order('posters');
    await order('supply');
    await walkTo(page, 'undo');
    await listenUntil(ears, say({ key: 'happenings.undoneWide', values: { kind: 'supply', left: 93 } }));
    expect(await readName(page, 'undo')).toBe(say({ key: 'actions.undo.posters', values: { n: N } }));
    const [low = 0, high = 0] = readNumbers(await readName(page, TOWN), /unseen: (\d+) to (\d+)/);
    expect(low).toBeLessThan(high);
    const promised = await readPromise(page);
    await walkTo(page, 'march');
    const first = await listenUntil(ears, 'Week 1 is over.');
    const [seen = 0] = readNumbers(first, /Scout, [^:]+: walls (\d+)/);
    expect(seen).toBeGreaterThanOrEqual(low);
    expect(seen).toBeLessThanOrEqual(high);
    expect(readNumbers(first, /over\. Purse: (\d+)/)).toEqual([promised]);

    // The week that keys have ended leaves them on the map, not on what would end the next one too.
    await waitForPlan(page, 2);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(TOWN);

    // Now the walls are known: what is shown is what will be, to the last point and coin.
    await expect.poll(() => readName(page, 'order-posters'), { timeout: 60_000 }).toMatch(/walls \d+, then \d+/);
    const [lowered] = readNumbers(await readName(page, 'order-posters'), /, then (\d+)/);
    await order('posters');
    await expect.poll(() => readName(page, TOWN), { timeout: 60_000 }).toContain(`Walls: ${lowered}.`);
    const force = /price (\d+)\. .+ will fall: walls (\d+), pays (\d+)/;
    const [cost = 0, walls = 0] = readNumbers(await readName(page, 'order-infantry'), force);
    expect(walls).toBe(lowered);
    await order('infantry');
    const last = await readPromise(page);
    await walkTo(page, 'march');
    const told = await listenUntil(ears, 'The campaign is over.');
    expect(told).toContain(say({ key: 'happenings.taken', values: { n: N, walls, cost } }));
    const [worth, purse] = readNumbers(told, /Worth in all: (\d+)\. Purse: (\d+)/);
    expect(purse).toBe(last);

    await page.waitForURL('**/reveal/**', { timeout: 90_000 });
    await page.locator('h1').waitFor();
    const { input, outcome } = await readFought(page);
    expect(input).toBe('keyboard');
    expect(outcome).toMatchObject({ taken: 1, fallen: 0, score: worth });
    expect(outcome.money).toEqual([promised, last]);
  });
});

test('one switch comes to a town, gives an order and marches', async () => {
  const settings = { scan: { on: true, periodMs: 1200 } };
  await tests.visit({ path: '/healthz', settings, size: [844, 390], quick: true }, async ({ page, address }) => {
    await comeToBill(page, address, leaveShort(1));
    await pressBySwitch(page, page.getByRole('link', { name: words('playbill.resume') }));
    await waitForPlan(page, 1);
    await pressOnStageBySwitch(page, 'town-1');
    await page.locator('[data-id="town-1"][aria-pressed="true"]').waitFor({ state: 'attached' });
    await pressOnStageBySwitch(page, 'order-recon');
    await usable(page, 'undo').waitFor({ state: 'attached' });
    await pressOnStageBySwitch(page, 'march');
    await page.waitForURL('**/reveal/**', { timeout: 90_000 });
    await page.locator('h1').waitFor();
    const { input, outcome } = await readFought(page);
    expect(input).toBe('switch');
    expect(outcome.spent.recon).toEqual([2]);
  });
});
