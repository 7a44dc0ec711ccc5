/** The examination at a kiosk, to its own end and to an early one. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { SHORT } from '../../src/kiosk/examine/short.ts';
import { MOST } from '../../src/quiz/examination/index.ts';
import type { Visit as KeptVisit } from '../../src/wire/kiosk.ts';
import { runAxe } from './driver/axe.ts';
import { findHigh } from './driver/high.ts';
import { layKiosk, makeKioskSettings, readKioskRows } from './driver/kiosk.ts';
import { answer, beginExamination, inDoubt, knowsAll } from './driver/kiosk-examination.ts';
import { arriveAt, comeIn, openInside } from './driver/kiosk-visitor.ts';
import { layQuickClock } from './driver/quick-clock.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

function atQuestions(
  doing: (at: { readonly page: Page; readonly frame: Frame }) => Promise<void>,
  reach = false,
): Promise<void> {
  return tests.visit({ path: '/healthz', size: [1080, 1920] }, async ({ page, context, address }) => {
    const settings = makeKioskSettings(address, { idleSeconds: 600, examination: true, reach });
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    await layQuickClock(context);
    const frame = await openInside(page, address);
    await comeIn(page, frame, 'en');
    await beginExamination(frame);
    await doing({ page, frame });
  });
}

const early = (frame: Frame): ReturnType<Frame['locator']> => frame.locator('[data-early]');

async function readVisits(page: Page): Promise<readonly KeptVisit[]> {
  return ((await readKioskRows(page, 'visits')) as { readonly visit: KeptVisit }[]).map(({ visit }) => visit);
}

/** In the page: whether what has the focus stands behind the bar of buttons. */
function isFocusHidden(): boolean {
  const bar = document.querySelector('.station-buttons');
  const focused = document.activeElement;
  if (bar === null || focused === null || bar.contains(focused)) return false;
  const box = (focused.closest('label') ?? focused).getBoundingClientRect();
  return box.top >= bar.getBoundingClientRect().top;
}

test('an examination that came to its own end is kept whole, and tells the rank and how sure it is', async () => {
  await atQuestions(async ({ page, frame }) => {
    expect(await runAxe(frame)).toEqual([]);
    const answered = await answer(frame, MOST, knowsAll);
    await arriveAt(frame, 'result');
    const [visit] = await readVisits(page);
    expect(visit?.records).toEqual([
      expect.objectContaining({
        type: 'examination',
        payload: expect.objectContaining({
          result: expect.objectContaining({ rank: 'marshal' }) as unknown,
        }) as unknown,
      }),
    ]);
    const [record] = (visit?.records ?? []) as readonly { readonly payload: { readonly answers: unknown[] } }[];
    expect(record?.payload.answers).toHaveLength(answered);
    expect(await frame.locator('.examination-rank p').innerText()).toBe(words('quiz.rank.marshal', 'en'));
    expect(await frame.locator('.examination-told').innerText()).toMatch(/\d+\s?%/);
    expect(await frame.locator('.take-away-code strong').innerText()).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(await runAxe(frame)).toEqual([]);
  });
});

test('from the eighth answer on it may be heard early, and is then not kept', async () => {
  await atQuestions(async ({ page, frame }) => {
    expect(await answer(frame, SHORT - 1, inDoubt)).toBe(SHORT - 1);
    expect(await early(frame).count()).toBe(0);
    await answer(frame, 1, inDoubt);
    // The bar with the early end does not hide what has the focus (WCAG 2.2, 2.4.11).
    await page.setViewportSize({ width: 1024, height: 768 });
    for (let stop = 0; stop < 14; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await frame.evaluate(isFocusHidden)).toBe(false);
    }
    await early(frame).click();
    await arriveAt(frame, 'result');
    expect(await frame.locator('.examination-told').innerText()).toContain(words('result.early', 'en', 'part/kiosk'));
    expect(await readVisits(page)).toEqual([]);
    expect(await frame.locator('.take-away').count()).toBe(0);
  });
});

test('where everything is to be pressed low, so are every question’s answers, and what stands under the result', async () => {
  await atQuestions(async ({ frame }) => {
    for (let number = 1; (await frame.locator('main form .stem').count()) > 0; number += 1) {
      await frame.locator('main:not([inert]) form .stem').waitFor();
      await expect.poll(() => frame.locator('.station-room').evaluate((room) => room.scrollTop)).toBe(0);
      expect(await findHigh(frame), (await frame.locator('main form').getAttribute('data-kind')) ?? '').toEqual([]);
      // Whoever reads to the end has scrolled; the next question begins at its beginning all the same.
      await frame.locator('.station-room').evaluate((room) => room.scrollTo(0, room.scrollHeight));
      await answer(frame, 1, inDoubt);
      if (number === SHORT && (await early(frame).count()) > 0) await early(frame).click();
      if (number >= SHORT) break;
    }
    await arriveAt(frame, 'result');
    await frame.locator('main[data-station="result"]:not([inert])').waitFor();
    expect(await findHigh(frame), 'result').toEqual([]);
  }, true);
});
