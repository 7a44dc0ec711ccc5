/** Settings that people depend on: near before and in the play, kept, and obeyed on the stage. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { control, waitForEvening } from './driver/act-on-stage.ts';
import { layHeldClock, takeFilm } from './driver/held-clock.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { settingsWords, words } from './driver/words.ts';

const SMALL = [640, 360] as const;
const PLAY = '/act/duck-pond/play?seed=7';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** The row of a command in the table of keys. */
const keyOf = (page: Page, command: string) =>
  page.locator('.key', { has: page.getByText(settingsWords(command), { exact: true }) });

const bindTo = async (page: Page, command: string, key: string): Promise<void> => {
  await keyOf(page, command).click();
  // It begins to listen when it has been seen to wait.
  await page.locator('.key-waiting').waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press(key);
  await keyOf(page, command).getByText(key.toUpperCase(), { exact: true }).waitFor();
};

/** Whether a tool is in hand. */
const inHand = (page: Page, tool: string): Promise<string | null> => control(page, tool).getAttribute('aria-pressed');

test('settings are one action from the title and two from the play', async () => {
  await tests.visit({ path: '/', size: SMALL }, async ({ page, address }) => {
    await page.getByRole('link', { name: words('title.settings') }).click();
    await page.getByRole('switch', { name: settingsWords('contrast') }).waitFor({ state: 'attached' });
    await page.goto(address + PLAY);
    await waitForEvening(page);
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('pause.settings') })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('switch', { name: settingsWords('contrast') })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.locator('dialog:not(.dialog-wide)').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words('pause.settings'));
  });
});

test('keys can be changed: a conflict is told, the change stays, is obeyed, and can be taken back', async () => {
  await tests.visit({ path: '/settings', size: [1280, 720] }, async ({ page, address }) => {
    await bindTo(page, 'command.tool-2', 'g');
    await bindTo(page, 'command.tool-3', 'g');
    const taken = settingsWords('keyTaken')
      .replace('{{key}}', 'G')
      .replace('{{other}}', settingsWords('command.tool-2'));
    await page.locator('.key-said', { hasText: taken }).waitFor();
    await page.reload();
    await keyOf(page, 'command.tool-3').getByText('G', { exact: true }).waitFor();
    await keyOf(page, 'command.tool-2').getByText(settingsWords('keyNone')).waitFor();

    await page.goto(address + PLAY);
    await waitForEvening(page);
    await page.keyboard.press('g');
    await expect.poll(() => inHand(page, 'tool-glue')).toBe('true');
    await page.keyboard.press('2');
    await page.waitForTimeout(500);
    expect(await inHand(page, 'tool-grain')).toBe('false');

    await page.goto(`${address}/settings`);
    await page.getByRole('button', { name: settingsWords('keysReset') }).click();
    await keyOf(page, 'command.tool-2').getByText('2', { exact: true }).waitFor();
    await expect.poll(() => page.locator('.key-said').innerText()).toBe(settingsWords('keysBack'));
    // Whoever tabs on while a key is waited for is not told any longer that one is.
    await keyOf(page, 'command.tool-2').press('Enter');
    await page.locator('.key-said', { hasText: settingsWords('command.tool-2') }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.key-said').innerText()).toBe('');
  });
});

test('keys without a modifier can be switched off; arrows, Enter and Escape stay', async () => {
  await tests.visit({ path: '/settings', size: SMALL }, async ({ page, address }) => {
    await page.getByRole('switch', { name: settingsWords('singleKeys') }).uncheck({ force: true });
    await page.goto(address + PLAY);
    await waitForEvening(page);
    await page.keyboard.press('2');
    await page.waitForTimeout(500);
    expect(await inHand(page, 'tool-grain')).toBe('false');
    await control(page, 'tool-grain').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => inHand(page, 'tool-grain')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor();
  });
});

test('a question that opens over the page leaves the page where it was', async () => {
  await tests.visit({ path: '/settings', size: SMALL }, async ({ page }) => {
    const erase = page.getByRole('button', { name: settingsWords('erase') });
    const readPlace = (): Promise<number> => page.evaluate(() => scrollY);
    await erase.scrollIntoViewIfNeeded();
    const before = await readPlace();
    expect(before).toBeGreaterThan(0);
    await erase.click();
    const keep = page.getByRole('dialog').getByRole('button', { name: settingsWords('eraseNo') });
    await keep.waitFor();
    expect(await readPlace()).toBe(before);
    await keep.click();
    await keep.waitFor({ state: 'detached' });
    expect(await readPlace()).toBe(before);
  });
});

test('silence and each volume stay as they were set', async () => {
  await tests.visit({ path: '/settings', size: SMALL }, async ({ page }) => {
    const buses = ['music', 'effects', 'voice'] as const;
    const slider = (bus: (typeof buses)[number]) => page.getByRole('slider', { name: settingsWords(bus), exact: true });
    for (const [n, bus] of buses.entries()) await slider(bus).fill(String(0.25 * n));
    await page.getByRole('switch', { name: settingsWords('mute') }).check({ force: true });
    await page.reload();
    for (const [n, bus] of buses.entries()) expect(await slider(bus).inputValue()).toBe(String(0.25 * n));
    expect(await page.getByRole('switch', { name: settingsWords('mute') }).isChecked()).toBe(true);
  });
});

test('the slowest pace gives ten times as long for everything', async () => {
  const left: number[] = [];
  for (const speed of [1, 0.1]) {
    await tests.visit({ path: '/healthz', size: SMALL, settings: { speed } }, async ({ page, address, context }) => {
      await layHeldClock(context);
      await page.goto(address + PLAY);
      await waitForEvening(page);
      await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 40_000 });
      const clock = page.locator('.theatre-gauge[data-form="clock"] .theatre-gauge-figure');
      const read = async (): Promise<number> => Number.parseInt(await clock.innerText(), 10);
      await takeFilm(page, { columns: 1, rows: 1, stepMs: 50, seconds: 0.5 });
      const before = await read();
      await takeFilm(page, { columns: 1, rows: 1, stepMs: 50, seconds: 10 });
      left.push(before - (await read()));
    });
  }
  expect(left[0]).toBeGreaterThanOrEqual(9);
  expect(left[1]).toBeGreaterThanOrEqual(0);
  expect(left[1]).toBeLessThanOrEqual(2);
});
