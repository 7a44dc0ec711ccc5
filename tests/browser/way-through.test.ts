import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { control, playToReveal, waitForEvening, walkTo } from './driver/act-on-stage.ts';
import { answerByKeyboard } from './driver/answer-item.ts';
import { findItemOnPage } from './driver/item-on-page.ts';
import { chooseRadio, enter, tabTo } from './driver/keyboard.ts';
import { laySaved, makeAttemptByHand, readStore } from './driver/saved-things.ts';
import { firstOfEachKind, layDebrief } from './driver/laid-debrief.ts';
import { pressBySwitch, pressOnStageBySwitch } from './driver/switch.ts';
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
  await tests.visit({ path: '/?seed=7', size: [844, 390], quick: true }, async ({ page }) => {
    await enter(page, page.getByRole('link', { name: words('title.play') }));
    await chooseRadio(page, page.getByRole('group'), 1);
    await enter(page, page.getByRole('button', { name: words('welcome.answer') }));
    await enter(page, page.locator('main').getByRole('link', { name: words('welcome.go') }));
    await enter(page, page.getByRole('link', { name: words('campaign.enter') }).first());
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
    await answerAllByKeyboard(page);
  });
});

/** Answers every item of the debrief until it is over. */
async function answerAllByKeyboard(page: Page): Promise<void> {
  const main = page.locator('main');
  const submit = main.getByRole('button', { name: words('quiz.answer') });
  const next = main.getByRole('button', {
    name: new RegExp(`^(${words('debrief.next')}|${words('debrief.finish')})$`),
  });
  const done = main.getByRole('heading', { name: words('debrief.done') });
  let answered = 0;
  for (await submit.waitFor(); (await done.count()) === 0; answered++) {
    await answerByKeyboard(page, await findItemOnPage(page));
    await enter(page, submit);
    await next.waitFor();
    await enter(page, next);
    await submit.or(done).waitFor();
  }
  expect(answered).toBeGreaterThanOrEqual(3);
  await tabTo(page, main.getByRole('link', { name: words('page.toCampaign') }));
}

test('the act is finished with taps only', async () => {
  await tests.visit({ path: '/act/duck-pond?seed=7', touch: true, size: [390, 844], quick: true }, async ({ page }) => {
    await page.getByRole('radio').nth(2).locator('xpath=ancestor::label').tap();
    await page.getByRole('button', { name: words('playbill.raise') }).tap();
    await playToReveal(page, (id) => control(page, id).tap());
    expect(await readInput(page)).toBe('touch');
    await page.locator('a[href*="/debrief"]').last().tap();
    await page.waitForURL('**/debrief*');
  });
});

test('one switch goes from the title into the debrief', async () => {
  const settings = { scan: { on: true, periodMs: 800 } };
  await tests.visit({ path: '/?seed=7', settings, size: [844, 390], quick: true }, async ({ page, context }) => {
    await layDebrief(context, [firstOfEachKind()['single-choice']]);
    await pressBySwitch(page, page.getByRole('link', { name: words('title.play') }));
    await pressBySwitch(page, page.getByRole('radio').nth(1));
    await pressBySwitch(page, page.getByRole('button', { name: words('welcome.answer') }));
    await pressBySwitch(page, page.locator('main').getByRole('link', { name: words('welcome.go') }));
    await pressBySwitch(page, page.getByRole('link', { name: words('campaign.enter') }).first());
    await pressBySwitch(page, page.getByRole('radio').nth(2));
    await pressBySwitch(page, page.getByRole('button', { name: words('playbill.raise') }));
    await playToReveal(page, (id) => pressOnStageBySwitch(page, id), true);
    expect(await readInput(page)).toBe('switch');

    await pressBySwitch(page, page.locator('main a[href*="/debrief"]').last());
    await pressBySwitch(page, page.locator('main').getByRole('group').getByRole('radio').first());
    await pressBySwitch(page, page.locator('main').getByRole('button', { name: words('quiz.answer') }));
    await page
      .locator('main')
      .getByRole('button', { name: words('debrief.next') })
      .waitFor();
  });
});

test('a reveal that has nothing to say of a run has no empty sheet for it', async () => {
  const rest = { do: 'rest' };
  const attempt = makeAttemptByHand(1, [rest, rest, { do: 'call', to: 'ahead' }, { do: 'go' }, rest], 1, {
    act: 'blind-and-lame',
  });
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    await laySaved(page, address, { records: [attempt] });
    await page.goto(`${address}/act/blind-and-lame/reveal/${attempt.id}`);
    await page.getByRole('heading', { name: words('reveal.ideaHeading') }).waitFor();
    expect(await page.getByRole('heading', { name: words('reveal.whyHeading') }).count()).toBe(0);
  });
});
