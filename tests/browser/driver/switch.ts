import type { Locator, Page } from 'playwright-core';

/**
 * Waits until the light is on a control, or on the group that it is in; resolves to whether it is on the control. Where
 * the page has a quick clock, time is held from that moment: on a busy machine a key would come when the light has gone.
 */
function untilLit(wanted: Locator, place: 'page' | 'stage'): Promise<boolean> {
  return wanted.evaluate((element, where) => {
    const group =
      where === 'stage'
        ? element.parentElement
        : (element.closest('fieldset, section, form, nav, header, [role="group"], .sheet') ??
          document.querySelector('main'));
    const isLit = (each: Element | null): boolean =>
      each?.matches(where === 'stage' ? '[data-scanned]' : '.scan-lit') === true;
    return new Promise<boolean>((resolve) => {
      const look = (): void => {
        if (!isLit(element) && !isLit(group)) return;
        watcher.disconnect();
        window.quickClock?.hold();
        resolve(isLit(element));
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { subtree: true, attributes: true, attributeFilter: ['class', 'data-scanned'] });
      look();
    });
  }, place);
}

async function pressSwitch(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await page.evaluate(() => window.quickClock?.go());
}

/** Waits until the light is on a control of the page (or on its group, which a press opens), and presses the switch. */
export async function pressBySwitch(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let isIt = false; !isIt;) {
    isIt = await untilLit(wanted, 'page');
    await pressSwitch(page);
  }
}

/**
 * The same on the stage. Whoever is late and opens the next group waits until its light goes back to the groups, as
 * everybody must.
 */
export async function pressOnStageBySwitch(page: Page, id: string): Promise<void> {
  const wanted = page.locator(`[data-id="${id}"]`);
  for (;;) {
    const isIt = await untilLit(wanted, 'stage');
    await pressSwitch(page);
    if (isIt) return;
    // The light has left the group, or another press is heard by it: only then is there something new to see.
    await wanted.locator('xpath=..').and(page.locator(':not([data-scanned])')).waitFor({ state: 'attached' });
  }
}
