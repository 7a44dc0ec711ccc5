import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has. */
const MOST_STOPS = 120;

/** Tabs on until the focus is on the wanted thing, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(wanted)}`);
}

/** Tabs to a thing and presses Enter on it. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Tabs into a group of radio buttons and walks to the wanted one with the arrows. */
export async function chooseRadio(page: Page, group: Locator, wanted: number): Promise<void> {
  const radios = group.getByRole('radio');
  await radios.first().waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let step = 0; step < (await radios.count()); step++) {
    if (await radios.nth(wanted).isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('the arrows never come to the wanted answer');
}

async function isFocused(wanted: Locator): Promise<boolean> {
  return (await wanted.count()) > 0 && wanted.first().evaluate((element) => element === document.activeElement);
}
