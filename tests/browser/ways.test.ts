import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { control } from './driver/act-on-stage.ts';
import { chooseRadio, enter } from './driver/keyboard.ts';
import { readStore } from './driver/saved-things.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';
import road from '../../levels/blind-and-lame/en.json' with { type: 'json' };

const ACT = '/act/blind-and-lame';
/** A small stage is drawn faster where there is no graphics card. */
const SMALL = [640, 360] as const;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const way = (page: Page, id: string) => page.locator(`input[name="way"][value="${id}"]`);

/** Sits down in every passage that comes, until the reveal is there. */
async function restToReveal(page: Page): Promise<void> {
  const rest = page.locator('[data-id="rest"]:not([aria-disabled="true"])');
  for (let passage = 0; passage < 3; passage++) {
    await rest.waitFor({ timeout: 90_000 });
    await rest.focus();
    await page.keyboard.press('Enter');
    if (passage < 2) await page.locator('[data-id="rest"][aria-disabled="true"]').waitFor();
  }
  await page.waitForURL('**/reveal/**', { timeout: 90_000 });
}

/** The parameters of the runs that were played to their end on this device. */
async function readPlayed(page: Page): Promise<readonly Readonly<Record<string, number>>[]> {
  const records = (await readStore(page, 'records')) as {
    readonly type: string;
    readonly payload: { readonly replay?: { readonly parameters: Readonly<Record<string, number>> } };
  }[];
  return records.flatMap(({ type, payload }) =>
    type === 'attempt' && payload.replay ? [payload.replay.parameters] : [],
  );
}

test('the way to play is chosen with the keyboard, kept with the run and remembered', async () => {
  await tests.visit({ path: `${ACT}?seed=7`, size: SMALL, quick: true }, async ({ page, address }) => {
    await chooseRadio(page, page.getByRole('group').first(), 2);
    await chooseRadio(page, page.getByRole('group').nth(1), 1);
    await enter(page, page.getByRole('button', { name: words('playbill.raise') }));
    await restToReveal(page);
    expect(await readPlayed(page)).toMatchObject([{ hands: 2, ear: 0, road: 0 }]);
    await page.getByText(words('reveal.otherWay')).waitFor();

    await page.goto(`${address}${ACT}`);
    expect(await way(page, 'two').isChecked()).toBe(true);
  });
});

test('the first run of the usual way has its own road, and the next one has not', async () => {
  await tests.visit({ path: `${ACT}/play?seed=7`, size: SMALL, quick: true }, async ({ page, address }) => {
    await restToReveal(page);
    await page.goto(`${address}${ACT}/play?seed=7`);
    await restToReveal(page);
    expect((await readPlayed(page)).map(({ road, hands }) => [road, hands])).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });
});

test('the address may ask for a way, until another one is chosen', async () => {
  await tests.visit({ path: `${ACT}?way=ear&seed=7`, size: SMALL, quick: true }, async ({ page }) => {
    expect(await way(page, 'ear').isChecked()).toBe(true);
    await page.getByRole('radio').first().check({ force: true });
    await page.getByRole('button', { name: words('playbill.raise') }).click();
    await control(page, 'step-left').waitFor({ state: 'attached', timeout: 90_000 });
    expect(await control(page, 'step-left').textContent()).toBe(road.walkEar.left);
    expect(new URL(page.url()).search).toBe('?seed=7');
  });
});
