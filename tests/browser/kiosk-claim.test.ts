/** A visitor takes a result home: the kiosk's own outbox, a real server, a phone, and the team that the phone is in. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { openVisitBook, startDelivery, type DeliverableBook } from '../../src/kiosk/outbox/index.ts';
import type { Joined } from '../../src/wire/joining.ts';
import type { Visit } from '../../src/wire/kiosk.ts';
import type { Attempt } from '../../src/wire/records/records.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { joinByHand, openTeamByCode, readDelivered } from './driver/joining.ts';
import { makeKioskSettings } from './driver/kiosk.ts';
import { makeAttempt, makeRecord, readStore } from './driver/saved-things.ts';
import { openTeamProduct, type TeamProduct } from './driver/team-product.ts';
import { openTests, type Tests } from './driver/visit.ts';

const TEAM_CODE = 'BCDFGHJK';
const KIOSK_CODE = 'ZYXWVTSR';
const CLAIM = 'ABCDEFGHJK';
const PHONE = [390, 844] as const;
const SOON = { timeout: 60_000, interval: 100 };

const { kiosk: cut } = JSON.parse(readFileSync('levels/duck-pond/act.json', 'utf8')) as {
  readonly kiosk: Readonly<Record<string, number>>;
};
/** A visit with one act, on a seed of its own. */
function makeVisit(number: number, claim: string): Visit {
  // Nobody bets at a kiosk.
  const attempt: Attempt = {
    ...(makeAttempt(40 + number, 'fullCycle', 40 + number, { changed: cut }).payload as Attempt),
    bet: null,
  };
  return {
    id: `0190a000-0000-7000-8000-00000000000${number}`,
    name: { language: 'zh-Hans', first: 3, second: 5 },
    claim,
    startedAt: Date.now() - 90_000,
    endedAt: Date.now() - 10_000,
    records: [makeRecord(40 + number, 'attempt', attempt)],
  };
}
const visit = makeVisit(1, CLAIM);

let product: TeamProduct;
let tests: Tests;
let book: DeliverableBook;
beforeAll(async () => {
  product = await openTeamProduct('empty');
  tests = await openTests(() => Promise.resolve(product));
  await openTeamByCode(product.grounds, TEAM_CODE);
  await openTeamByCode(product.grounds, KIOSK_CODE, 'The fair', 'kiosk');
  book = openVisitBook(kioskSurroundings());
  const settings = makeKioskSettings(product.address);
  await book.writeHere({ settings, membership: { team: 'The fair', token: (await joinAsKiosk()).token } });
  await book.keepVisit(visit);
});
afterAll(() => tests.close());

function kioskSurroundings(): Parameters<typeof startDelivery>[1] & object {
  return {
    indexedDB: disk,
    page: new EventTarget(),
    locks: {
      request: (_: string, __: LockOptions, work: (lock: Lock) => unknown) => work({ name: '', mode: 'exclusive' }),
    } as never,
    fetch: (path, init) => fetch(product.address + path, init),
    isOnline: () => true,
  };
}
const disk = new IDBFactory();

async function joinAsKiosk(): Promise<Joined> {
  const response = await fetch(`${product.address}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: KIOSK_CODE, name: 'Hall', device: '0190a000-0000-7000-8000-0000000000aa' }),
  });
  return (await response.json()) as Joined;
}

async function deliverInTheEvening({ id }: Visit): Promise<void> {
  await book.closeVisit(id);
  const delivery = startDelivery(book, kioskSurroundings());
  const round = await delivery.deliverNow();
  delivery.stop();
  expect([round, await book.waiting()]).toMatchObject([{ end: 'clean' }, { visits: 0, fault: null }]);
}

/** Has the page looked at in every way that a screen is, at the size of text given. */
async function lookOver(page: Page, what: string): Promise<void> {
  expect(await runAxe(page), what).toEqual([]);
  expect(await findOverflow(page), what).toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await findOverflow(page), `${what} at twice the size`).toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
}

test('a result waits for its kiosk, comes to one phone, and counts in the team that the phone joins', async () => {
  await tests.visit({ path: '/healthz', size: PHONE, touch: true }, async ({ page, context, address, trouble }) => {
    const asked = watchAsked(context);
    await page.goto(`${address}/claim?lang=en#${CLAIM}`);
    await page.getByRole('heading', { name: 'Not here yet' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await lookOver(page, 'not here');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Still not here.').waitFor();

    await deliverInTheEvening(visit);
    // The page is opened anew in the evening: the device remembers the code, and the answer is lost once on its way.
    await page.goto(`${address}/claim?lang=en`);
    expect(await page.locator('.join-code').inputValue()).toBe('ABCDE-FGHJK');
    await context.route(
      '**/api/claims',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Fetch it' }).click();
    await page.getByText('cannot be reached').waitFor();
    expect(trouble.splice(0)).toEqual(['console: Failed to load resource: net::ERR_FAILED']);
    await page.getByRole('button', { name: 'Fetch it' }).click();
    await page.getByRole('heading', { name: 'It is yours now' }).waitFor();
    await page.getByText('Event: The autumn fair').waitFor();
    await lookOver(page, 'got');
    expect(asked.filter((address) => address.includes(CLAIM))).toEqual([]);
    expect((await readStore(page, 'records')).map((row) => (row as { id: string }).id)).toEqual(
      visit.records.map((record) => (record as { id: string }).id),
    );

    await page.getByRole('link', { name: 'See how it came about' }).click();
    await page.locator('main svg').first().waitFor();
    await joinByHand(page, address, TEAM_CODE, 'Ann');
    await vi.waitFor(async () => expect(await readDelivered(product.grounds, 'Ann')).toHaveLength(1), SOON);
    expect(await readDelivered(product.grounds, 'Ann')).toMatchObject([{ type: 'attempt', mark: null }]);
    // The same code scanned again on the same phone.
    await page.goto(`${address}/claim?lang=en#${CLAIM}`);
    await page.getByText('goes to your team').waitFor();
    expect(await readStore(page, 'records')).toHaveLength(1);
  });
});

test('what somebody claims who is in a team already goes to the team by itself', async () => {
  const other = makeVisit(2, 'KJHGFEDCBA');
  await book.keepVisit(other);
  await deliverInTheEvening(other);
  await tests.visit({ path: '/healthz', size: PHONE, touch: true }, async ({ page, address }) => {
    await joinByHand(page, address, TEAM_CODE, 'Ben');
    await page.goto(`${address}/claim?lang=en#${other.claim}`);
    await page.getByRole('heading', { name: 'It is yours now' }).waitFor();
    await page.getByText('goes to your team').waitFor();
    await lookOver(page, 'got in a team');
    await vi.waitFor(async () => expect(await readDelivered(product.grounds, 'Ben')).toHaveLength(1), SOON);
    expect(await readDelivered(product.grounds, 'Ben')).toMatchObject([{ type: 'attempt', mark: null }]);
  });
});

test('another phone is told that somebody has it, and a slip of the finger that it is not here', async () => {
  await tests.visit({ path: `/claim?lang=ru#${CLAIM}`, language: 'ru', size: PHONE, touch: true }, async ({ page }) => {
    await page.getByRole('heading', { name: 'Уже забрали' }).waitFor();
    await lookOver(page, 'taken');
    await page.getByRole('button', { name: 'Другой код' }).click();
    const field = page.locator('.join-code');
    await field.fill('zzz');
    await page.keyboard.press('Enter');
    await page.getByText('В коде десять знаков').waitFor();
    await lookOver(page, 'code');
    // As a Chinese keyboard writes it, with letters that are read as digits.
    await field.fill('ｏｌｉ２３　４５６７８');
    expect(await field.inputValue()).toBe('01123-45678');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ещё не пришло' }).waitFor();
    expect(await page.locator('.claim-code').innerText()).toBe('01123-45678');
  });
});

test('a second code that comes into the open page by its address is asked for, too', async () => {
  const [first, second, third] = ['AAAAA11111', 'BBBBB22222', 'CCCCC33333'] as const;
  await tests.visit(
    { path: `/claim?lang=en#${first}`, size: PHONE, touch: true },
    async ({ page, context, address }) => {
      const shown = page.locator('.claim-code');
      await page.getByRole('heading', { name: 'Not here yet' }).waitFor();
      expect(await shown.innerText()).toBe('AAAAA-11111');
      // Pasted over the address, or scanned into the tab that is open: no page is loaded for it.
      await page.evaluate(() => Object.assign(window, { still: true }));
      await page.goto(`${address}/claim?lang=en#${second}`);
      await expect.poll(() => shown.allInnerTexts(), SOON).toEqual(['BBBBB-22222']);
      expect(new URL(page.url()).hash).toBe('');
      // And while the page waits for an answer: what comes late belongs to a code that nobody waits for any more.
      let answer: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (answer = resolve));
      await context.route(
        '**/api/claims',
        async (route) => {
          await held;
          await route.continue();
        },
        { times: 1 },
      );
      await page.getByRole('button', { name: 'Another code' }).click();
      await page.goto(`${address}/claim?lang=en#${first}`);
      await page.getByRole('button', { name: 'Fetching' }).waitFor();
      await page.goto(`${address}/claim?lang=en#${third}`);
      await expect.poll(() => shown.allInnerTexts(), SOON).toEqual(['CCCCC-33333']);
      const late = page.waitForResponse('**/api/claims');
      answer();
      await late;
      await page.waitForTimeout(300);
      expect(await shown.allInnerTexts()).toEqual(['CCCCC-33333']);
      expect(await page.evaluate(() => 'still' in window)).toBe(true);
    },
  );
});

/** Addresses that the page asks for. */
function watchAsked(context: BrowserContext): readonly string[] {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  return asked;
}
