/** The short examination of a kiosk from its first question to the result, for a visitor who has it read out. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Visit as KeptVisit } from '../../src/wire/kiosk.ts';
import { answerByPressing } from './driver/answer-item.ts';
import { clickOn, findItemOnPage } from './driver/item-on-page.ts';
import { layKiosk, makeKioskSettings, readKioskRows } from './driver/kiosk.ts';
import { arriveAt, touch } from './driver/kiosk-visitor.ts';
import { openTests, type Tests } from './driver/visit.ts';

declare global {
  interface Window {
    /** What the device's voice was asked to say, in order. */
    saidAloud?: string[];
  }
}

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** More than any examination asks. */
const MOST_QUESTIONS = 60;

/** A device with one voice of its own, and without a stage, which has no part in this. */
function layVoice(): void {
  HTMLCanvasElement.prototype.getContext = () => null;
  const said: string[] = [];
  window.saidAloud = said;
  class Utterance {
    voice: unknown = null;
    lang = '';
    volume = 1;
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const voices = [{ localService: true, lang: 'en-US', default: true }];
  const synthesis = Object.assign(new EventTarget(), {
    speaking: false,
    pending: false,
    getVoices: () => voices,
    speak: ({ text }: Utterance) => void said.push(text),
    cancel: () => undefined,
  });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
}

test('every question is read out when it comes, and the result is kept', async () => {
  await tests.visit({ path: '/healthz', size: [844, 390] }, async ({ page, context, address }) => {
    const settings = makeKioskSettings(address, { idleSeconds: 600, volume: 0.5 });
    await layKiosk(page, address, { settings, membership: { team: 'a team', token: 'a token' } });
    await context.addInitScript(layVoice);
    await page.goto(`${address}/kiosk/inside?seed=7`);
    const frame = page.mainFrame();
    await frame.locator('main[data-station="attract"]').waitFor();
    await touch(page);
    await arriveAt(frame, 'language');
    await frame.locator('.aid-spoken').click();
    await frame.locator('.language-plate[lang="en"]').click();
    await arriveAt(frame, 'choose');
    await frame.locator('button[data-act="examination"]').click();
    const stem = frame.locator('main form .stem');
    const heard = (words: string): Promise<boolean> =>
      page.evaluate((wanted) => window.saidAloud?.some((said) => said.includes(wanted)) ?? false, words);
    await stem.waitFor();
    await arriveAt(frame, 'examine');
    let questions = 0;
    for (; questions < MOST_QUESTIONS && (await stem.count()) > 0; questions++) {
      const words = (await stem.textContent()) ?? '';
      await expect.poll(() => heard(words.replaceAll(/\s+/g, ' ').trim()), { message: words }).toBe(true);
      await answerByPressing(page, await findItemOnPage(page), clickOn);
      await frame.locator('main form button[type="submit"]').click();
      await page.waitForFunction((before) => document.querySelector('main form .stem')?.textContent !== before, words);
    }
    expect(questions).toBeGreaterThan(1);
    await arriveAt(frame, 'result');
    expect(await frame.locator('.examination-told').count()).toBe(1);
    expect(await frame.locator('.take-away-code strong').count()).toBe(1);
    const rows = (await readKioskRows(page, 'visits')) as { readonly visit: KeptVisit }[];
    expect(rows.map(({ visit }) => visit.records.map((each) => (each as { readonly type: string }).type))).toEqual([
      ['examination'],
    ]);
  });
});
