/** Sets a device up as a kiosk behind its back, and walks it from station to station. */
import type { BrowserContext, Frame, Page } from 'playwright-core';

import { LANGUAGES } from '../../../src/i18n/languages.ts';
import type { Station } from '../../../src/kiosk/messages/messages.ts';
import { DATABASE } from '../../../src/kiosk/outbox/database.ts';
import type { KioskHere, KioskSettings } from '../../../src/kiosk/settings/kiosk-settings.ts';
import { readStore } from './saved-things.ts';

const DAY_MS = 86_400_000;

/** The PIN of every kiosk that the tests set up, and what is kept of it (PBKDF2 with SHA-256, 600,000 rounds). */
export const PIN = '271828';
const KEPT_PIN: KioskSettings['pin'] = {
  salt: 'AAECAwQFBgcICQoLDA0ODw',
  hash: 'WxXYqeSgkGGQcnwheWBRipZD04JnqiM0iSDxcj4yr4s',
  rounds: 600_000,
};

/** Settings as a test wants them; everything that is not said is short, silent and usual. */
export function makeKioskSettings(address: string, wanted: Partial<KioskSettings> = {}): KioskSettings {
  return {
    version: 1,
    event: {
      id: '0b1a7c52-3f0e-4b7e-9d55-6a3c1f2e4d60',
      name: 'The autumn fair',
      endsAt: Date.now() + 3 * DAY_MS,
      keepDays: 30,
    },
    boardToken: 'A'.repeat(43),
    acts: ['duck-pond', 'blind-and-lame', 'air-before-infantry'].map((act) => ({ act, way: null })),
    examination: true,
    languages: LANGUAGES,
    idleSeconds: 30,
    answerSeconds: 20,
    resultSeconds: 45,
    board: true,
    volume: 0,
    reach: false,
    textSize: 1,
    address,
    pin: KEPT_PIN,
    ...wanted,
  };
}

/** What a kiosk says of itself on its way, as the outer page hears it. */
interface Heard {
  readonly stations: Station[];
  beats: number;
}
declare global {
  interface Window {
    heardOfKiosk?: Heard;
  }
}

/** Listens on every page of the context to what frames of kiosks say. Call it before the page is opened. */
export async function hearStations(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (window !== top) return;
    const heard: Heard = { stations: [], beats: 0 };
    window.heardOfKiosk = heard;
    addEventListener('message', ({ data }: MessageEvent<{ readonly kiosk?: string; readonly station?: Station }>) => {
      if (data?.kiosk === 'beat') heard.beats += 1;
      if (data?.kiosk === 'station' && data.station !== undefined) heard.stations.push(data.station);
    });
  });
}

/** Stations that this load of the outer page has heard of, in their order. */
export function readStations(page: Page): Promise<readonly Station[]> {
  return page.evaluate(() => window.heardOfKiosk?.stations ?? []);
}

/** Waits until the kiosk is at one of these stations. @returns the one */
export async function waitForStation(page: Page, wanted: readonly Station[], timeout = 40_000): Promise<Station> {
  const handle = await page.waitForFunction(
    (stations) => {
      const last = window.heardOfKiosk?.stations.at(-1);
      return last !== undefined && stations.includes(last) ? last : false;
    },
    wanted,
    { timeout, polling: 50 },
  );
  return handle.evaluate((station) => station as Station);
}

/** The frame in which visitors play, as it is now: it is another one after every visitor. */
export function findInside(page: Page): Frame {
  const found = page.frames().find((frame) => /^\/kiosk\/inside\/?$/.test(new URL(frame.url(), 'http://x').pathname));
  if (found === undefined) throw new Error('the kiosk has no frame');
  return found;
}

/**
 * Sets the device up: lets the kiosk's pages make their database, and writes what an organiser would have arranged. The
 * page then stands on an address where nothing runs; open `/kiosk` next.
 */
export async function layKiosk(page: Page, address: string, here: KioskHere): Promise<void> {
  // A device that is not set up is led on to the set-up.
  await page.goto(`${address}/kiosk/setup`);
  await page.locator('#app h1').first().waitFor({ timeout: 40_000 });
  await page.waitForFunction(
    async (name) => {
      const all = await indexedDB.databases();
      return all.some((each) => each.name === name);
    },
    DATABASE,
    { timeout: 40_000 },
  );
  await page.goto(`${address}/healthz`);
  await writeKioskRow(page, 'meta', { key: 'here', here });
}

/** Writes a row into the kiosk's database, as its pages would. */
export async function writeKioskRow(page: Page, store: string, row: unknown): Promise<void> {
  await page.evaluate(
    async ([name, into, value]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('cannot be opened')));
      });
      const transaction = database.transaction(into, 'readwrite', { durability: 'strict' });
      transaction.objectStore(into).put(value);
      await new Promise((resolve, reject) => {
        transaction.addEventListener('complete', resolve);
        transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('cannot be written')));
      });
      database.close();
    },
    [DATABASE, store, row] as const,
  );
}

/** Reads everything in a store of the kiosk's database; harmless while the kiosk runs. */
export function readKioskRows(
  page: Page,
  store: 'meta' | 'events' | 'visits' | 'runs' | 'hidden' | 'boards',
): Promise<unknown[]> {
  return readStore(page, store, DATABASE);
}

/** Longest wait for anything new to come onto the device, and how many looks without anything new say that it is all there. */
const FETCHING_MS = 90_000;
const LOOKS_EVERY_MS = 2000;
const CALM_LOOKS = 5;

/** Leaves a kiosk with a network alone in its attract loop until nothing more comes onto the device. */
export async function waitForWholeKiosk(page: Page): Promise<void> {
  const count = (): Promise<number> =>
    page.evaluate(async () => {
      const shelves = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return shelves.flat().length;
    });
  let until = performance.now() + FETCHING_MS;
  for (let before = 0, calm = 0; calm < CALM_LOOKS;) {
    if (performance.now() > until) throw new Error('the game did not come onto the device');
    await page.waitForTimeout(LOOKS_EVERY_MS);
    const now = await count();
    calm = now === before && now > 0 ? calm + 1 : 0;
    // A slow machine may take long, as long as something comes.
    if (now > before) until = performance.now() + FETCHING_MS;
    before = now;
  }
}

/** Presses something of the station that the kiosk is at, with a finger where the page knows fingers. */
async function pressInside(page: Page, selector: string): Promise<void> {
  // Nothing can be pressed for a moment after a station came.
  await findInside(page).locator(`main:not([inert]) ${selector}`).first().click();
}

/** From the attract loop through language and choice to the act's word of help. */
export async function goToAct(page: Page, act: string, language = 'en'): Promise<void> {
  await waitForStation(page, ['attract']);
  await page.mouse.click(320, 200);
  if ((await waitForStation(page, ['language', 'choose'])) === 'language') {
    await pressInside(page, `.language-plate[lang="${language}"]`);
    await waitForStation(page, ['choose']);
  }
  await pressInside(page, `[data-act="${act}"]`);
  await waitForStation(page, ['play']);
}

/** Raises the curtain, and waits until the act can be played. */
export async function raiseCurtain(page: Page): Promise<void> {
  await pressInside(page, '.help-start');
  await findInside(page).locator('button[data-id]').first().waitFor({ timeout: 60_000 });
}

/** Says that it is enough, and waits for the next attract loop. */
export async function leaveKiosk(page: Page): Promise<void> {
  await pressInside(page, '.station-out');
  await waitForStation(page, ['attract'], 60_000);
}
