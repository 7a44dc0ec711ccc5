import type { Locator, Page } from 'playwright-core';

/** Waits until the light is on a control of the page (or on its group, which a press opens), and presses the switch. */
export async function pressBySwitch(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (;;) {
    const isIt = await wanted.evaluate(
      (element) =>
        new Promise<boolean>((resolve) => {
          const group =
            element.closest('fieldset, section, form, nav, header, [role="group"], .sheet') ??
            document.querySelector('main');
          const look = (): void => {
            const lit = document.querySelector('.scan-lit');
            if (lit === element || lit === group) resolve(lit === element);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await page.keyboard.press('Space');
    if (isIt) return;
  }
}

/**
 * The same on the stage. Whoever is late and opens the next group waits until its light goes back to the groups, as
 * everybody must.
 */
export async function pressOnStageBySwitch(page: Page, id: string): Promise<void> {
  const wanted = page.locator(`[data-id="${id}"]`);
  for (;;) {
    const isIt = await wanted.evaluate(
      (element) =>
        new Promise<boolean>((resolve) => {
          const look = (): void => {
            const isLit = element.matches('[data-scanned]');
            if (isLit || element.parentElement?.matches('[data-scanned]') === true) resolve(isLit);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await page.keyboard.press('Space');
    if (isIt) return;
    // The light has left the group, or another press is heard by it: only then is there something new to see.
    await wanted.locator('xpath=..').and(page.locator(':not([data-scanned])')).waitFor({ state: 'attached' });
  }
}
