/** What a visitor leaves behind in the page and in the browser: nothing. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { drawBelow, seedRandom } from '../../src/kernel/random.ts';
import type { Snapshot } from '../../src/kiosk/reset/snapshot.ts';
import { layKiosk, makeKioskSettings, readKioskRows } from './driver/kiosk.ts';
import {
  arriveAt,
  comeIn,
  loadInside,
  openInside,
  raiseCurtain,
  readSnapshot,
  sayToInside,
  sleepThrough,
  touch,
  waitForAgain,
} from './driver/kiosk-visitor.ts';
import { layQuickClock } from './driver/quick-clock.ts';
import { openTests, type Tests } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;
const AIDS = ['large', 'calm', 'switch'] as const;
const SESSIONS = 5;

/** A visitor who does this and that and goes at some point, each in another way. */
async function stray(page: Page, frame: Frame, draw: (below: number) => number): Promise<void> {
  await touch(page);
  await arriveAt(frame, 'language');
  for (const aid of AIDS) if (draw(2) === 0) await frame.locator(`.aid-${aid}`).click();
  if (draw(4) > 0) {
    await frame.locator(`.language-plate[lang="${LANGUAGES[draw(4)]}"]`).click();
    await arriveAt(frame, 'choose');
    for (let spins = draw(3); spins > 0; spins--) await frame.locator('.choose-name .button').click();
    if (draw(2) === 0) {
      await frame.locator('button[data-act]').first().click();
      await arriveAt(frame, 'play');
      if (draw(2) === 0) {
        await frame.locator('.help-start').click();
        await frame.locator('.play-screen .theatre').waitFor({ timeout: 60_000 });
        if (draw(2) === 0) await page.keyboard.press('Escape');
      }
    }
  }
  await sayToInside(page, { kiosk: 'end' });
  await waitForAgain(page);
}

test('K1 after every session the page is as it was before anybody touched it', async () => {
  await tests.visit({ path: '/healthz', size: [844, 390] }, async ({ page, context, address }) => {
    const settings = makeKioskSettings(address, { idleSeconds: 600, textSize: 1.25 });
    await layKiosk(page, address, { settings, membership: null });
    await layQuickClock(context);
    let frame = await openInside(page, address);
    const fresh = await readSnapshot(frame, 'attract');
    const random = seedRandom(7);
    const resets: Snapshot[] = [];
    for (let session = 0; session < SESSIONS; session++) {
      await stray(page, frame, (below) => drawBelow(random, below));
      resets.push(await readSnapshot(frame, 'reset'));
      // Everything is closed, and nothing of the stage stands in the page any more.
      expect(await frame.locator('canvas, dialog[open]').count()).toBe(0);
      frame = await loadInside(page, address);
      expect(await readSnapshot(frame, 'attract')).toEqual(fresh);
    }
    for (const reset of resets) expect(reset).toEqual(resets[0]);
    const { settings: worn, localStorage, databases } = resets[0] as Snapshot;
    expect({ worn, localStorage, databases }).toEqual({
      worn: fresh.settings,
      localStorage: fresh.localStorage,
      databases: fresh.databases,
    });
  });
});

test('K2 neither the name nor the code of a visitor can be found after the reset', async () => {
  await tests.visit({ path: '/healthz', size: [844, 390] }, async ({ page, context, address }) => {
    const settings = makeKioskSettings(address, { idleSeconds: 600 });
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    await layQuickClock(context);
    const frame = await openInside(page, address);
    await comeIn(page, frame, 'en');
    const name = (await frame.locator('.choose-name .visitor-name').textContent()) ?? '';
    expect(name.length).toBeGreaterThan(5);
    await raiseCurtain(frame, 'duck-pond');
    await sleepThrough(frame);
    const claim = ((await frame.locator('.take-away-code strong').textContent()) ?? '').replace('-', '');
    expect(claim).toHaveLength(10);
    const traces = (): Promise<string> => searchPage(frame);
    expect(await traces()).toContain(name);
    await frame.locator('.station-buttons .button').last().click();
    await waitForAgain(page);
    const left = (await traces()) + JSON.stringify(await readSnapshot(frame, 'reset'));
    for (const word of [name, claim, `${claim.slice(0, 5)}-${claim.slice(5)}`]) expect(left).not.toContain(word);
    // Only the visit that waits for the server has the code, and nothing has the words of the name.
    const rows = await Promise.all(
      (['meta', 'events', 'runs', 'hidden', 'boards', 'visits'] as const).map((store) => readKioskRows(page, store)),
    );
    expect(JSON.stringify(rows)).not.toContain(name);
    expect(JSON.stringify(rows.slice(0, 5))).not.toContain(claim);
    expect(JSON.stringify(rows[5])).toContain(claim);
  });
});

/** Everything on the page and beside it in which a word can hide, but the kiosk's own database. */
function searchPage(frame: Frame): Promise<string> {
  return frame.evaluate(async () => {
    const found: string[] = [document.documentElement.outerHTML, document.title, location.href, document.cookie];
    for (const store of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...store }));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(request.url);
    }
    found.push(JSON.stringify(history.state), window.name);
    return found.join('\n');
  });
}
