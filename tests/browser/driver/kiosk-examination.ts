/** A visitor who sits the kiosk's examination. */
import type { Frame } from 'playwright-core';

import { answerByPressing, askFor } from './answer-item.ts';
import { respond } from './held-muster.ts';
import { clickOn, findItemOnPage } from './item-on-page.ts';

/** From the choice into the examination; resolves when the first question is there. */
export async function beginExamination(frame: Frame): Promise<void> {
  await frame.locator('[data-act="examination"]').click();
  // Nothing can be pressed for a moment after the station came, and first only its lamp is there.
  await frame.locator('main[data-station="examine"]:not([inert]) form .stem').waitFor();
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
    await answerByPressing(frame, askFor(item, respond(item, knows(number))), clickOn);
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
