import type { Page } from 'playwright-core';

import type { Language } from '../../../src/i18n/languages.ts';
import type { ItemKind } from '../../../src/quiz/index.ts';
import { answerByKeyboard } from './answer-item.ts';
import { findItemOnPage } from './item-on-page.ts';
import { askInstead, firstOfEachKind } from './laid-debrief.ts';
import { heldMuster, leftMuster, sitThrough } from './held-muster.ts';
import { PROVINCE_SCREENS } from './province-screens.ts';
import { letPass } from './quick-clock.ts';
import { ROAD_SCREENS } from './road-screens.ts';
import { makeAttempt, makeDraft, makeRecord, recordId, type SavedThings } from './saved-things.ts';

/** One screen of the game, and how to come to it. */
export interface Screen {
  readonly name: string;
  /** Address within the game; the language is added to it. */
  readonly path: string;
  /** What lies on the device before. */
  readonly saved?: () => SavedThings;
  /** What has to be done on the address until the screen is there. */
  readonly arrive?: (page: Page) => Promise<void>;
  /** How long something still moves there, in milliseconds: a picture waits for its end, a test need not. */
  readonly movesMs?: number;
  /** Made of the same parts as another screen: it is worth a picture, and not a test of its own. */
  readonly isTwin?: true;
}

/** The curtain goes up and the first birds take their places. */
const CURTAIN_MS = 2500;

const ATTEMPT = 2;

/** A device on which the act was played once, with the bet on scattering and gluing. */
function playedOnce(): SavedThings {
  const bet = { act: 'duck-pond', question: 'bet', choice: 'scatterAndGlue' };
  return { records: [makeRecord(1, 'bet', bet), makeAttempt(ATTEMPT, 'scatterAndGlue', 7)] };
}

const attemptId = (): string => makeAttempt(ATTEMPT, 'scatterAndGlue', 7).id;

const MUSTER = 3;

/** A device on which the act was played and a muster was held, by somebody who knows two things of three. */
function mustered(): SavedThings {
  const held = heldMuster(
    sitThrough(11, (number) => number % 3 > 0),
    Date.UTC(2026, 5, 1, 12),
  );
  return { records: [...(playedOnce().records ?? []), makeRecord(MUSTER, 'examination', held)] };
}

const musterId = (): string => recordId(MUSTER);

async function untilStageIsLit(page: Page): Promise<void> {
  await page.locator('[data-id="spot-3"]').waitFor({ timeout: 90_000 });
  await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 90_000 });
  await letPass(page, CURTAIN_MS);
}

async function answerOnce(page: Page): Promise<void> {
  const submit = page.locator('main button[type="submit"]');
  await submit.waitFor();
  const radios = page.locator('main').getByRole('radio');
  if ((await radios.count()) > 0) await radios.first().check({ force: true });
  await submit.click();
}

/** A debrief that asks one item of a kind, the first of the bank. */
function asking(kind: ItemKind): (page: Page) => Promise<void> {
  return (page) => askInstead(page, [firstOfEachKind()[kind]]);
}

/** The debrief, answered rightly to its end. */
async function untilDone(page: Page): Promise<void> {
  const done = page.locator('main a.button-main');
  for (;;) {
    await page.locator('main form').or(done).first().waitFor();
    if ((await done.count()) > 0) return;
    await answerByKeyboard(page, await findItemOnPage(page));
    await page.locator('main button[type="submit"]').click();
    await page.locator('main .verdict').waitFor();
    await page.locator('main .buttons button').last().click();
  }
}

/** A drill answered rightly to its end. */
async function untilDrilled(page: Page): Promise<void> {
  const done = page.locator('main .drill-back');
  for (;;) {
    await page.locator('main form').or(done).waitFor();
    if ((await done.count()) > 0) return;
    await answerByKeyboard(page, await findItemOnPage(page));
    await page.locator('main button[type="submit"]').click();
    await page.locator('main .verdict').waitFor();
    await page.locator('main .buttons button').last().click();
  }
}

/** Kinds of questions whose screens are made of parts of their own; the others are slips, as on the first screens. */
const KINDS_SHOWN: readonly ItemKind[] = ['true-false-reason', 'ordering', 'matching', 'sorting', 'estimate', 'cloze'];

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
    isTwin: true,
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
      await page.locator('dialog.dialog-wide input').first().waitFor({ state: 'attached' });
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
      await page.locator('.lamp-loading').waitFor({ state: 'detached', timeout: 90_000 });
      await letPass(page, CURTAIN_MS);
    },
  },
  { name: 'debrief', path: '/act/duck-pond/debrief', arrive: (page) => page.locator('main form').waitFor() },
  {
    name: 'debrief-feedback',
    path: '/act/duck-pond/debrief',
    arrive: async (page) => {
      await asking('graded-judgement')(page);
      await answerOnce(page);
      await page.locator('main .answers').waitFor();
    },
  },
  ...KINDS_SHOWN.map((kind) => ({ name: `debrief-${kind}`, path: '/act/duck-pond/debrief', arrive: asking(kind) })),
  { name: 'debrief-done', path: '/act/duck-pond/debrief', arrive: untilDone },
  ...ROAD_SCREENS,
  ...PROVINCE_SCREENS,
  { name: 'join', path: '/join', arrive: (page) => page.locator('.join-code').waitFor() },
  {
    name: 'join-second',
    path: '/join',
    arrive: async (page) => {
      await page.locator('.join-other button').click();
      await page.locator('input[list]').waitFor();
    },
  },
  { name: 'claim', path: '/claim', arrive: (page) => page.locator('.join-code').waitFor() },
  { name: 'drill-empty', path: '/drill', arrive: (page) => page.locator('main h2').waitFor() },
  { name: 'drill', path: '/drill?seed=7', saved: mustered, arrive: (page) => page.locator('main form').waitFor() },
  { name: 'drill-done', path: '/drill?seed=7', saved: mustered, arrive: untilDrilled },
  {
    name: 'muster',
    path: '/muster',
    movesMs: 5000,
    saved: () => ({
      ...mustered(),
      drafts: [
        leftMuster(
          sitThrough(3, (number) => (number > 4 ? null : true)),
          0,
        ),
      ],
    }),
    arrive: (page) => page.locator('.landing').waitFor(),
  },
  {
    name: 'muster-run',
    path: '/muster/run',
    movesMs: 5000,
    saved: () => ({
      drafts: [
        leftMuster(
          sitThrough(5, (number) => (number > 5 ? null : number % 3 > 0)),
          0,
        ),
      ],
    }),
    arrive: (page) => page.locator('main form').waitFor(),
  },
  {
    name: 'muster-result',
    path: `/muster/result/${musterId()}`,
    movesMs: 14_000,
    saved: mustered,
    arrive: (page) => page.locator('.review').first().waitFor(),
  },
  {
    name: 'honour',
    path: `/muster/honour/${musterId()}`,
    saved: mustered,
    arrive: (page) => page.locator('.honour-sheet svg').waitFor(),
  },
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
  await page.locator('#app h1').first().waitFor({ state: 'attached', timeout: 60_000 });
  // A page whose texts or questions are still on their way has its heading before them.
  await page.locator('.lamp-loading').first().waitFor({ state: 'detached', timeout: 90_000 });
  await screen.arrive?.(page);
  await untilWhole(page, language);
}

/** Waits until the page speaks a language and has all that it shows: texts, fonts, pictures. */
export async function untilWhole(page: Page, language: Language): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  // The faces' style sheets come after the first paint: until then no face is awaited, and `ready` says nothing.
  await page.waitForFunction(() => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    return sheets.some(({ href }) => href.includes('/fonts-')) && sheets.every(({ sheet }) => sheet !== null);
  });
  await page.evaluate(async () => {
    // What follows from the change of language is drawn by then, and has asked for its faces.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
    const pictures = [...document.images].filter((picture) => picture.loading !== 'lazy');
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
}
