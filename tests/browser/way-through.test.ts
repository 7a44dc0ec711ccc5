import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { control, playToReveal, waitForEvening } from './driver/act-on-stage.ts';
import { chooseRadio, enter, tabTo } from './driver/keyboard.ts';
import { readStore } from './driver/saved-things.ts';
import { words } from './driver/words.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** What the one attempt on this device says about how it was played. */
async function readInput(page: Page): Promise<string | undefined> {
  const records = (await readStore(page, 'records')) as { type: string; payload: { input?: string } }[];
  const attempts = records.filter(({ type }) => type === 'attempt');
  expect(attempts).toHaveLength(1);
  return attempts[0]?.payload.input;
}

test('from the title to the end of the debrief with the keyboard only', async () => {
  await tests.visit({ path: '/?seed=7', size: [844, 390] }, async ({ page }) => {
    await enter(page, page.getByRole('link', { name: words('title.play') }));
    await chooseRadio(page, page.getByRole('group'), 1);
    await enter(page, page.getByRole('button', { name: words('welcome.answer') }));
    await enter(page, page.locator('main').getByRole('link', { name: words('welcome.go') }));
    await enter(page, page.getByRole('link', { name: words('campaign.enter') }));
    await chooseRadio(page, page.getByRole('group'), 2);
    await enter(page, page.getByRole('button', { name: words('playbill.raise') }));

    await waitForEvening(page);
    await page.keyboard.press('Escape');
    const dialog = page.getByRole('dialog');
    await enter(page, dialog.getByRole('button').first());
    await dialog.waitFor({ state: 'detached' });
    await playToReveal(page, async (id) => walkTo(page, id));
    expect(await readInput(page)).toBe('keyboard');

    await enter(page, page.locator('a[href*="/debrief"]').last());
    await answerByKeyboard(page);
  });
});

/** Comes to a control as the keyboard does: Tab to its group, arrows within it, Enter. */
async function walkTo(page: Page, id: string): Promise<void> {
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
    await page.keyboard.press(ids.indexOf(at ?? '') < ids.indexOf(id) ? 'ArrowRight' : 'ArrowLeft');
  }
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(id);
  await page.keyboard.press('Enter');
}

/** Answers every item of the debrief, rightly or not, until it is over. */
async function answerByKeyboard(page: Page): Promise<void> {
  const main = page.locator('main');
  const submit = main.getByRole('button', { name: words('debrief.answer') });
  const next = main.getByRole('button', {
    name: new RegExp(`^(${words('debrief.next')}|${words('debrief.finish')})$`),
  });
  const done = main.getByRole('heading', { name: words('debrief.done') });
  let answered = 0;
  for (await submit.waitFor(); (await done.count()) === 0; answered++) {
    const options = main.getByRole('group');
    if ((await options.count()) > 0) {
      await chooseRadio(page, options, 0);
    } else {
      // A question of order: the first card goes one place down, and the focus goes with it.
      const card = main.locator('[data-card]').first();
      const name = await card.getAttribute('data-card');
      await tabTo(page, card);
      await page.keyboard.press('ArrowDown');
      expect(await main.locator('[data-card]').nth(1).getAttribute('data-card')).toBe(name);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-card'))).toBe(name);
    }
    await enter(page, submit);
    await next.waitFor();
    await enter(page, next);
    await submit.or(done).waitFor();
  }
  expect(answered).toBeGreaterThanOrEqual(3);
  await tabTo(page, main.getByRole('link', { name: words('page.toCampaign') }));
}

test('the act is finished with taps only', async () => {
  await tests.visit({ path: '/act/duck-pond?seed=7', touch: true, size: [390, 844] }, async ({ page }) => {
    await page.getByRole('radio').nth(2).locator('xpath=ancestor::label').tap();
    await page.getByRole('button', { name: words('playbill.raise') }).tap();
    await playToReveal(page, (id) => control(page, id).tap());
    expect(await readInput(page)).toBe('touch');
    await page.locator('a[href*="/debrief"]').last().tap();
    await page.waitForURL('**/debrief*');
  });
});

/** Waits until the light is on a control of the page (or on its group, which a press opens), and presses the switch. */
async function switchTo(page: Page, wanted: Locator): Promise<void> {
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

test('one switch goes from the title into the debrief', async () => {
  const settings = { scan: { on: true, periodMs: 800 } };
  await tests.visit({ path: '/?seed=7', settings, size: [844, 390] }, async ({ page }) => {
    await switchTo(page, page.getByRole('link', { name: words('title.play') }));
    await switchTo(page, page.getByRole('radio').nth(1));
    await switchTo(page, page.getByRole('button', { name: words('welcome.answer') }));
    await switchTo(page, page.locator('main').getByRole('link', { name: words('welcome.go') }));
    await switchTo(page, page.getByRole('link', { name: words('campaign.enter') }));
    await switchTo(page, page.getByRole('radio').nth(2));
    await switchTo(page, page.getByRole('button', { name: words('playbill.raise') }));
    await playToReveal(page, async (id) => {
      const button = control(page, id);
      await button.locator('xpath=..').and(page.locator('[data-scanned]')).waitFor({ state: 'attached' });
      await page.keyboard.press('Space');
      await button.and(page.locator('[data-scanned]')).waitFor({ state: 'attached' });
      await page.keyboard.press('Space');
    });
    expect(await readInput(page)).toBe('switch');

    await switchTo(page, page.locator('main a[href*="/debrief"]').last());
    const options = page.locator('main').getByRole('group').getByRole('radio');
    await page
      .locator('main')
      .getByRole('button', { name: words('debrief.answer') })
      .waitFor();
    if ((await options.count()) > 0) await switchTo(page, options.first());
    await switchTo(page, page.locator('main').getByRole('button', { name: words('debrief.answer') }));
    await page
      .locator('main')
      .getByRole('button', { name: words('debrief.next') })
      .waitFor();
  });
});
