import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ITEM_KINDS, keyResponse, type Item, type ItemKind } from '../../src/quiz/index.ts';
import { answerByKeyboard, answerByPressing } from './driver/answer-item.ts';
import { runAxe } from './driver/axe.ts';
import { enter } from './driver/keyboard.ts';
import { firstOfEachKind, layDebrief, LAID_DEBRIEF } from './driver/laid-debrief.ts';
import { findOverflow } from './driver/overflow.ts';
import { readStore } from './driver/saved-things.ts';
import { pressBySwitch } from './driver/switch.ts';
import { openTests, type Tests, type Visit, type VisitOptions } from './driver/visit.ts';
import { words } from './driver/words.ts';

const PHONE: VisitOptions = { size: [390, 844], touch: true, reducedMotion: true };

let tests: Tests;
let items: Readonly<Record<ItemKind, Item>>;
beforeAll(async () => {
  tests = await openTests();
  items = firstOfEachKind();
});
afterAll(() => tests.close());

/** Opens a debrief that asks exactly these items. */
function ask(asked: readonly Item[], options: VisitOptions, doing: (visit: Visit) => Promise<void>): Promise<void> {
  return tests.visit({ path: '/healthz', ...options }, async (visit) => {
    await layDebrief(visit.context, asked);
    await visit.page.goto(visit.address + LAID_DEBRIEF);
    await visit.page.locator('main form').waitFor();
    await doing(visit);
  });
}

/** What a question has that is too small for a finger (44 px, as the house wants it, not only the 24 of WCAG). */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main form button, main form label')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} is ${box.width} × ${box.height}`),
  );
}

/** What does not fit when the text is twice as large. */
async function overflowAtTwiceTheSize(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const found = await findOverflow(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return found;
}

const submitOf = (page: Page) => page.locator('main form button[type="submit"]');
const verdictOf = (page: Page) => page.locator('main .verdict');
const nextOf = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^(${words('debrief.next')}|${words('debrief.finish')})$`) });

const isFocused = (element: Element): boolean => element === document.activeElement;

describe.each(ITEM_KINDS)('a question of the kind %s', (kind) => {
  test('is finished with the keyboard only, and the focus goes where the reading goes on', async () => {
    await ask([items[kind]], { size: [844, 390] }, async ({ page }) => {
      await expect.poll(() => page.locator('main .stem').evaluate(isFocused)).toBe(true);
      await answerByKeyboard(page, items[kind]);
      await enter(page, submitOf(page));
      await verdictOf(page).waitFor();
      await expect.poll(() => verdictOf(page).evaluate(isFocused)).toBe(true);
      expect(await verdictOf(page).getAttribute('class')).toContain('verdict-right');
      await enter(page, nextOf(page));
      await page.getByRole('heading', { name: words('debrief.done') }).waitFor();
    });
  });

  test('is finished with taps only, and axe finds nothing before and after', async () => {
    await ask([items[kind]], PHONE, async ({ page }) => {
      expect(await runAxe(page)).toEqual([]);
      await answerByPressing(page, items[kind], (wanted) => wanted.tap());
      expect(await findSmallTargets(page)).toEqual([]);
      expect(await overflowAtTwiceTheSize(page)).toEqual([]);
      await submitOf(page).tap();
      await verdictOf(page).waitFor();
      expect(await verdictOf(page).getAttribute('class')).toContain('verdict-right');
      expect(await runAxe(page)).toEqual([]);
      expect(await overflowAtTwiceTheSize(page)).toEqual([]);
      // A second tap within half a second is not meant for what has just come; nobody reads so fast.
      await page.waitForTimeout(600);
      await nextOf(page).tap();
      await page.getByRole('heading', { name: words('debrief.done') }).waitFor();
      const records = (await readStore(page, 'records')) as { type: string; payload: Record<string, unknown> }[];
      const answer = records.find(({ type }) => type === 'answer');
      expect(answer?.payload).toMatchObject({
        way: 'debrief',
        item: items[kind].id,
        response: keyResponse(items[kind]),
        score: 1,
      });
    });
  });
});

/** How a hand presses a mouse: quickly, trembling, or slowly. */
const HANDS = [
  { slipPx: 0, downMs: 0 },
  { slipPx: 6, downMs: 0 },
  { slipPx: 14, downMs: 0 },
  { slipPx: 1, downMs: 260 },
] as const;

/** Presses things with a mouse, each time with another hand. */
function pressByMouse(page: Page): (wanted: Locator) => Promise<void> {
  let presses = 0;
  return async (wanted) => {
    const { slipPx, downMs } = HANDS[presses++ % HANDS.length] ?? HANDS[0];
    // Scrolls it into sight and makes sure that nothing lies over it.
    await wanted.click({ trial: true });
    const { x, y } = await middleOf(wanted);
    await page.mouse.move(x, y);
    await page.mouse.down();
    if (slipPx > 0) await page.mouse.move(x + slipPx, y + slipPx / 4);
    if (downMs > 0) await page.waitForTimeout(downMs);
    await page.mouse.up();
  };
}

test.each(['matching', 'sorting', 'cloze', 'ordering'] as const)(
  'a question of the kind %s is answered with mouse clicks only, by quick, trembling and slow hands',
  async (kind) => {
    for (const size of [
      [1280, 720],
      [390, 844],
    ] as const) {
      await ask([items[kind]], { size, touch: true }, async ({ page }) => {
        // Dragging has come: what it does with the pointer is what is at stake.
        await page.waitForLoadState('networkidle');
        await answerByPressing(page, items[kind], pressByMouse(page));
        await submitOf(page).click();
        expect(await verdictOf(page).getAttribute('class')).toContain('verdict-right');
      });
    }
  },
);

/** The middle of a thing on the page, scrolled into sight. */
async function middleOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits until a place shows that it would take the card. */
async function untilOver(place: Locator): Promise<void> {
  await expect.poll(() => place.getAttribute('class')).toContain('place-over');
}

type Drag = (page: Page, from: Locator, to: Locator) => Promise<void>;

const dragByMouse: Drag = async (page, from, to) => {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await untilOver(to);
  await page.mouse.up();
};

/** Longer than the rest by which a finger says that it means the card and not the page. */
const REST_MS = 400;

const dragByFinger: Drag = async (page, from, to) => {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { readonly x: number; readonly y: number }) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] });
  await touch('touchStart', start);
  await page.waitForTimeout(REST_MS);
  for (let step = 1; step <= 8; step++)
    await touch('touchMove', {
      x: start.x + ((end.x - start.x) * step) / 8,
      y: start.y + ((end.y - start.y) * step) / 8,
    });
  await untilOver(to);
  await touch('touchEnd');
};

test.each([
  ['a mouse', {}, dragByMouse],
  ['a finger', { touch: true }, dragByFinger],
] as const)('cards are dragged to their places with %s', async (_, options, drag) => {
  for (const kind of ['sorting', 'cloze', 'ordering'] as const) {
    await ask([items[kind]], { size: [900, 1400], ...options }, async ({ page }) => {
      await page.waitForLoadState('networkidle');
      const first = page.locator('main [data-card]').first();
      const name = (await first.getAttribute('data-card')) ?? '';
      const place = page.locator('main [data-place]:not([data-place=""])').last();
      const placeName = (await place.getAttribute('data-place')) ?? '';
      await drag(page, first, place);
      if (kind === 'ordering') {
        await expect.poll(() => page.locator('main [data-card]').last().getAttribute('data-card')).toBe(name);
      } else {
        await page
          .locator(
            `[data-place="${placeName}"] [data-card="${name}"], [data-place="${placeName}"][data-card="${name}"]`,
          )
          .waitFor();
        // Letting it go is no press: nothing is left in hand.
        expect(await page.locator('main [aria-pressed="true"]').count()).toBe(0);
      }
    });
  }
});

test('one switch carries a word to its gap', async () => {
  const settings = { scan: { on: true, periodMs: 300 } };
  const { cloze } = items;
  const [word] = keyResponse(cloze);
  await ask([cloze], { settings, size: [844, 390], quick: true }, async ({ page }) => {
    await pressBySwitch(page, page.locator(`main [data-card="${word}"]`));
    const gap = page.locator('main .gap').first();
    await pressBySwitch(page, gap);
    expect(await gap.getAttribute('data-card')).toBe(word);
  });
});
