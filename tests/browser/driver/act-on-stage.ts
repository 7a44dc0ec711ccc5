import type { Locator, Page } from 'playwright-core';

/** The button of one of the act's controls (`tool-grain`, `spot-3`, `sleep`). */
export function control(page: Page, id: string): Locator {
  return page.locator(`[data-id="${id}"]`);
}

/** Waits until the curtain is up and an evening is on. */
export async function waitForEvening(page: Page): Promise<void> {
  await page.locator('[data-id="sleep"]:not([aria-disabled="true"])').waitFor({ timeout: 40_000 });
}

/** How many evenings the act has. */
export const EVENINGS = 5;

/**
 * Plays the act to its reveal: on the first evening a handful of grain and a coat of glue, and every evening ends early.
 *
 * @param press how this player presses a control
 */
export async function playToReveal(page: Page, press: (id: string) => Promise<void>): Promise<void> {
  for (let evening = 1; evening <= EVENINGS; evening++) {
    await waitForEvening(page);
    if (evening === 1) for (const id of ['tool-grain', 'spot-3', 'tool-glue', 'spot-2']) await press(id);
    await press('sleep');
    if (evening < EVENINGS) await page.locator('[data-id="sleep"][aria-disabled="true"]').waitFor();
  }
  await page.waitForURL('**/reveal/**', { timeout: 40_000 });
  await page.locator('h1').waitFor();
}
