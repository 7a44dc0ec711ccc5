/** The managers' pages on a demonstration: every page, on every width, by keys alone, kept up to date, on paper. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import serverTexts from '../../src/i18n/texts/server/en.json' with { type: 'json' };
import { toPerson, toReport } from '../../src/team/routes.ts';
import { makeManager } from '../server/harness/people.ts';
import { speak } from '../team/speak.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { listPages, openPage, signInToDemo } from './driver/team-pages.ts';
import { openTeamProduct, type TeamProduct } from './driver/team-product.ts';
import { openTests, type Tests, type Visit, type VisitOptions } from './driver/visit.ts';

const t = speak('en');
let product: TeamProduct;
let tests: Tests;
let team: string;
/** Somebody who has played much. */
let person: { readonly id: string; readonly name: string };

beforeAll(async () => {
  tests = await openTests(async () => (product = await openTeamProduct('demo')));
  ({ id: team } = await product.grounds.db.selectFrom('team').select('id').executeTakeFirstOrThrow());
  person = await product.grounds.db
    .selectFrom('attempt')
    .innerJoin('player', 'player.id', 'attempt.player_id')
    .select(['player.id', 'player.name'])
    .groupBy(['player.id', 'player.name'])
    .orderBy((build) => build.fn.countAll(), 'desc')
    .executeTakeFirstOrThrow();
});
afterAll(() => tests.close());

type Managing = (visit: Visit, team: string) => Promise<void>;

/** Comes as one of the team's managers, each time as another: one account alone could not open so many pages a minute. */
async function manage(options: VisitOptions, doing: Managing): Promise<void> {
  const { grounds } = product;
  const manager = await makeManager(grounds, { teams: [team] });
  const [name = '', value = ''] = (manager.headers['Cookie'] ?? '').split('=');
  await tests.visit({ path: '/healthz', ...options }, async (visit) => {
    await visit.context.addCookies([{ name, value, url: visit.address }]);
    await openPage(visit.page, visit.address, toReport(team, 'overview'), options.language);
    await doing(visit, team);
  });
}

test('every page is accessible', async () => {
  await tests.visit({ path: '/team?lang=en' }, async ({ page, address }) => {
    expect(await signInToDemo(page)).toBe(team);
    for (const [name, path] of listPages(team, person.id)) {
      await openPage(page, address, path);
      expect(await runAxe(page), name).toEqual([]);
      expect(await page.title(), name).toContain(await page.getByRole('heading', { level: 1 }).innerText());
    }
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  test('every page fits a phone, also with letters twice as large', async () => {
    const phone = { size: [390, 844], touch: true, reducedMotion: true, language } as const;
    for (const textSize of [1, 2]) {
      await manage({ ...phone, settings: { textSize } }, async ({ page, address }, team) => {
        for (const [name, path] of listPages(team, person.id)) {
          await openPage(page, address, path, language);
          expect(await findOverflow(page), `${name} at ${textSize}`).toEqual([]);
          expect(await page.locator('body').innerText(), name).not.toMatch(/\{\{|\b(need|report|column)\.\w/);
        }
      });
    }
  });
});

test('names are drawn in whatever script they were typed, on a machine that has no such letters', async () => {
  for (const language of ['en', 'zh-Hant'] as const)
    await manage({ language }, async ({ page }) => {
      await page.waitForFunction(() => [...document.fonts].some(({ family }) => family.includes('Typed names')));
      for (const name of ['李伟', '陳怡君']) {
        const statuses = await page.evaluate(
          async (typed) => (await document.fonts.load("16px 'Typed names'", typed)).map(({ status }) => status),
          name,
        );
        expect(new Set(statuses), name).toEqual(new Set(['loaded']));
      }
      const family = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily);
      expect(family).toContain('Typed names');
    });
});

test('a result that arrives while the page is open shows without a reload', async () => {
  await manage({}, async ({ page, address }, team) => {
    await openPage(page, address, toReport(team, 'progress'));
    await page.evaluate(() => Object.assign(window, { here: true }));
    const rows = page.locator('.matrix tbody tr');
    const before = await rows.count();
    await page.getByText(t('live.open')).waitFor();
    const player = await joinByCode(page, address, team);
    await page.waitForFunction((count) => document.querySelectorAll('.matrix tbody tr').length > count, before);
    expect(await rows.count()).toBe(before + 1);
    await page.getByRole('link', { name: player }).waitFor();
    expect(await page.evaluate(() => 'here' in window)).toBe(true);
    await page
      .getByRole('status')
      .filter({ hasText: /somebody joined/ })
      .first()
      .waitFor();
  });
});

/** Makes a code as the manager and joins by it as somebody else would, from another machine. */
async function joinByCode(page: Visit['page'], address: string, team: string): Promise<string> {
  const code = await page.evaluate(async (id) => {
    const answer = await fetch(`/api/teams/${id}/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'player', days: 1, mostUses: 5 }),
    });
    return ((await answer.json()) as { code: string }).code;
  }, team);
  const joined = await fetch(`${address}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: 'Zoë Latecomer', device: crypto.randomUUID() }),
  });
  expect(joined.status).toBe(201);
  return 'Zoë Latecomer';
}

test('the whole book can be walked by keys alone, and the focus goes to the heading of each page', async () => {
  await manage({}, async ({ page }) => {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(t('shell.skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
    await tabTo(page, t('report.progress'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/progress/);
    await page.waitForFunction((name) => document.activeElement?.textContent === name, t('report.progress'));
    await page.locator('.count').first().waitFor();
    const count = page.locator('.count:not([disabled])').first();
    const label = (await count.getAttribute('aria-label')) ?? '';
    await tabTo(page, label);
    await page.keyboard.press('Enter');
    expect(await count.getAttribute('aria-expanded')).toBe('true');
    await tabTo(page, await page.locator('.who-list a').first().innerText());
    await page.keyboard.press('Enter');
    await page.waitForURL(/people/);
  });
});

test('a dialog that is closed gives the focus back to what opened it', async () => {
  await manage({}, async ({ page, address }, team) => {
    await openPage(page, address, `/team/t/${team}/settings`);
    const rename = page.locator('.ledger button').first();
    const name = (await rename.getAttribute('aria-label')) ?? '';
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(name);
  });
});

/** Name of what has the focus. */
function focused(page: Visit['page']): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

async function tabTo(page: Visit['page'], name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)) === name) return;
  }
  throw new Error(`no way by ${key} to “${name}”`);
}

test('filters stand in the address, stay from report to report, and can be dropped', async () => {
  await manage({}, async ({ page, address }, team) => {
    await openPage(page, address, toReport(team, 'progress'));
    await page.getByLabel(t('filter.search')).fill(person.name);
    await page.waitForURL(/search=/);
    await page.waitForFunction(() => document.querySelectorAll('.matrix tbody tr').length === 1);
    await page.getByRole('link', { name: t('report.time'), exact: true }).click();
    await page.waitForURL(/time\?.*search=/);
    await page.waitForFunction(() => document.querySelectorAll('.ledger .spread').length === 1);
    await page.reload();
    await page.getByLabel(t('filter.search')).waitFor();
    expect(await page.getByLabel(t('filter.search')).inputValue()).toBe(person.name);
    await page.getByRole('button', { name: t('filter.drop') }).click();
    await page.waitForFunction(() => document.querySelectorAll('.ledger .spread').length > 1);
    expect(page.url()).not.toContain('search=');
  });
});

test('a report that its filters leave empty says so, and not that there is nothing', async () => {
  await manage({}, async ({ page, address }, team) => {
    for (const report of ['ranks', 'ideas', 'items', 'marked'] as const) {
      await openPage(page, address, toReport(team, report));
      await page.getByLabel(t('filter.to')).fill('2998-12-31');
      await page.getByLabel(t('filter.from')).fill('2999-01-01');
      await page.getByText(t('filter.reversed')).waitFor();
      await page.getByLabel(t('filter.to')).fill('');
      await page.getByText(t('filter.reversed')).waitFor({ state: 'detached' });
      await page.locator('.empty').waitFor();
      expect(await page.locator('.empty h2').textContent(), report).toBe(t('empty.filtered'));
    }
  });
});

test('a run is shown on the stage as it was played, to its end', async () => {
  await manage({ quick: true }, async ({ page, address }, team) => {
    await openPage(page, address, toPerson(team, person.id));
    await page
      .getByRole('button', { name: /^Watch the run/ })
      .first()
      .click();
    await page.locator('dialog .theatre').waitFor();
    await page.getByRole('slider').fill('8');
    await page
      .getByRole('status')
      .filter({ hasText: /The run is over/ })
      .waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: t('form.close') }).click();
    expect(await page.locator('dialog').count()).toBe(0);
  });
}, 240_000);

test('a report is saved as a file that begins with the names of its columns', async () => {
  await manage({}, async ({ page, address }, team) => {
    await openPage(page, address, toReport(team, 'progress'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t('tools.csv') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n').length).toBeGreaterThan(5);
    expect(text).toContain(person.name);
  });
});

test('on paper there is the report and nothing to press', async () => {
  await manage({}, async ({ page, address }, team) => {
    for (const name of ['overview', 'ranks', 'ideas'] as const) {
      await openPage(page, address, toReport(team, name));
      await page.emulateMedia({ media: 'print' });
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('.rail, .leaf-tools, .filters, button, .press')]
          .filter((element) => element.checkVisibility())
          .map((element) => element.outerHTML.slice(0, 100)),
      );
      expect(shown, name).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      // A4 is 595 by 842 points.
      expect(pdf, name).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

test('a person can be erased, but only by whoever types the name', async () => {
  await manage({}, async ({ page, address, trouble }, team) => {
    await openPage(page, address, toReport(team, 'settings'));
    const name = await page.locator('tbody th a').last().innerText();
    const path = await page.locator('tbody th a').last().getAttribute('href');
    await page.getByRole('button', { name: t('people.eraseNamed', { name }) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('people.eraseButton') }).click();
    await dialog.getByText(t('form.notTheSame')).waitFor();
    await dialog.getByRole('textbox').fill(name);
    await dialog.getByRole('button', { name: t('people.eraseButton') }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
    const heading = page.getByRole('heading', { name: t('people.heading') });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    const left = await product.grounds.db.selectFrom('player').select('id').where('name', '=', name).execute();
    expect(left).toEqual([]);

    // Whoever kept the address of the person's page is told, and not offered another try.
    await page.goto(`${address}${path}`);
    const told = page.getByRole('alert').filter({ hasText: serverTexts.notFound });
    await told.waitFor();
    expect(await told.getByRole('button').count()).toBe(0);
    expect(trouble.splice(0).every((line) => line.includes('404'))).toBe(true);
  });
});
