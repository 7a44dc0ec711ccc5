/** The way out of the kiosk: the pad, the PIN, and the sheet behind them, with a stand-in in the frame. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runAxe } from './driver/axe.ts';
import {
  hearStations,
  layKiosk,
  makeKioskSettings,
  PIN,
  readStations,
  waitForStation,
  writeKioskRow,
} from './driver/kiosk.ts';
import {
  atOuterPage,
  callPad,
  openSheet,
  pass,
  readTold,
  sayInside,
  standInside,
  stopInside,
  typePin,
  waitForLoads,
} from './driver/kiosk-inside.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const say = (key: string): string => words(key, 'en', 'part/organiser');

const pad = (page: Page): Locator => page.locator('.pin-dialog');
const sheet = (page: Page): Locator => page.locator('.staff-dialog');

test('K8 five wrong PINs lock the pad, and loading anew does not unlock it', async () => {
  await atOuterPage(tests, async ({ page }) => {
    await callPad(page);
    for (let at = 0; at < 5; at += 1) {
      await typePin(page, '000001');
      await page.getByText(at < 4 ? say('pin.wrong') : say('pin.locked')).waitFor();
    }
    await page.reload();
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await callPad(page);
    await page.locator('.pin-rest').waitFor();
    await typePin(page, PIN);
    expect(await sheet(page).count()).toBe(0);
    expect(await runAxe(page)).toEqual([]);

    // Setting the clock forward is no help: the rest of the lock is a span, not a time.
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 86_400_000;
    });
    await page.clock.runFor(2000);
    await page.keyboard.press('0');
    expect(await page.locator('.pin-rest').count()).toBe(1);

    // Staff wait, and keep the pad open meanwhile.
    for (let at = 0; at < 5; at += 1) {
      await page.clock.runFor(13_000);
      await page.keyboard.press('Shift');
    }
    await page.locator('.pin-rest').waitFor({ state: 'detached' });
    await typePin(page, PIN);
    await sheet(page).waitFor();
  });
});

test('the pad comes by a long press in the corner and not by a short one, stops the play, and goes away by itself', async () => {
  await atOuterPage(tests, async ({ page }) => {
    await page.mouse.move(12, 12);
    await page.mouse.down();
    await page.clock.runFor(3000);
    await page.mouse.up();
    await page.clock.runFor(6000);
    expect(await pad(page).count()).toBe(0);
    await page.mouse.down();
    await page.clock.runFor(5000);
    await pad(page).waitFor();
    await page.mouse.up();
    expect(await runAxe(page)).toEqual([]);
    expect(await readTold(page)).toEqual(['hold']);
    await page.keyboard.press('Shift');
    await page.clock.runFor(17_000);
    expect(await pad(page).count()).toBe(1);
    await page.clock.runFor(3000);
    await pad(page).waitFor({ state: 'detached' });
    expect(await readTold(page)).toEqual(['hold', 'goOn']);
  });
});

test('the pad can be worked by touch alone, and its keys are large enough for a standing finger', async () => {
  await tests.visit({ path: '/healthz', size: [1080, 1920], touch: true }, async ({ page, context, address }) => {
    await standInside(context);
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await sayInside(page, { kiosk: 'staff' });
    const keys = page.locator('.pin-key');
    await keys.first().waitFor();
    for (const key of await keys.all()) {
      const box = await key.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
    }
    for (const digit of PIN) await keys.getByText(digit, { exact: true }).tap();
    await page.getByRole('button', { name: say('pin.enter'), exact: true }).tap();
    await sheet(page).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.getByRole('button', { name: say('staff.end'), exact: true }).tap();
    await sheet(page).waitFor({ state: 'detached' });
    await expect.poll(async () => (await readTold(page)).slice(-2)).toEqual(['goOn', 'end']);
  });
});

test('the keys stay with the pad while the game comes up beneath it', async () => {
  await tests.visit({ path: '/healthz', size: [640, 360] }, async ({ page, context, address }) => {
    await hearStations(context);
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.outer-frame').waitFor();
    await callPad(page);
    await expect
      .poll(async () => {
        // Somebody is at the pad.
        await page.keyboard.press('Shift');
        return (await readStations(page)).at(-1);
      })
      .toBe('attract');
    await typePin(page, PIN);
    await sheet(page).waitFor();
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
    // Now they are the game's.
    await page.keyboard.press('Enter');
    await waitForStation(page, ['language', 'choose']);
  });
});

test('the sheet leaves for now, and removes the kiosk for good only when asked twice', async () => {
  await atOuterPage(tests, async ({ page, address }) => {
    await openSheet(page);
    await page.getByRole('button', { name: say('staff.leave'), exact: true }).click();
    await page.waitForURL(`${address}/`);
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await openSheet(page);
    await page.getByRole('button', { name: say('staff.forget'), exact: true }).click();
    await page.getByRole('button', { name: say('staff.forgetNow'), exact: true }).click();
    await page.waitForURL(`${address}/`);
    await page.goto(`${address}/kiosk?lang=en`);
    await page.waitForURL(/\/kiosk\/setup/);
  });
});

test('ending a visit ends the one that there is, and not the next one', async () => {
  await atOuterPage(tests, async ({ page, standIn }) => {
    const end = page.getByRole('button', { name: say('staff.end'), exact: true });
    // Without a beat: this stand-in always says with it that it is at the attract page.
    await stopInside(page);
    // Nobody is there; somebody comes a moment later.
    await openSheet(page);
    await end.click();
    await sayInside(page, { kiosk: 'station', station: 'language' });
    await pass(page, 12);
    expect(standIn.loads).toBe(1);
    // Somebody is there, and the frame does nothing about it.
    await sayInside(page, { kiosk: 'station', station: 'play' });
    await openSheet(page);
    await end.click();
    await pass(page, 12);
    await waitForLoads(standIn, 2);
  });
});

test('an open sheet that was left alone closes', async () => {
  await atOuterPage(tests, async ({ page }) => {
    await openSheet(page);
    await page.clock.runFor(110_000);
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 50);
    await page.clock.runFor(60_000);
    expect(await sheet(page).count()).toBe(1);
    await page.clock.runFor(61_000);
    await sheet(page).waitFor({ state: 'detached' });
  });
});

test('an open sheet tells what waits as it comes down to nothing', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, context, address }) => {
    await standInside(context);
    const settings = makeKioskSettings(address);
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    // No server takes it: it stays until the test says otherwise.
    await context.route('**/api/kiosk/**', (route) => route.abort());
    const row = { id: '0190a000-0000-7000-8000-000000000001', event: settings.event.id, visit: { startedAt: 1 } };
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await openSheet(page);
    const told = page.locator('.staff-facts');
    await expect.poll(() => told.innerText()).toContain('0 visits');
    await writeKioskRow(page, 'visits', { ...row, state: 'open' });
    await expect.poll(() => told.innerText(), { timeout: 10_000 }).toContain('1 visit');
    await writeKioskRow(page, 'visits', { ...row, state: 'over' });
    await expect.poll(() => told.innerText(), { timeout: 10_000 }).toContain('0 visits');
  });
});

test('an open sheet has what waits delivered, however long there was no network', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, context, address, trouble }) => {
    await standInside(context);
    const settings = makeKioskSettings(address);
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    const { event, boardToken } = settings;
    await writeKioskRow(page, 'events', { ...event, boardToken });
    let tries = 0;
    await context.route('**/api/kiosk/**', (route) => {
      tries++;
      return route.abort();
    });
    // Every pause is as long as it may be: 1, 2, 4, 8, 16 seconds.
    await page.addInitScript(() => (Math.random = () => 0.999));
    await page.goto(`${address}/kiosk?lang=en`);
    await page.locator('.curtain-open').waitFor({ state: 'attached' });
    await expect.poll(() => tries, { timeout: 30_000 }).toBe(5);
    await openSheet(page);
    await expect.poll(() => tries, { timeout: 4000 }).toBe(6);
    await expect.poll(() => tries, { timeout: 14_000 }).toBe(7);
    trouble.splice(0);
  });
});
