/** A visitor who sits the kiosk's examination. */
import type { Frame, Locator } from 'playwright-core';

import { answerByPressing, askFor } from './answer-item.ts';
import { respond } from './held-muster.ts';
import { findItemOnPage } from './item-on-page.ts';

/** From the choice into the examination; resolves when the first question is there. */
export async function beginExamination(frame: Frame): Promise<void> {
  await frame.locator('[data-act="examination"]').click();
  // Nothing can be pressed for a moment after the station came, and first only its lamp is there.
  await frame.locator('main[data-station="examine"]:not([inert]) form .stem').waitFor();
}

/** A finger on a thing, or on the slip around its box: wherever it really can be touched. */
async function press(wanted: Locator): Promise<void> {
  const isBox = await wanted.evaluate((element) => element instanceof HTMLInputElement);
  await (isBox ? wanted.locator('xpath=ancestor::label') : wanted).click();
}

/** Somebody who is wrong at every other question, where one answer is chosen: their rank stays in doubt for long. */
export const inDoubt = (number: number): boolean => number % 2 === 0;
export const knowsAll = (): boolean => true;

/**
 * Answers one question after the other, at most so many.
 *
 * @param knows whether this visitor knows the answer to the n-th question, from 1
 * @returns how many were answered; fewer than asked for when the examination was over
 */
export async function answer(frame: Frame, most: number, knows: (number: number) => boolean): Promise<number> {
  for (let number = 1; number <= most; number += 1) {
    const stem = frame.locator('main form .stem');
    const asked = await stem.textContent();
    const item = await findItemOnPage(frame);
    await answerByPressing(frame, askFor(item, respond(item, knows(number))), press);
    await frame.locator('main form button[type="submit"]').click();
    await frame.waitForFunction((before) => {
      if (document.querySelector('main[data-station="result"]') !== null) return true;
      const now = document.querySelector('main form .stem')?.textContent;
      return now !== undefined && now !== before;
    }, asked);
    if ((await frame.locator('main[data-station="result"]').count()) > 0) return number;
  }
  return most;
}
