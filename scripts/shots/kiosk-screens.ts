import type { Frame, Page } from 'playwright-core';

import { placeRuns } from '../../src/kiosk/outbox/merge-board.ts';
import { STEPS } from '../../src/kiosk/setup/draft.ts';
import { MOST } from '../../src/quiz/examination/index.ts';
import { NAME_LANGUAGES, type Board } from '../../src/wire/kiosk.ts';
import { layKiosk, makeKioskSettings } from '../../tests/browser/driver/kiosk.ts';
import { answer, beginExamination, inDoubt } from '../../tests/browser/driver/kiosk-examination.ts';
import { callPad, openSheet } from '../../tests/browser/driver/kiosk-inside.ts';
import {
  arriveAt,
  comeIn,
  layClocks,
  openInside,
  raiseCurtain,
  sleepThrough,
  touch,
  windOn,
} from '../../tests/browser/driver/kiosk-visitor.ts';
import { layQuickClock } from '../../tests/browser/driver/quick-clock.ts';
import { waitForStep } from '../../tests/browser/driver/setup-form.ts';
import type { Tests, Visit } from '../../tests/browser/driver/visit.ts';
import type { Shot } from './take-shot.ts';

/** Before the names of the kiosk's screens. */
export const KIOSK = 'kiosk-';

interface At extends Visit {
  readonly shot: Shot;
}

/** What a visitor sees, from the first touch on, in the inner page. */
const INSIDE: Readonly<Record<string, (frame: Frame, page: Page, shot: Shot) => Promise<void>>> = {
  attract: (_, page) => page.waitForTimeout(ACTING_MS),
  async language(frame, page) {
    await touch(page);
    await arriveAt(frame, 'language');
  },
  choose: (frame, page, { language }) => comeIn(page, frame, language),
  async help(frame, page, { language }) {
    await comeIn(page, frame, language);
    await frame.locator('button[data-act="duck-pond"]').first().click();
    await arriveAt(frame, 'play');
  },
  async play(frame, page, { language }) {
    await comeIn(page, frame, language);
    await raiseCurtain(frame, 'duck-pond');
    await page.waitForTimeout(ACTING_MS);
  },
  async result(frame, page, { language }) {
    await comeIn(page, frame, language);
    await raiseCurtain(frame, 'duck-pond');
    for (const id of ['tool-grain', 'spot-3', 'spot-2', 'tool-glue', 'spot-3', 'spot-2'])
      await frame.locator(`[data-id="${id}"]`).click();
    await sleepThrough(frame);
  },
  async idle(frame, page, { language }) {
    await comeIn(page, frame, language);
    await windOn(frame, 80_000);
    await frame.locator('.idle-question[open]').waitFor();
  },
  async question(frame, page, { language }) {
    await comeIn(page, frame, language);
    await beginExamination(frame);
  },
  async rank(frame, page, { language }) {
    await comeIn(page, frame, language);
    await beginExamination(frame);
    await answer(frame, MOST, inDoubt);
    await arriveAt(frame, 'result');
  },
};

/** What staff and organisers see, and the big screen. */
const AROUND: Readonly<Record<string, (at: At) => Promise<void>>> = {
  async pin({ page, address, shot }) {
    await openOuter(page, address, shot);
    await callPad(page);
  },
  async staff({ page, address, shot }) {
    await openOuter(page, address, shot);
    await openSheet(page);
  },
  async setup({ page, address, shot }) {
    await page.goto(`${address}/kiosk/setup?lang=${shot.language}`);
    await waitForStep(page, STEPS[0], shot.language);
  },
  async board({ page, context, address, shot }) {
    await context.route('**/api/board', (route) => route.fulfill({ json: BOARD }));
    await page.goto(`${address}/kiosk/board?lang=${shot.language}#${'A'.repeat(43)}`);
    await page.locator('.board-line').first().waitFor();
  },
};

export const KIOSK_SCREENS: readonly string[] = [...Object.keys(INSIDE), ...Object.keys(AROUND)].map(
  (name) => KIOSK + name,
);

/** Puppets have come in and begun to act; milliseconds. */
const ACTING_MS = 6000;
/** Pictures and letters settle for so long. */
const SETTLE_MS = 900;

const BOARD: Board = {
  event: 'an event',
  name: 'Sales week 2026',
  acts: {
    'duck-pond': placeRuns(
      Array.from({ length: 12 }, (_, place) => ({
        visit: String(place),
        name: { language: NAME_LANGUAGES[place % 4] ?? 'en', first: (place * 37) % 200, second: (place * 53) % 200 },
        act: 'duck-pond',
        score: 1234 - 57 * place,
        at: place,
      })),
    ),
  },
  visitors: { 'duck-pond': 140 },
};

/** Takes a picture of one of the kiosk's screens. Throws when it does not come or misbehaves. */
export async function takeKioskShot(tests: Tests, shot: Shot): Promise<Buffer> {
  const [width = 0, height = 0] = shot.size.split('x').map(Number);
  const name = shot.screen.slice(KIOSK.length);
  let picture: Buffer | undefined;
  await tests.visit({ path: '/healthz', language: shot.language, size: [width, height] }, async (visit) => {
    const { page, context, address } = visit;
    // What runs TypeScript here wraps functions in a helper, which the page has not got.
    await context.addInitScript('globalThis.__name = (given) => given');
    const inside = INSIDE[name];
    if (inside !== undefined) {
      await lay(page, address, name === 'idle');
      if (name === 'idle') await layClocks(context);
      else await layQuickClock(context);
      await inside(await openInside(page, address), page, shot);
    } else await AROUND[name]?.({ ...visit, shot });
    await page.waitForTimeout(SETTLE_MS);
    picture = await page.screenshot({ fullPage: shot.full, timeout: 60_000 });
  });
  if (picture === undefined) throw new Error(`no picture was taken of ${shot.screen}`);
  return picture;
}

async function lay(page: Page, address: string, isIdle = false): Promise<void> {
  const settings = makeKioskSettings(address, {
    address: 'https://baton.example.org',
    examination: true,
    // Only where the question is what is looked at does anybody wait for an answer.
    idleSeconds: isIdle ? 30 : 600,
  });
  await layKiosk(page, address, { settings, membership: { team: 'Spring intake', token: 'a token' } });
}

async function openOuter(page: Page, address: string, { language }: Shot): Promise<void> {
  await lay(page, address);
  await page.goto(`${address}/kiosk?lang=${language}`);
  await page.locator('.curtain-open').waitFor({ state: 'attached' });
}
