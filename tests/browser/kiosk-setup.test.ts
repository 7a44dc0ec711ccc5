/** Setting kiosks up without a server: by hand, by a link, by a file. */
import { readFile } from 'node:fs/promises';

import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import type { KioskHere } from '../../src/kiosk/settings/kiosk-settings.ts';
import { STEPS } from '../../src/kiosk/setup/draft.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { enter, tabTo } from './driver/keyboard.ts';
import { layKiosk, makeKioskSettings, PIN } from './driver/kiosk.ts';
import { standInside } from './driver/kiosk-inside.ts';
import { readQr } from './driver/read-qr.ts';
import { pressNext, readHere, waitForKept, waitForStep, walkSetup } from './driver/setup-form.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const say = (key: string): string => words(key, 'en', 'part/organiser');

test('a kiosk is set up by keys alone, every step is in order, and it starts', async () => {
  await tests.visit({ path: '/kiosk?lang=en' }, async ({ page, context, address }) => {
    await standInside(context);
    await page.waitForURL(/\/kiosk\/setup/);
    await waitForStep(page, 'event');
    expect(await runAxe(page)).toEqual([]);
    const next = page.locator('.setup-form button[type="submit"]');
    // What is missing is told, and has the focus.
    await enter(page, next);
    await page.getByText(say('wrong.nameEmpty')).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.type('The autumn fair');
    // Who does not see the languages change places is told.
    await enter(page, page.getByRole('button', { name: say('field.moveDown').replace('{{name}}', 'English') }));
    const moved = { name: 'English', place: '2', count: String(LANGUAGES.length) };
    const told = Object.entries(moved).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, value),
      say('field.moved'),
    );
    await page.getByRole('status').filter({ hasText: told }).waitFor({ state: 'attached' });
    for (const step of STEPS.slice(1)) {
      await enter(page, next);
      await waitForStep(page, step);
      expect(await runAxe(page), step).toEqual([]);
      // The heading of the new step has the focus, so that it is read out and Tab goes on from there.
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    }
    await tabTo(page, page.getByLabel(say('field.pin'), { exact: true }));
    await page.keyboard.type(PIN);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await waitForKept(page);
    expect(await runAxe(page)).toEqual([]);
    expect((await readHere(page))?.membership).toBeNull();
    await page.getByText(say('done.alone')).waitFor();
    await enter(page, page.getByRole('button', { name: say('done.start') }));
    await page.waitForURL(`${address}/kiosk`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
  });
});

test('every step fits a phone at double text size, in every language', async () => {
  for (const language of LANGUAGES)
    await tests.visit({ path: `/kiosk/setup?lang=${language}`, size: [390, 844], language }, async ({ page }) => {
      await page.locator('.setup-form').waitFor();
      await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'));
      await walkSetup(page, { language }, async (step) => {
        expect(await findOverflow(page), `${language} ${step}`).toEqual([]);
      });
      await waitForKept(page);
      expect(await findOverflow(page), language).toEqual([]);
    });
});

test('a link carries the set-up to another device, and its code reads', async () => {
  let link = '';
  let first: KioskHere | undefined;
  await tests.visit({ path: '/kiosk/setup?lang=en' }, async ({ page }) => {
    await walkSetup(page);
    await waitForKept(page);
    link = await page.getByLabel(say('done.link'), { exact: true }).inputValue();
    const { data, info } = await sharp(await page.locator('.setup-qr').screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(readQr(new Uint8ClampedArray(data), info.width, info.height)).toBe(link);
    first = await readHere(page);
  });
  const { pathname, hash } = new URL(link);
  await tests.visit({ path: pathname + hash }, async ({ page }) => {
    await page.getByRole('button', { name: say('carried.use') }).waitFor();
    // Nobody reads it over a shoulder, and nothing is kept before somebody says so.
    expect(page.url()).not.toContain('#');
    expect(await readHere(page)).toBeUndefined();
    expect(await runAxe(page)).toEqual([]);
    await page.getByRole('button', { name: say('carried.use') }).click();
    await waitForKept(page);
    expect(await readHere(page)).toEqual(first);
  });
  await tests.visit({ path: `${pathname}${hash.slice(0, -40)}`, language: 'zh-Hans' }, async ({ page }) => {
    await page.getByText(words('carried.notSettings', 'zh-Hans', 'part/organiser')).waitFor();
    expect(await readHere(page)).toBeUndefined();
    expect(await runAxe(page)).toEqual([]);
  });
});

test('a file carries it, too; a broken one changes nothing', async () => {
  await tests.visit({ path: '/kiosk/setup?lang=en' }, async ({ page }) => {
    await walkSetup(page, { name: 'By file' });
    await waitForKept(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('done.file') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('marshals-baton-kiosk.json');
    const file = await readFile(await download.path(), 'utf8');
    await page.getByRole('button', { name: say('done.change') }).click();
    const name = page.getByLabel(say('field.name'), { exact: true });
    await name.fill('Something else');
    const give = (text: string): Promise<void> =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'kiosk.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await give(file.slice(0, -20));
    await page.getByText(say('carried.notSettings')).waitFor();
    expect(await name.inputValue()).toBe('Something else');
    await give(file.replace('"idleSeconds": 75', '"idleSeconds": 5'));
    await page.getByText('idleSeconds', { exact: false }).waitFor();
    expect(await name.inputValue()).toBe('Something else');
    await give(file);
    const use = page.getByRole('button', { name: say('carried.use') });
    await use.waitFor();
    expect(await name.inputValue()).toBe('By file');
    // The file was given at the foot of the page; what it brought stands at the head, and is seen there.
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await use.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

test('whoever wants to change a kiosk shows its PIN', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk/setup?lang=en`);
    await page.getByRole('button', { name: say('gate.change') }).waitFor();
    expect(await page.locator('.setup-form').count()).toBe(0);
    expect(await runAxe(page)).toEqual([]);
    await page.getByRole('button', { name: say('gate.change') }).click();
    await page.keyboard.type('000001');
    await page.keyboard.press('Enter');
    await page.getByText(say('pin.wrong')).waitFor();
    expect(await page.locator('.setup-form').count()).toBe(0);
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await waitForStep(page, 'event');
    // The PIN stays as it is when no other is chosen.
    for (const step of STEPS.slice(1)) {
      await pressNext(page);
      await waitForStep(page, step);
    }
    const before = await readHere(page);
    await pressNext(page);
    await waitForKept(page);
    expect((await readHere(page))?.settings.pin).toEqual(before?.settings.pin);
  });
});

test('a device that was set up makes a new event of it, and can go back to the old one', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk/setup?lang=en`);
    await page.getByRole('button', { name: say('gate.change') }).click();
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await waitForStep(page, 'event');
    const before = (await readHere(page))?.settings;
    const name = page.getByLabel(say('field.name'), { exact: true });
    const other = page.getByRole('button', { name: say('field.newEvent') });
    await enter(page, other);
    await page
      .getByRole('status')
      .filter({ hasText: say('field.newEventBegun') })
      .waitFor();
    expect(await name.inputValue()).toBe('');
    expect(await runAxe(page)).toEqual([]);
    // The name that is missing has the focus, and typing it does not offer yet another event.
    await page.keyboard.type('The winter fair');
    expect(await name.inputValue()).toBe('The winter fair');
    expect(await other.count()).toBe(0);
    await enter(
      page,
      page.getByRole('button', { name: say('field.keptEvent').replace('{{event}}', 'The autumn fair') }),
    );
    expect(await name.inputValue()).toBe('The autumn fair');
    await enter(page, other);
    await page.keyboard.type('The winter fair');
    for (const step of STEPS.slice(1)) {
      await pressNext(page);
      await waitForStep(page, step);
    }
    await pressNext(page);
    await waitForKept(page);
    const now = (await readHere(page))?.settings;
    // The day is kept as a day, to its last moment.
    const event = { ...before?.event, id: now?.event.id, name: 'The winter fair', endsAt: now?.event.endsAt };
    expect(now).toEqual({ ...before, event, boardToken: now?.boardToken });
    expect(now?.event.id).not.toBe(before?.event.id);
    expect(now?.boardToken).not.toBe(before?.boardToken);
  });
});

test('a set-up that was opened by the PIN and left alone goes back to the kiosk, and one that is worked at does not', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.clock.install();
    await page.goto(`${address}/kiosk/setup?lang=en`);
    await page.getByRole('button', { name: say('gate.change') }).click();
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await waitForStep(page, 'event');
    await page.clock.runFor(4 * 60_000);
    await page.keyboard.press('Shift');
    await page.clock.runFor(4 * 60_000);
    expect(new URL(page.url()).pathname).toBe('/kiosk/setup');
    await page.clock.runFor(61_000);
    await page.waitForURL(`${address}/kiosk`);
  });
});
