/** The game without a network, and the change from one version to the next: with its own server, which stops and changes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { OPEN_ACTS, waitForPlayable } from '../../scripts/bench/first-frame.ts';
import { chooseFiles, readList, type OfflineList } from '../../src/app/offline/list.ts';
import { FETCHED_AHEAD, FILES } from '../../src/app/offline/names.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { openBrowser, openKillableBrowser } from './driver/browser.ts';
import { openChangingHouse, type ChangingHouse } from './driver/changing-house.ts';
import { layQuickClock, letPass } from './driver/quick-clock.ts';
import { readStore } from './driver/saved-things.ts';
import { words } from './driver/words.ts';

/** A small stage is drawn faster where there is no graphics card. */
const SMALL = { width: 640, height: 360 } as const;
/** Everything that has to be on a device, with all four languages. */
const MOST_BYTES = 8_000_000;

let house: ChangingHouse;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  house = await openChangingHouse();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((each) => each.close()));
  await house.close();
});

const offlineWords = (key: string, language: Language = 'en'): string => words(key, language, 'part/offline');

/** What a page may never do, with a network or without: throw, or talk to anybody else. */
function watch(context: BrowserContext): void {
  const trouble: string[] = [];
  const listen = (page: Page): void => {
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => trouble.push(error.stack ?? error.message));
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== house.address) trouble.push(`a request to ${request.url()}`);
  });
  onTestFinished(() => expect(trouble).toEqual([]));
}

async function openDevice(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: SMALL, locale: 'en' });
  contexts.push(context);
  watch(context);
  await layQuickClock(context);
  return context;
}

/** Comes for the first time, and stays until the settings say that everything is here. */
async function visitOnce(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${house.address}/settings?lang=en`);
  await page.getByText(offlineWords('settings.whole')).waitFor({ timeout: 120_000 });
  return page;
}

const ownList = (): OfflineList => {
  const list = readList(JSON.parse(house.files.get('/offline.json')?.bytes.toString() ?? 'null'));
  if (list === null) throw new Error('the build has no list');
  return list;
};

/** Opens the title, an act up to its first frame, and the examination. */
async function expectWholeGame(page: Page, language: Language, act: string): Promise<void> {
  const at = (path: string): string => `${house.address}${path}?lang=${language}`;
  await page.goto(at('/'));
  await page.locator('#app .title-tools').waitFor();
  expect(await page.locator('h1').innerText()).toBe(words('title.name', language));
  await page.goto(at(`/act/${act}/play`));
  await waitForPlayable(page);
  await page.goto(at('/muster'));
  await page.locator('.landing a.button-main').click();
  await page.locator('main form').waitFor();
  // Nothing on the page had to stay away: no face of its letters, no picture.
  expect(
    await page.evaluate(() => [...document.images].filter((each) => each.complete && each.naturalWidth === 0).length),
  ).toBe(0);
}

describe('without a network', () => {
  test('after one visit every language opens the title, plays an act and sits the examination', async () => {
    const context = await openDevice();
    const first = await visitOnce(context);
    await first.close();
    await house.stop();
    const page = await context.newPage();
    for (const [number, language] of LANGUAGES.entries())
      await expectWholeGame(page, language, OPEN_ACTS[number % OPEN_ACTS.length] as string);
  });

  test('K5: a browser that was killed starts cold without a network, and plays', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'profile-'));
    onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const before = await openKillableBrowser(profile);
    const context = before.browser.contexts()[0] as BrowserContext;
    watch(context);
    await visitOnce(context);
    await before.kill();
    await house.stop();

    const after = await openKillableBrowser(profile);
    onTestFinished(() => after.kill());
    const again = after.browser.contexts()[0] as BrowserContext;
    watch(again);
    const page = await again.newPage();
    await page.setViewportSize(SMALL);
    await expectWholeGame(page, 'en', OPEN_ACTS[0] as string);
  });

  test('what belongs to the server is never answered by the page', async () => {
    const context = await openDevice();
    const page = await visitOnce(context);
    await house.stop();
    for (const path of ['/healthz', '/readyz', '/api/session', '/assets/nothing-12345678.js', '/missing.png'])
      expect(
        await page.evaluate(
          (url) =>
            fetch(url).then(
              (answer) => answer.status,
              () => 'no answer',
            ),
          path,
        ),
        path,
      ).toBe('no answer');
  });
});

describe('what is kept', () => {
  test('is at most eight megabytes, over the line and on the device, in whichever formats a browser reads', () => {
    for (const picture of ['avif', 'webp'] as const)
      for (const sound of ['webm', 'm4a'] as const) {
        const files = chooseFiles(ownList(), new Set([picture, sound]));
        const served = files.map(({ url }) => house.files.get(url === '/' ? '/index.html' : url));
        expect(served).not.toContain(undefined);
        const onDevice = served.reduce((sum, file) => sum + (file?.bytes.length ?? 0), 0);
        const overLine = served.reduce((sum, file) => sum + (file?.coded.br?.length ?? file?.bytes.length ?? 0), 0);
        console.log(`${picture}, ${sound}: ${overLine} bytes over the line, ${onDevice} on the device`);
        expect(overLine).toBeLessThanOrEqual(MOST_BYTES);
        expect(onDevice).toBeLessThanOrEqual(MOST_BYTES);
      }
  });

  test('is put away once: the worker leaves to the page what the page fetches ahead', () => {
    expect(house.files.get('/sw.js')?.bytes.toString()).toContain(`headers.has("${FETCHED_AHEAD}")`);
  });

  test('is in one format each, and all of it', async () => {
    const context = await openDevice();
    const page = await visitOnce(context);
    const kept = await page.evaluate(
      async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      FILES,
    );
    const wanted = chooseFiles(ownList(), new Set(['avif', 'webm'])).filter(({ pack }) => pack !== 'shell');
    expect(wanted.map(({ url }) => url).filter((url) => !kept.includes(url))).toEqual([]);
    const other = ownList().files.filter(({ format }) => format === 'm4a');
    expect(other.map(({ url }) => url).filter((url) => kept.includes(url))).toEqual([]);
  });

  test('does not come while the stage loads or plays', async () => {
    const context = await openDevice();
    const page = await context.newPage();
    await page.goto(`${house.address}/act/${OPEN_ACTS[0]}/play?lang=en&seed=7`);
    await waitForPlayable(page);
    await letPass(page, 6000);
    expect(house.asked).not.toContain('/offline.json');
    expect(house.asked).not.toContain('/sw.js');
    await page.goBack().catch(() => null);
  });

  test('is only what was opened where the device saves data, until the player asks for the rest', async () => {
    const context = await openDevice();
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const page = await context.newPage();
    await page.goto(`${house.address}/settings?lang=en`);
    await page.getByText(offlineWords('settings.thrifty')).waitFor();
    expect(house.asked.filter((path) => path.endsWith('.webm'))).toEqual([]);
    await page.getByRole('button', { name: offlineWords('settings.fetch') }).click();
    await page.getByText(offlineWords('settings.whole')).waitFor({ timeout: 120_000 });
  });
});

/** Goes on within the page, as its links do. */
async function step(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', `${to}?lang=en&seed=7`), path);
}

/** Leaves a mark that is gone when the page is loaded anew. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }));
}
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in window);

/** Puts a newer version on the server, and lets the browser find it. */
async function renewUnder(page: Page, changed: readonly RegExp[]): Promise<void> {
  house.renew(changed);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), { timeout: 60_000 })
    .toBe(true);
}

/** In the page: whether some tab says that something is under way in it. */
async function hasBusyTab(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === 'marshals-baton-busy');
}

const isNew = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('script[type=module][src*="-build"]') !== null);
const notice = (page: Page, key: string) => page.locator('.offline-notice .notice', { hasText: offlineWords(key) });
const load = (page: Page) => page.getByRole('button', { name: offlineWords('update.load') });
const ACT = OPEN_ACTS[0] as string;
const CHANGED = [/^campaign-.*\.js$/, /^settings-.*\.js$/];

describe('a new version', () => {
  test('K11: waits while somebody plays, is offered on the title, and what was begun goes on in it', async () => {
    const context = await openDevice();
    const page = await visitOnce(context);
    await step(page, `/act/${ACT}/play`);
    await waitForPlayable(page);
    await mark(page);
    await renewUnder(page, CHANGED);
    // Longer than the page takes to look again.
    await letPass(page, 17_000);
    expect(await isMarked(page)).toBe(true);
    expect(await page.locator('.offline-notice .notice').count()).toBe(0);
    await step(page, '/');
    await notice(page, 'update.ready').waitFor();
    expect(await isMarked(page)).toBe(true);
    expect(await readStore(page, 'drafts')).toHaveLength(1);
    await load(page).click();
    await page.waitForFunction(() => !('marked' in window));
    await page.getByRole('link', { name: words('title.continue') }).waitFor();
    expect(await isNew(page)).toBe(true);
    await step(page, `/act/${ACT}/play`);
    await waitForPlayable(page);
    await house.stop();
    await page.goto(`${house.address}/campaign?lang=en`);
    await page.locator('main h1').waitFor();
  });

  test('comes by itself when nobody looks, and with it in every tab, but not while one of them plays', async () => {
    const context = await openDevice();
    const page = await visitOnce(context);
    const other = await context.newPage();
    await other.goto(`${house.address}/act/${ACT}?lang=en`);
    await expect.poll(() => other.evaluate(hasBusyTab), { timeout: 60_000 }).toBe(true);
    await mark(page);
    await mark(other);
    await renewUnder(page, CHANGED);
    await notice(page, 'update.ready').waitFor();
    await load(page).click();
    await notice(page, 'update.elsewhere').waitFor();
    expect(await isMarked(page)).toBe(true);
    await step(other, '/campaign');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.waitForFunction(() => !('marked' in window));
    expect(await isNew(page)).toBe(true);
    // The other tab is looked at: it is asked.
    await notice(other, 'update.ready').waitFor();
    await load(other).click();
    await other.waitForFunction(() => !('marked' in window));
    expect(await isNew(other)).toBe(true);
  });

  test('leaves an open page of the old one its own parts, although the server has them no more', async () => {
    const context = await openDevice();
    const page = await visitOnce(context);
    await step(page, '/');
    await page.locator('.title-tools').waitFor();
    await page.reload();
    await mark(page);
    house.renew(CHANGED);
    await page.locator('.title-acts a').click();
    await page.locator('main h1, main form').first().waitFor();
    await step(page, '/campaign');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await isMarked(page)).toBe(true);
    expect(await isNew(page)).toBe(false);
  });

  test('is named as the reason when a part is gone that was never kept, and loads from there', async () => {
    const context = await openDevice();
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const page = await context.newPage();
    await page.goto(`${house.address}/?lang=en`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    house.renew(CHANGED);
    await step(page, '/campaign');
    await notice(page, 'update.torn').waitFor();
    await mark(page);
    await load(page).click();
    await page.waitForFunction(() => !('marked' in window));
    await page.getByRole('heading', { level: 1, name: words('campaign.heading') }).waitFor();
    expect(await isNew(page)).toBe(true);
  });
});
