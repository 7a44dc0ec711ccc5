import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import { control, playToReveal } from './driver/act-on-stage.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { openKillableBrowser } from './driver/browser.ts';
import { joinByHand, openTeamByCode, readDelivered } from './driver/joining.ts';
import { readStore } from './driver/saved-things.ts';
import { openTeamProduct, type TeamProduct } from './driver/team-product.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

const CODE = 'BCDFGHJK';
/** A small stage is drawn faster where there is no graphics card. */
const SMALL = [640, 360] as const;
const SOON = { timeout: 60_000, interval: 100 };

let product: TeamProduct;
let tests: Tests;
beforeAll(async () => {
  product = await openTeamProduct('empty');
  tests = await openTests(() => Promise.resolve(product));
  await openTeamByCode(product.grounds, CODE);
});
afterAll(() => tests.close());

const untilDelivered = (name: string, types: readonly string[]): Promise<void> =>
  vi.waitFor(async () => {
    expect((await readDelivered(product.grounds, name)).map(({ type }) => type)).toEqual(types);
  }, SOON);

test('somebody joins by a code, plays an act, and the server has played it again', async () => {
  await tests.visit({ size: SMALL, quick: true }, async ({ page, address }) => {
    // As a Chinese keyboard writes it.
    expect(await joinByHand(page, address, 'ｂｃｄｆ ｇｈｊｋ', 'Ann')).toHaveLength(14);
    await page.goto(`${address}/act/duck-pond/play?seed=7&lang=en`);
    await playToReveal(page, (id) => control(page, id).click());
    await untilDelivered('Ann', ['attempt']);
    expect(await readDelivered(product.grounds, 'Ann')).toMatchObject([{ mark: null }]);
    await vi.waitFor(async () => expect(await readStore(page, 'outbox')).toEqual([]), SOON);
    await page.goto(`${address}/settings?lang=en`);
    await page.getByText('Everything is delivered.').waitFor();
  });
});

test('without a network what is earned waits, and goes when the network is back', async () => {
  await tests.visit({}, async ({ page, context, address, trouble }) => {
    await joinByHand(page, address, CODE, 'Ben');
    await page.goto(`${address}/welcome?lang=en`);
    await page.getByRole('radio').first().waitFor();
    await context.setOffline(true);
    await page.getByRole('radio').first().check({ force: true });
    await page.getByRole('button', { name: words('welcome.answer') }).click();
    await vi.waitFor(async () => expect(await readStore(page, 'outbox')).toHaveLength(1), SOON);
    expect(await readDelivered(product.grounds, 'Ben')).toEqual([]);
    await context.setOffline(false);
    await untilDelivered('Ben', ['poll']);
    await vi.waitFor(async () => expect(await readStore(page, 'outbox')).toEqual([]), SOON);
    // The browser itself writes down each request that met no network.
    trouble.splice(0);
  });
});

test('a page that is killed between the server’s work and its answer delivers once', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const { address } = product;
  const before = await openKillableBrowser(profile);
  const context = before.browser.contexts()[0] ?? (await before.browser.newContext());
  const page = await context.newPage();
  await joinByHand(page, address, CODE, 'Cleo');
  let isHandled = false;
  await page.route('**/api/deliveries', async (route) => {
    await route.fetch();
    // The answer is never given to the page.
    isHandled = true;
  });
  await page.goto(`${address}/welcome?lang=en`);
  await page.getByRole('radio').first().check({ force: true });
  await page.getByRole('button', { name: words('welcome.answer') }).click();
  await vi.waitFor(() => expect(isHandled).toBe(true), SOON);
  await untilDelivered('Cleo', ['poll']);
  expect(await readStore(page, 'outbox')).toHaveLength(1);
  await before.kill();

  const after = await openKillableBrowser(profile);
  onTestFinished(() => after.kill());
  const again = await (after.browser.contexts()[0] ?? (await after.browser.newContext())).newPage();
  await again.goto(`${address}/campaign?lang=en`);
  await again.locator('.team-line', { hasText: 'Herons' }).waitFor();
  await vi.waitFor(async () => expect(await readStore(again, 'outbox')).toEqual([]), SOON);
  expect((await readDelivered(product.grounds, 'Cleo')).map(({ type }) => type)).toEqual(['poll']);
});

test('a second device comes in by words in another language, and has what the first one earned', async () => {
  let paper: readonly string[] = [];
  await tests.visit({}, async ({ page, address }) => {
    await joinByHand(page, address, CODE, 'Dora');
    await page.goto(`${address}/settings?lang=ru`);
    await page.locator('.join-team .buttons').last().getByRole('button').nth(1).click();
    await page.getByRole('dialog').locator('.button-main').click();
    await page.locator('.join-words li').first().waitFor();
    paper = await page.locator('.join-words li').allInnerTexts();
    await page.goto(`${address}/welcome?lang=en`);
    await page.getByRole('radio').first().check({ force: true });
    await page.getByRole('button', { name: words('welcome.answer') }).click();
    await untilDelivered('Dora', ['poll']);
  });
  expect(paper).toHaveLength(14);
  await tests.visit({}, async ({ page, address }) => {
    await page.goto(`${address}/join?lang=en`);
    await page.locator('.join-other button').click();
    const field = page.locator('input[list]');
    await field.fill(`${paper.slice(0, 13).join(' ')} `);
    await field.fill(paper[13] ?? '');
    await field.press('Enter');
    await page.locator('form .button-main').last().click();
    await page.locator('.join-words li').first().waitFor();
    await vi.waitFor(async () => expect(await readStore(page, 'records')).toHaveLength(1), SOON);
  });
});

test('who got another name than they wished for is told so, and their second device is not', async () => {
  const renamed = 'Somebody has that name already, so here you are';
  await tests.visit({}, async ({ page, address }) => {
    await joinByHand(page, address, CODE, 'Faye');
    expect(await page.getByText(renamed).count()).toBe(0);
  });
  let pair: string | undefined;
  await tests.visit({}, async ({ page, address }) => {
    await joinByHand(page, address, CODE, 'Faye');
    await page.getByText(renamed).waitFor();
    await page.goto(`${address}/settings?lang=en`);
    await page.getByRole('button', { name: 'Another device' }).click();
    const shown = page.getByRole('dialog').getByText(/^\w{5}-\w{5}$/);
    await shown.waitFor();
    pair = await shown.innerText();
  });
  await tests.visit({}, async ({ page, address }) => {
    await page.goto(`${address}/join?lang=en#pair=${pair}`);
    await page.getByRole('heading', { name: 'You are in' }).waitFor();
    await page.getByText('Faye (2)').first().waitFor();
    expect(await page.getByText(renamed).count()).toBe(0);
  });
});

test('whoever has their data deleted keeps what was earned, and delivers nothing more', async () => {
  await tests.visit({}, async ({ page, address }) => {
    await joinByHand(page, address, CODE, 'Emil');
    await page.goto(`${address}/welcome?lang=en`);
    await page.getByRole('radio').first().check({ force: true });
    await page.getByRole('button', { name: words('welcome.answer') }).click();
    await untilDelivered('Emil', ['poll']);
    await page.goto(`${address}/settings?lang=en`);
    await page.getByRole('button', { name: 'Delete your data from the team' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
    await page.getByText('The server has deleted everything of you.').waitFor();
    // The button that was pressed is gone: the focus stays where the team stood.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Team');
    expect(await readDelivered(product.grounds, 'Emil')).toEqual([]);
    expect(await readStore(page, 'records')).toHaveLength(1);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    [390, 844],
    [1280, 720],
  ])('joining and the team in the settings fit into %d × %d and can be used by everybody', async (...size) => {
    await tests.visit({ language, size }, async ({ page, address }) => {
      const look = async (): Promise<void> => {
        expect(await findOverflow(page)).toEqual([]);
        expect(await runAxe(page)).toEqual([]);
      };
      await page.goto(`${address}/join?lang=${language}#code=${CODE}`);
      await page.locator('.join-list').first().waitFor();
      // The code does not stay in the address.
      expect(page.url()).not.toContain(CODE);
      await look();
      await page.locator('input[autocomplete="nickname"]').fill(`Fay ${language} ${size[0]}`);
      await page.keyboard.press('Enter');
      await page.locator('.join-words').waitFor();
      await look();
      await page.goto(`${address}/settings?lang=${language}`);
      await page.locator('.join-devices li').waitFor();
      await look();
      await page.locator('.join-devices ~ .buttons button').first().click();
      await page.locator('.join-qr').waitFor();
      await look();
    });
  });
});
