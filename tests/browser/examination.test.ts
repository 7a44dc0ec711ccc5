import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  answerExamination,
  beginExamination,
  currentQuestion,
  MOST,
  type Examination as Sitting,
} from '../../src/quiz/examination/index.ts';
import { keyResponse, type Item, type Response } from '../../src/quiz/index.ts';
import { answerByKeyboard, answerByPressing, askFor } from './driver/answer-item.ts';
import { heldMuster, leftMuster, realBank, respond, sitThrough } from './driver/held-muster.ts';
import { clickOn, findItemOnPage } from './driver/item-on-page.ts';
import { enter } from './driver/keyboard.ts';
import { laySaved, makeRecord, readStore } from './driver/saved-things.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const SEED = 7;
const submitOf = (page: Page): Locator => page.locator('main form button[type="submit"]');
const resultOf = (page: Page): Locator => page.locator('main .rank-told');

/** Somebody who is wrong once: at the second question, or the first after it in which one answer is chosen. */
function makeKnowing(): (number: number, item: Item) => boolean {
  let wrong = false;
  return (number, item) => {
    const slips = !wrong && number > 1 && (item.kind === 'single-choice' || item.kind === 'graded-judgement');
    wrong ||= slips;
    return !slips;
  };
}

/** No stage: here it would be drawn without a graphics card, at every one of twenty loads. A still picture stands there. */
function withoutDrawing(): void {
  HTMLCanvasElement.prototype.getContext = () => null;
}

/** The one examination in the log. */
async function readMuster(page: Page): Promise<Record<string, unknown>> {
  const records = (await readStore(page, 'records')) as { type: string; payload: Record<string, unknown> }[];
  const held = records.filter(({ type }) => type === 'examination');
  expect(held).toHaveLength(1);
  return held[0]?.payload ?? {};
}

/** Whether the form has gone on to another question, or the result has come. */
async function waitForNext(page: Page, before: string): Promise<void> {
  await page.waitForFunction((stem) => {
    if (document.querySelector('main .rank-told') !== null) return true;
    const now = document.querySelector('main form .stem')?.textContent;
    return now !== undefined && now !== stem;
  }, before);
}

test('an examination that is killed at every question comes to the same rank', async () => {
  const bank = realBank();
  const knows = makeKnowing();
  await tests.visit({ path: '/healthz', quick: true }, async ({ page: first, context, address: house }) => {
    await context.addInitScript(withoutDrawing);
    let page = first;
    const address = `${house}/muster/run?seed=${SEED}`;
    await page.goto(address);
    let sitting: Sitting = beginExamination(bank, SEED);
    for (let step = 0; step <= MOST; step++) {
      const question = currentQuestion(bank, sitting);
      if (question === null) break;
      await submitOf(page).waitFor();
      expect((await findItemOnPage(page)).id).toBe(question.item.id);
      if (step % 2 === 0) {
        await page.reload();
      } else {
        await page.close();
        page = await context.newPage();
        await page.goto(address);
      }
      await submitOf(page).waitFor();
      expect((await findItemOnPage(page)).id).toBe(question.item.id);
      const response = respond(question.item, knows(question.number, question.item));
      await answerByPressing(page, askFor(question.item, response), clickOn);
      const stem = (await page.locator('main form .stem').textContent()) ?? '';
      await submitOf(page).click();
      await waitForNext(page, stem);
      sitting = answerExamination(bank, sitting, response);
    }
    await resultOf(page).waitFor();
    const whole = heldMuster(sitThrough(SEED, makeKnowing()), 0);
    const held = await readMuster(page);
    expect(held['result']).toEqual(JSON.parse(JSON.stringify(whole.result)));
    expect(held['answers']).toMatchObject(
      whole.answers.map((answer) => ({ ...answer, tookMs: expect.any(Number) as number })),
    );
    expect(await readStore(page, 'drafts')).toEqual([]);
    await page.reload();
    await resultOf(page).waitFor();
    expect(await page.locator('main .review').count()).toBe(whole.answers.length);
  });
});

/** Goes from the way up to the result, answering rightly. */
async function passThrough(
  page: Page,
  answer: (item: Item) => Promise<void>,
  press: (wanted: Locator) => Promise<void>,
): Promise<void> {
  await press(page.getByRole('link', { name: words('exam.begin') }));
  for (let step = 0; step < MOST; step++) {
    await submitOf(page).or(resultOf(page)).first().waitFor();
    if ((await resultOf(page).count()) > 0) break;
    const item = await findItemOnPage(page);
    const stem = (await page.locator('main form .stem').textContent()) ?? '';
    await answer(item);
    await press(submitOf(page));
    await waitForNext(page, stem);
  }
  await resultOf(page).waitFor();
  const { answers } = (await readMuster(page)) as { answers: { item: string; score: number; response: Response }[] };
  for (const { item, score, response } of answers) {
    const asked = realBank().entries.find((entry) => entry.item.id === item)?.item as Item;
    expect([item, response, score]).toEqual([item, keyResponse(asked), 1]);
  }
}

test('a whole examination with the keyboard only', async () => {
  await tests.visit({ path: `/muster?seed=${SEED}`, size: [844, 390], quick: true }, async ({ page }) => {
    await passThrough(
      page,
      (item) => answerByKeyboard(page, item),
      (wanted) => enter(page, wanted),
    );
    expect(await page.locator('h1').evaluate((heading) => heading === document.activeElement)).toBe(true);
    await enter(page, page.getByRole('link', { name: words('exam.honour') }));
    await page.locator('.honour-sheet svg').waitFor();
  });
});

test('a whole examination with taps only', async () => {
  await tests.visit({ path: `/muster?seed=${SEED}`, size: [390, 844], touch: true, quick: true }, async ({ page }) => {
    // What is pressed of a choice is its slip; the box in it is small.
    const tap = async (wanted: Locator): Promise<void> => {
      const slip = wanted.locator('xpath=ancestor::label');
      await ((await slip.count()) > 0 ? slip : wanted).first().tap();
    };
    await passThrough(page, (item) => answerByPressing(page, item, tap), tap);
    await page.getByRole('link', { name: words('exam.honour') }).tap();
    await page.locator('.honour-sheet svg').waitFor();
  });
});

test('an examination of older questions is put aside with a notice, and a new one begins', async () => {
  await tests.visit({ path: '/healthz', quick: true }, async ({ page, address }) => {
    const left = leftMuster(
      sitThrough(SEED, (number) => (number > 3 ? null : true)),
      0,
    );
    await laySaved(page, address, { drafts: [{ ...left, bank: 'an older one' }] });
    await page.goto(`${address}/muster/run?seed=${SEED}`);
    await page.locator('.notice', { hasText: words('notices.examinationStale.title') }).waitFor();
    await page.getByText(words('exam.answeredNone')).waitFor();
    const aside = (await readStore(page, 'kept-aside')) as { raw: unknown }[];
    expect(aside.map(({ raw }) => raw)).toEqual([{ ...left, bank: 'an older one' }]);
  });
});

test('the examination under way is in one window at a time', async () => {
  await tests.visit({ path: `/muster/run?seed=${SEED}`, quick: true }, async ({ page, context, address }) => {
    await submitOf(page).waitFor();
    const other = await context.newPage();
    await other.goto(`${address}/muster/run`);
    await other.getByText(words('exam.elsewhere')).waitFor();
    await page.close();
    await other.getByRole('button', { name: words('exam.look') }).click();
    await submitOf(other).waitFor();
  });
});

test('a damaged file of questions is told, and the rest is asked', async () => {
  await tests.visit({ path: '/healthz', quick: true }, async ({ page, address, trouble }) => {
    await page.route('**/assets/items-*.js', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace(/single-choice/, 'no-such-kind');
      await route.fulfill({ response: answer, body: text });
    });
    await page.goto(`${address}/muster`);
    await page.locator('.notice', { hasText: words('notices.bankCorrupt.title') }).waitFor();
    await page.getByRole('link', { name: words('exam.begin') }).click();
    await submitOf(page).waitFor();
    // Whoever looks after the content reads which item it is.
    expect(trouble.splice(0).join()).toMatch(/levels\/bank\/[a-z-]+\/items\.json: items\[\d+\].*no-such-kind/s);
  });
});

test('what is due is counted on the scroll, drilled, and gone from the count', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    const begun = Date.UTC(2026, 5, 1, 12);
    const held = heldMuster(
      sitThrough(11, () => true),
      begun,
    );
    await laySaved(page, address, { records: [makeRecord(1, 'examination', held)] });
    const ideas = new Set(held.answers.map(({ idea }) => idea)).size;
    await page.clock.setSystemTime(begun + 300 * 86_400_000);
    await page.goto(`${address}/campaign?seed=${SEED}`);
    const due = page.locator('.muster-waits a', {
      hasText: words('musterPlace.due_other').replace('{{count}}', String(ideas)),
    });
    await due.click();
    const done = page.locator('main .drill-back');
    for (;;) {
      await submitOf(page).or(done).first().waitFor();
      if ((await done.count()) > 0) break;
      await answerByPressing(page, await findItemOnPage(page), clickOn);
      await submitOf(page).click();
      await page.locator('main .verdict').waitFor();
      await page.locator('main .buttons button').last().click();
    }
    const records = (await readStore(page, 'records')) as { type: string; schema: number; payload: object }[];
    const answers = records.filter(({ type }) => type === 'answer');
    // Where little is due, a drill is filled up with what was played; the due ones are never left out.
    const drilled = new Set(answers.map(({ payload }) => (payload as { idea: string }).idea));
    for (const { idea } of held.answers) expect(drilled).toContain(idea);
    expect(drilled.size).toBe(answers.length);
    for (const { schema, payload } of answers) {
      expect(schema).toBe(2);
      expect(payload).toMatchObject({ way: 'drill', act: null, round: 1, score: 1 });
    }
    await page
      .getByRole('link', { name: words('page.toCampaign') })
      .last()
      .click();
    await page.getByText(words('musterPlace.dueNone')).waitFor();
    expect(await page.locator('.muster-waits').count()).toBe(0);
  });
});

test('the sheet of honour bears the name, prints on one page, and is kept as a picture', async () => {
  await tests.visit({ path: '/healthz' }, async ({ page, address }) => {
    const held = heldMuster(
      sitThrough(11, () => true),
      Date.UTC(2026, 5, 1, 12),
    );
    const record = makeRecord(1, 'examination', held);
    await laySaved(page, address, { records: [record] });
    await page.goto(`${address}/muster/honour/${record.id}`);
    await page.getByLabel(words('honour.name')).fill('Zhou 周瑜');
    await page.locator('.honour-sheet svg').getByText('Zhou 周瑜').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: words('honour.save') }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await file).createReadStream()) chunks.push(chunk as Buffer);
    const picture = Buffer.concat(chunks);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2970, 2100]);
    for (const format of ['A4', 'Letter']) {
      const paper = await page.pdf({ format, preferCSSPageSize: false, landscape: true, printBackground: true });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await page.reload();
    await page.locator('.honour-sheet svg').getByText('Zhou 周瑜').waitFor();
    const log = JSON.stringify(await readStore(page, 'records'));
    expect(log).not.toContain('Zhou');
  });
});
