import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { listControls } from '../../src/acts/air-before-infantry/rules/controls.ts';
import { isKnown } from '../../src/acts/air-before-infantry/rules/ground.ts';
import { viewOf } from '../../src/acts/air-before-infantry/rules/view.ts';
import { control } from './driver/act-on-stage.ts';
import {
  CAMPAIGN,
  CAMPAIGN_TEXTS,
  leaveCampaign,
  readName,
  say,
  usable,
  waitForPlan,
} from './driver/campaign-on-stage.ts';
import { laySaved, makeAttempt } from './driver/saved-things.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

/** What a finger hits without trouble, and what it hits if it must (WCAG 2.5.8), in CSS pixels. */
const FINGER = 44;
const FINGERTIP = 24;

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** The controls in sight that a finger would miss: too small, or with something else over their middle. */
function findMissed(page: Page, least = FINGER): Promise<readonly string[]> {
  return page.evaluate(
    (size) =>
      [...document.querySelectorAll<HTMLElement>('[data-id^="town-"], [data-id^="order-"], [data-id="march"]')]
        .filter((button) => button.checkVisibility())
        .flatMap((button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          const said = `${button.dataset['id']} of ${Math.round(width)} × ${Math.round(height)}`;
          if (width < size || height < size) return [`${said} is small`];
          // An order that the panel has scrolled away is not on offer; a town always is.
          const over = document.elementFromPoint(x + width / 2, y + height / 2);
          const isOffered = button.dataset['id']?.startsWith('order-') !== true;
          return isOffered && !button.contains(over) ? [`${said} lies under ${over?.className ?? 'nothing'}`] : [];
        }),
    least,
  );
}

test('on a phone the first campaign is planned with taps, and the sheet of orders folds away', async () => {
  await tests.visit({ path: `${CAMPAIGN}?seed=7`, touch: true, size: [390, 844], quick: true }, async ({ page }) => {
    await page.getByRole('radio').first().locator('xpath=ancestor::label').tap();
    await page.getByRole('button', { name: words('playbill.raise') }).tap();
    await waitForPlan(page, 1);
    // Whoever comes for the first time is led through the hand-made province.
    expect(await page.locator('[data-id^="town-"]').count()).toBe(7);
    // The storyteller speaks of another town than the chosen one, and says so.
    const elsewhere = { key: 'hints.elsewhere', values: { n: 4, count: 5, say: 'look' } };
    await page.getByText(say(elsewhere), { exact: true }).waitFor();
    await page.getByText(CAMPAIGN_TEXTS.actions.word.rest, { exact: true }).waitFor();

    expect(await findMissed(page)).toEqual([]);
    await page.locator('button[aria-expanded="true"]').tap();
    await control(page, 'order-recon').waitFor({ state: 'hidden' });
    expect(await findMissed(page)).toEqual([]);
    await control(page, 'town-3').tap();
    await page
      .locator('button[aria-expanded="true"]', { hasText: say({ key: 'towns.name', values: { n: 4 } }) })
      .waitFor();
    await page.getByText(say({ key: 'hints.look', values: { n: 4, count: 5 } }), { exact: true }).waitFor();
    await control(page, 'order-recon').tap();
    await expect
      .poll(() => readName(page, 'undo'), { timeout: 60_000 })
      .toBe(say({ key: 'actions.undo.recon', values: { n: 4 } }));
    // The word on what sets everything going is a part of what it is called.
    const word = CAMPAIGN_TEXTS.actions.word.march;
    await control(page, 'march').getByText(word, { exact: true }).waitFor();
    expect(await readName(page, 'march')).toContain(word);
    await control(page, 'march').tap();
    await waitForPlan(page, 2);
    expect(await readName(page, 'town-3')).toContain('Walls: ');
  });
});

test('screen readers are told every town with its neighbours, and of unseen walls only a range', async () => {
  const left = leaveCampaign({}, ({ week, isMarching, orders }) => week === 2 && !isMarching && orders.length === 0);
  const view = viewOf(left.state);
  const told = listControls(left.state).filter(({ group }) => group === 'town');
  const names = new Map(Object.entries(CAMPAIGN_TEXTS.towns.names));
  await tests.visit({ path: '/healthz', touch: true, size: [390, 844], quick: true }, async ({ page, address }) => {
    await laySaved(page, address, { drafts: [left.draft] });
    await page.goto(`${address}${CAMPAIGN}/play`);
    await waitForPlan(page, 2);
    expect(await findMissed(page)).toEqual([]);
    const list = page.getByRole('group', { name: CAMPAIGN_TEXTS.towns.group }).getByRole('button');
    expect(await list.count()).toBe(view.province.towns);
    let unseen = 0;
    for (const [town, { text }] of told.entries()) {
      const button = list.nth(town);
      const name = say(text);
      expect(await button.and(page.getByRole('button', { name, exact: true })).count(), name).toBe(1);
      for (const other of view.province.neighbours[town] ?? []) expect(name).toContain(names.get(String(other + 1)));
      if (view.held[town] === 1 || isKnown(view, town)) continue;
      unseen++;
      const walls = /Walls unseen: (\d+) to (\d+)\./.exec(name)?.slice(1).map(Number) ?? [];
      expect(walls[0]).toBeLessThan(walls[1] ?? 0);
    }
    expect(unseen).toBeGreaterThan(0);
    expect(unseen).toBeLessThan(view.province.towns);
  });
});

test('the whole country opens with its forty towns, answers at once, and plays a week', async () => {
  await tests.visit(
    { path: `${CAMPAIGN}/play?way=country&seed=7`, size: [844, 390], quick: true },
    async ({ page }) => {
      await waitForPlan(page, 1);
      expect(await page.locator('[data-id^="town-"]').count()).toBe(40);
      expect(await findMissed(page, FINGERTIP)).toEqual([]);
      await control(page, 'town-0').focus();
      for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('[data-id="town-5"][aria-pressed="true"]').waitFor({ timeout: 60_000 });
      await control(page, 'order-recon').focus();
      await page.keyboard.press('Enter');
      await usable(page, 'undo').waitFor();
      await control(page, 'march').focus();
      await page.keyboard.press('Enter');
      await waitForPlan(page, 2);
      expect(await readName(page, 'town-5')).toContain('Walls: ');
      expect(await page.locator('[data-id^="town-"]').count()).toBe(40);
    },
  );
});

test('on a phone a thumb finds each of forty towns: beside its button, and step by step', async () => {
  await tests.visit(
    { path: `${CAMPAIGN}/play?way=country&seed=7`, touch: true, size: [390, 844], quick: true },
    async ({ page }) => {
      await waitForPlan(page, 1);
      const chosen = page.locator('[data-id^="town-"][aria-pressed="true"]');
      const steps = page.locator('.theatre-panel-step');
      for (const step of await steps.all()) {
        const { width, height } = (await step.boundingBox()) ?? { width: 0, height: 0 };
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(FINGER);
      }
      for (const [step, id] of [
        [1, 'town-1'],
        [1, 'town-2'],
        [0, 'town-1'],
        [0, 'town-0'],
        [0, 'town-39'],
      ] as const) {
        await steps.nth(step).tap();
        await expect.poll(() => chosen.getAttribute('data-id'), { timeout: 60_000 }).toBe(id);
      }
      // A tap on bare land, a little beside a town's button, means that town.
      const beside = await page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('[data-id^="town-"]')) {
          const { left, right, top, height } = button.getBoundingClientRect();
          for (const x of [left - 7, right + 7])
            if (document.elementFromPoint(x, top + height / 2)?.tagName === 'CANVAS')
              return { id: button.dataset['id'] ?? '', x, y: top + height / 2 };
        }
        return null;
      });
      if (beside === null) throw new Error('no town has bare land beside it');
      await page.touchscreen.tap(beside.x, beside.y);
      await expect.poll(() => chosen.getAttribute('data-id'), { timeout: 60_000 }).toBe(beside.id);
    },
  );
});

test('an order that the purse cannot pay for shows its price, what it would do, and what is missing', async () => {
  const poor = leaveCampaign({ purse: 20 });
  await tests.visit({ path: '/healthz', touch: true, size: [844, 390], quick: true }, async ({ page, address }) => {
    await laySaved(page, address, { drafts: [poor.draft] });
    await page.goto(`${address}${CAMPAIGN}/play`);
    await waitForPlan(page, 1);
    const name = await readName(page, 'order-exhibition');
    expect(name).toMatch(/price 22\. .+, then \d+ to \d+; next week \d+ to \d+\. Only 20 left$/);
    const face = await control(page, 'order-exhibition').locator('.theatre-order-face').innerText();
    expect(face).toContain('22');
    expect(face).toMatch(/In \d+ towns?\. .*\d+–\d+ down to \d+–\d+/);
    expect(face).toContain('Only 20 left');
    expect(await control(page, 'order-exhibition').getAttribute('aria-disabled')).toBe('true');
  });
});

test('the reveal draws money and ground, and has both as tables', async () => {
  const attempt = makeAttempt(31, 'concentratedJoint', 7, { act: 'air-before-infantry' });
  await tests.visit({ path: '/healthz', quick: true }, async ({ page, address }) => {
    await laySaved(page, address, { records: [attempt] });
    await page.goto(`${address}${CAMPAIGN}/reveal/${attempt.id}`);
    const { money, ground } = CAMPAIGN_TEXTS.reveal.lines;
    for (const line of [money, ground]) await page.getByRole('img', { name: line }).waitFor();
    await page.getByText(words('reveal.tableHeading'), { exact: true }).click();
    const { outcome } = attempt.payload as { outcome: { money: readonly number[]; ground: readonly number[] } };
    for (const [line, values] of [
      [money, outcome.money],
      [ground, outcome.ground],
    ] as const) {
      const own = page.getByRole('table', { name: line }).getByRole('row').nth(1).getByRole('cell');
      expect(await own.allTextContents()).toEqual(values.map(String));
    }
  });
});
