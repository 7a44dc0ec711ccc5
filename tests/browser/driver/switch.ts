import type { Locator, Page } from 'playwright-core';

import { control } from './act-on-stage.ts';

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

/** Presses the switch when the light is on the group of one of the act's controls, and again when it is on the control. */
export async function pressOnStageBySwitch(page: Page, id: string): Promise<void> {
  const button = control(page, id);
  const lit = page.locator('[data-scanned]');
  await button.locator('xpath=..').and(lit).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await button.and(lit).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
}
