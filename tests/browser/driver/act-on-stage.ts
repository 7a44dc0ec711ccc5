import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

import { atLeisure } from './quick-clock.ts';
import { words } from './words.ts';

/** The button of one of the act's controls (`tool-grain`, `spot-3`, `sleep`). */
export function control(page: Page, id: string): Locator {
  return page.locator(`[data-id="${id}"]`);
}

/** Waits until the curtain is up and an evening is on. */
export async function waitForEvening(page: Page): Promise<void> {
  await page.locator('[data-id="sleep"]:not([aria-disabled="true"])').waitFor({ timeout: 90_000 });
}

/** A run that came back with its page waits with the lamp turned down; this turns it up again. */
export async function goOn(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('pause.resume') })
    .click({ timeout: 90_000 });
}

/**
 * Waits for an evening after the one that was, or for the reveal; resolves to the evening's number, or to 0 at the reveal.
 * Nights are short, and a busy machine may look only after one, or while an evening has ended by itself.
 */
async function waitForEveningAfter(page: Page, was: number): Promise<number> {
  const come = await page.waitForFunction(
    (last) => {
      if (location.pathname.includes('/reveal/')) return { evening: 0 };
      const notches = [...document.querySelectorAll<HTMLElement>('[data-gauge="evening"] i')];
      const evening = 1 + notches.findIndex((notch) => notch.dataset['state'] === 'now');
      const isOn = document.querySelector('[data-id="sleep"]:not([aria-disabled="true"])') !== null;
      return isOn && evening > last && { evening };
    },
    was,
    { timeout: 90_000 },
  );
  const { evening } = (await come.jsonValue()) as { evening: number };
  return evening;
}

/**
 * Plays the act to its reveal: on the first evening a handful of grain and a coat of glue, and every evening ends early.
 *
 * @param press how this player presses a control
 * @param isHeld whether time is held at each press anyhow; else it passes slowly while this player has something to do
 */
export async function playToReveal(page: Page, press: (id: string) => Promise<void>, isHeld = false): Promise<void> {
  for (
    let evening = await waitForEveningAfter(page, 0);
    evening > 0;
    evening = await waitForEveningAfter(page, evening)
  ) {
    const play = async (): Promise<void> => {
      if (evening === 1) for (const id of ['tool-grain', 'spot-3', 'tool-glue', 'spot-2']) await press(id);
      await press('sleep');
    };
    await (isHeld ? play() : atLeisure(page, play));
  }
  await page.locator('h1').waitFor();
}

/** The arrows that walk on and back within a group of the stage or the toolbar; a panel's orders stand in a column. */
const ALONG = ['ArrowRight', 'ArrowLeft'] as const;
export const DOWN_PANEL = ['ArrowDown', 'ArrowUp'] as const;

/** Comes to a control as the keyboard does: Tab to its group, arrows within it, Enter. */
export async function walkTo(page: Page, id: string, [on, back]: readonly [string, string] = ALONG): Promise<void> {
  const wanted = control(page, id);
  const group = wanted.locator('xpath=..');
  for (let stop = 0; stop < 20; stop++) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  const ids = await group
    .locator('[data-id]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-id') ?? ''));
  for (let step = 0; step < ids.length; step++) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-id'));
    if (at === id) break;
    await page.keyboard.press(ids.indexOf(at ?? '') < ids.indexOf(id) ? on : back);
  }
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(id);
  await page.keyboard.press('Enter');
}
