import type { Page } from 'playwright-core';

import type { Language } from '../../../src/i18n/languages.ts';
import { makeAttempt, makeDraft, makeRecord, type SavedThings } from './saved-things.ts';

/** One screen of the game, and how to come to it. */
export interface Screen {
  readonly name: string;
  /** Address within the game; the language is added to it. */
  readonly path: string;
  /** What lies on the device before. */
  readonly saved?: () => SavedThings;
  /** What has to be done on the address until the screen is there. */
  readonly arrive?: (page: Page) => Promise<void>;
}

/** The curtain goes up and the first birds take their places. */
const CURTAIN_MS = 2500;

const ATTEMPT = 2;

/** A device on which the act was played once, with the bet on scattering and gluing. */
function playedOnce(): SavedThings {
  const bet = { act: 'duck-pond', question: 'most-ducks', choice: 'scatterAndGlue' };
  return { records: [makeRecord(1, 'bet', bet), makeAttempt(ATTEMPT, 'scatterAndGlue', 7)] };
}

const attemptId = (): string => makeAttempt(ATTEMPT, 'scatterAndGlue', 7).id;

async function untilStageIsLit(page: Page): Promise<void> {
  await page.locator('[data-id="spot-3"]').waitFor({ timeout: 40_000 });
  await page.locator('.theatre-dark').waitFor({ state: 'detached', timeout: 40_000 });
  await page.waitForTimeout(CURTAIN_MS);
}

async function answerOnce(page: Page): Promise<void> {
  const submit = page.locator('main button[type="submit"]');
  await submit.waitFor();
  const radios = page.locator('main').getByRole('radio');
  if ((await radios.count()) > 0) await radios.first().check({ force: true });
  await submit.click();
}

/** The debrief, answered up to its first question of order. */
async function untilOrdering(page: Page): Promise<void> {
  await page.locator('main button[type="submit"]').waitFor();
  for (let question = 0; question < 10; question++) {
    if ((await page.locator('[data-card]').count()) > 0) return;
    await answerOnce(page);
    await page.locator('main .answers').waitFor();
    await page.locator('main .buttons button').last().click();
    await page.locator('main button[type="submit"], main a.button-main').first().waitFor();
  }
}

async function untilDone(page: Page): Promise<void> {
  for (let question = 0; question < 20; question++) {
    await answerOnce(page);
    await page.locator('main .answers').waitFor();
    await page.locator('main .buttons button').last().click();
    await page.locator('main button[type="submit"], main a.button-main').first().waitFor();
    if ((await page.locator('main a.button-main').count()) > 0) return;
  }
}

export const SCREENS: readonly Screen[] = [
  { name: 'title', path: '/' },
  { name: 'welcome', path: '/welcome' },
  {
    name: 'greeting',
    path: '/welcome',
    arrive: async (page) => {
      await answerOnce(page);
      await page.locator('main form').waitFor({ state: 'detached' });
    },
  },
  { name: 'campaign', path: '/campaign', saved: playedOnce },
  { name: 'playbill', path: '/act/duck-pond' },
  {
    name: 'act',
    path: '/act/duck-pond/play',
    saved: () => ({ drafts: [makeDraft('fullCycle', 7, 760)] }),
    arrive: untilStageIsLit,
  },
  {
    name: 'act-late',
    path: '/act/duck-pond/play',
    saved: () => ({ drafts: [makeDraft('fullCycle', 7, 2380)] }),
    arrive: untilStageIsLit,
  },
  {
    name: 'pause',
    path: '/act/duck-pond/play?seed=7',
    arrive: async (page) => {
      await untilStageIsLit(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'pause-settings',
    path: '/act/duck-pond/play?seed=7',
    arrive: async (page) => {
      await untilStageIsLit(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').getByRole('button').nth(2).click();
      await page.locator('dialog.dialog-wide').waitFor();
    },
  },
  {
    name: 'reveal',
    path: `/act/duck-pond/reveal/${attemptId()}`,
    saved: playedOnce,
    arrive: (page) => page.locator('main svg').first().waitFor(),
  },
  {
    name: 'workshop',
    path: '/act/duck-pond/workshop',
    saved: playedOnce,
    arrive: async (page) => {
      await page.getByRole('slider').first().waitFor();
      await page.locator('.lamp-loading').waitFor({ state: 'detached', timeout: 40_000 });
      await page.waitForTimeout(CURTAIN_MS);
    },
  },
  { name: 'debrief', path: '/act/duck-pond/debrief', arrive: (page) => page.locator('main form').waitFor() },
  {
    name: 'debrief-feedback',
    path: '/act/duck-pond/debrief',
    arrive: async (page) => {
      await answerOnce(page);
      await page.locator('main .answers').waitFor();
    },
  },
  { name: 'debrief-order', path: '/act/duck-pond/debrief', arrive: untilOrdering },
  { name: 'debrief-done', path: '/act/duck-pond/debrief', arrive: untilDone },
  {
    name: 'settings',
    path: '/settings',
    arrive: (page) => page.locator('main input').first().waitFor({ state: 'attached' }),
  },
  { name: 'rehearsal', path: '/act/tea-house' },
  { name: 'nowhere', path: '/nowhere' },
];

/** Opens a screen in a language and waits until it is whole: texts, fonts, pictures. */
export async function openScreen(page: Page, address: string, screen: Screen, language: Language): Promise<void> {
  const url = new URL(address + screen.path);
  url.searchParams.set('lang', language);
  await page.goto(url.href);
  // The title is written into the page before any script; the heading of every other screen is the game's.
  await page.locator('#app h1').first().waitFor({ state: 'attached', timeout: 30_000 });
  await screen.arrive?.(page);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const pictures = [...document.images].filter((picture) => picture.loading !== 'lazy');
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
}
