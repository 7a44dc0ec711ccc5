import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import type { Draft } from '../../src/player/drafts/draft.ts';
import { writeFile } from '../../src/player/transfer/file.ts';
import { ASIDE_KEY, sealEnvelope, SETTINGS_KEY } from '../../src/player/settings/envelope.ts';
import { control, goOn, playToReveal, waitForEvening } from './driver/act-on-stage.ts';
import { openKillableBrowser } from './driver/browser.ts';
import { layQuickClock } from './driver/quick-clock.ts';
import { laySaved, makeAttempt, makeDraft, makeRecord, readStore } from './driver/saved-things.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { settingsWords, words } from './driver/words.ts';

/** A small stage is drawn faster where there is no graphics card. */
const SMALL = [640, 360] as const;
const SOON = { timeout: 60_000 };

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Waits for a notice and reads its heading. */
async function expectNotice(page: Page, kind: string): Promise<void> {
  await page.locator('.notice', { hasText: words(`notices.${kind}.title`) }).waitFor();
}

/** The game can still be played: the curtain goes up on an evening. */
async function expectPlayable(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/act/duck-pond/play?seed=7`);
  await waitForEvening(page);
}

/** What is kept of the one unfinished run. */
async function readKept(page: Page): Promise<Draft['replay']> {
  const [draft] = (await readStore(page, 'drafts')) as Draft[];
  if (draft === undefined) throw new Error('no run is kept');
  return draft.replay;
}

const played = (score: number): string => words('campaign.best').replace('{{score}}', String(score));

test('a browser that is killed right after the reveal has the attempt when it comes back', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const address = tests.product.address;
  const before = await openKillableBrowser(profile);
  const context = before.browser.contexts()[0] ?? (await before.browser.newContext());
  await layQuickClock(context);
  const page = await context.newPage();
  await page.goto(`${address}/act/duck-pond/play?seed=7&lang=en`);
  await playToReveal(page, (id) => control(page, id).click());
  const reveal = page.url();
  await before.kill();

  const after = await openKillableBrowser(profile);
  onTestFinished(() => after.kill());
  const again = await (after.browser.contexts()[0] ?? (await after.browser.newContext())).newPage();
  await again.goto(reveal);
  await again.locator('main svg').first().waitFor();
  await again.goto(`${address}/campaign?lang=en`);
  await again.getByText(words('campaign.plays_one').replace('{{count}}', '1')).waitFor();
  const records = (await readStore(again, 'records')) as { type: string }[];
  expect(records.filter(({ type }) => type === 'attempt')).toHaveLength(1);
  expect(await readStore(again, 'outbox')).toHaveLength(records.length);
});

test('a reload in mid-act waits, then goes on where the act was; the way back goes on at once', async () => {
  await tests.visit({ path: '/act/duck-pond/play?seed=7', size: SMALL, quick: true }, async ({ page, address }) => {
    await waitForEvening(page);
    await control(page, 'tool-grain').click();
    await control(page, 'spot-3').click();
    // The run is kept every few seconds; both presses are in what is kept by then, and a second of play after them.
    await expect.poll(async () => (await readKept(page)).intents, SOON).toHaveLength(2);
    const { ticks } = await readKept(page);
    await expect.poll(async () => (await readKept(page)).ticks, SOON).toBeGreaterThan(ticks + 20);
    await page.reload();
    await page.getByRole('dialog').waitFor();
    const readLater = async (): Promise<number> => {
      // Longer than from one keeping to the next.
      await page.waitForTimeout(4000);
      return (await readKept(page)).ticks;
    };
    const left = await readLater();
    expect(await readLater()).toBe(left);
    await goOn(page);
    await waitForEvening(page);
    expect(await control(page, 'tool-grain').getAttribute('aria-pressed')).toBe('true');
    expect((await readKept(page)).intents).toHaveLength(2);
    expect((await readKept(page)).ticks).toBeGreaterThan(ticks + 20);

    await page.goto(`${address}/act/duck-pond`);
    await page.getByRole('link', { name: words('playbill.resume') }).click();
    await waitForEvening(page);
    await page.goBack();
    await page.getByRole('link', { name: words('playbill.resume') }).waitFor();
    await page.goForward();
    await waitForEvening(page);
    expect(await control(page, 'tool-grain').getAttribute('aria-pressed')).toBe('true');
  });
});

test('browser back leads the way back through the screens', async () => {
  await tests.visit({}, async ({ page }) => {
    await page.getByRole('link', { name: words('title.play') }).click();
    await page.getByRole('button', { name: words('welcome.skip') }).click();
    await page
      .getByRole('link', { name: words('campaign.enter') })
      .first()
      .click();
    await page.getByRole('radio').first().waitFor({ state: 'attached' });
    await page.goBack();
    await page
      .getByRole('link', { name: words('campaign.enter') })
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByRole('link', { name: words('campaign.enter') })
      .first()
      .waitFor();
    await page.goBack();
    await page.getByRole('button', { name: words('welcome.skip') }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: words('title.name') }).waitFor();
  });
});

test('the language can be changed in mid-act and the run goes on as it was', async () => {
  await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
    await laySaved(page, address, { drafts: [makeDraft('fullCycle', 7, 700)] });
    await page.goto(`${address}/act/duck-pond/play`);
    await waitForEvening(page);
    const english = await control(page, 'tool-grain').innerText();
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('pause.settings') })
      .click();
    const before = (await readKept(page)).ticks;
    const choice = page
      .getByRole('dialog')
      .locator('select, input[type="radio"]')
      .filter({ hasText: 'Русский' })
      .first();
    await choice.selectOption('ru');
    await page.waitForFunction(() => document.documentElement.lang === 'ru');
    await page.getByRole('dialog').locator('.button-main').first().click();
    await page.getByRole('dialog').locator('.button-main').first().click();
    await waitForEvening(page);
    expect(await control(page, 'tool-grain').innerText()).not.toBe(english);
    expect(await page.locator('section.theatre').getAttribute('lang')).toBe('ru');
    await expect.poll(async () => (await readKept(page)).ticks, SOON).toBeGreaterThan(before);
    const kept = await readKept(page);
    // The same run went on: its fingerprints begin with those that the bot's run had, and nothing was asked of it.
    const { replay: until } = makeDraft('fullCycle', 7, 700);
    expect(kept.hashes.slice(0, until.hashes.length)).toEqual(until.hashes);
    expect(kept.intents).toEqual(until.intents);
  });
});

describe('what cannot be read is said, kept aside, and does not stop the play', () => {
  test.each([
    ['cut off', '{"format":"marshals-baton/settings","version":1,"sett', 'settingsCorrupt'],
    ['no settings at all', '"a duck"', 'settingsCorrupt'],
    ['bad in one field', sealEnvelope({ speed: 'fast', textSize: 1.5 }), 'settingsCorrupt'],
    [
      'of a newer game',
      '{"format":"marshals-baton/settings","version":99,"settings":{"muted":true}}',
      'settingsFuture',
    ],
  ])('settings that are %s', async (_what, text, notice) => {
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SETTINGS_KEY, text] as const);
      await page.goto(`${address}/settings`);
      await expectNotice(page, notice);
      await page.getByLabel(settingsWords('contrast')).first().click({ force: true });
      const kept = await page.evaluate(() => Object.entries(localStorage) as [string, string][]);
      const copies = kept.filter(
        ([key, value]) => (key === SETTINGS_KEY || key.startsWith(ASIDE_KEY)) && value === text,
      );
      expect(copies).toHaveLength(1);
      await expectPlayable(page, address);
    });
  });

  test('a record that was damaged', async () => {
    const whole = makeAttempt(1, 'scatterAndGlue', 7);
    const damaged = { ...makeAttempt(2, 'shooter', 8), payload: { act: 'duck-pond' } };
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      await laySaved(page, address, { records: [whole, damaged] });
      await page.goto(`${address}/campaign`);
      await expectNotice(page, 'recordCorrupt');
      const { outcome } = whole.payload as { outcome: { score: number } };
      await page.getByText(played(outcome.score)).waitFor();
      const aside = (await readStore(page, 'kept-aside')) as { raw: unknown }[];
      const records = await readStore(page, 'records');
      expect([...aside.map(({ raw }) => raw), ...records]).toContainEqual(damaged);
      await expectPlayable(page, address);
    });
  });

  test('a record of a newer game', async () => {
    const future = { ...makeAttempt(1, 'shooter', 8), schema: 99 };
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      await laySaved(page, address, { records: [future] });
      await page.goto(`${address}/campaign`);
      await expectNotice(page, 'recordFuture');
      const aside = (await readStore(page, 'kept-aside')) as { raw: unknown }[];
      expect([...aside.map(({ raw }) => raw), ...(await readStore(page, 'records'))]).toContainEqual(future);
      await expectPlayable(page, address);
    });
  });

  test('a database of a newer game', async () => {
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const request = indexedDB.open('marshals-baton', 99);
            request.addEventListener('upgradeneeded', () => request.result.createObjectStore('of-the-future'));
            request.addEventListener('success', () => {
              request.result.close();
              resolve(undefined);
            });
          }),
      );
      await page.goto(`${address}/campaign`);
      await expectNotice(page, 'storageFuture');
      await expectPlayable(page, address);
      const stores = await page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const request = indexedDB.open('marshals-baton');
            request.addEventListener('success', () => resolve([...request.result.objectStoreNames]));
          }),
      );
      expect(stores).toEqual(['of-the-future']);
    });
  });

  test('an unfinished run that was tampered with', async () => {
    const whole = makeDraft('fullCycle', 7, 700);
    const draft = { ...whole, replay: { ...whole.replay, seed: 8 } };
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address }) => {
      await laySaved(page, address, { drafts: [draft] });
      await page.goto(`${address}/act/duck-pond/play`);
      await waitForEvening(page);
      expect((await readStore(page, 'kept-aside')) as { raw: unknown }[]).toContainEqual(
        expect.objectContaining({ from: 'draft', raw: draft }),
      );
      await page.goto(`${address}/act/duck-pond/play`);
      await waitForEvening(page);
    });
  });

  const records = [
    makeRecord(1, 'poll', { question: 'aptitude', choice: 'team' }),
    makeAttempt(2, 'scatterAndGlue', 7),
  ];
  const whole = writeFile(records, Date.UTC(2026, 5, 2));

  test.each([
    ['breaks off', whole.slice(0, whole.indexOf('\n', whole.indexOf('"poll"')) + 40), 'importTruncated', 1],
    ['is something else', 'ducks, grain and glue', 'importUnreadable', 0],
    ['comes from a newer game', whole.replace('"version":1', '"version":99'), 'importFuture', 0],
    [
      'has one false record',
      writeFile([{ ...(records[0] as (typeof records)[0]), payload: {} }, records[1] as (typeof records)[0]], 0),
      'importRejected',
      1,
    ],
  ])('a file that %s', async (_what, text, notice, taken) => {
    await tests.visit({ path: '/settings', size: SMALL, quick: true }, async ({ page, address }) => {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expectNotice(page, notice);
      expect(await readStore(page, 'records')).toHaveLength(taken);
      await expectPlayable(page, address);
    });
  });

  test('a file that was exported comes back whole on an empty device', async () => {
    await tests.visit({ path: '/healthz', size: SMALL, quick: true }, async ({ page, address, context }) => {
      await laySaved(page, address, { records });
      await page.goto(`${address}/settings`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: settingsWords('export') }).click(),
      ]);
      const file = await download.path();
      const other = await context.browser()?.newContext();
      if (other === undefined) throw new Error('there is no second device');
      const fresh = await other.newPage();
      await fresh.goto(`${address}/settings?lang=en`);
      await fresh.locator('input[type="file"]').setInputFiles(file);
      await fresh.getByText(settingsWords('importDone_other').replace('{{number}}', '2')).waitFor();
      expect(await readStore(fresh, 'records')).toEqual(expect.arrayContaining(records));
      await other.close();
    });
  });

  test('a device that is full', async () => {
    await tests.visit({ path: '/settings', size: SMALL, quick: true }, async ({ page, address, context }) => {
      await page.getByText(settingsWords('saved')).waitFor();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: address, quotaSize: 1 });
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(whole) });
      await expectNotice(page, 'storageFull');
      await expectPlayable(page, address);
    });
  });
});
