/** The screens of the road: each passage, both ways to look, two players, and by ear. */
import type { Page } from 'playwright-core';

import { findWay } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import type { Passage } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { seeLame, seeScreen } from '../../../src/acts/blind-and-lame/rules/see.ts';
import type { RoadState } from '../../../src/acts/blind-and-lame/rules/state.ts';
import type { ScreenView } from '../../../src/acts/blind-and-lame/rules/views.ts';
import { letPass } from './quick-clock.ts';
import { makeAttempt, makeDraft, type SavedRun, type SavedThings } from './saved-things.ts';
import type { Screen } from './screens.ts';

const PATH = '/act/blind-and-lame';
const SEED = 6;
const CURTAIN_MS = 2500;
const ATTEMPT = 21;

/** A run that a bot has played until the screen is as wanted. */
function draft(
  bot: string,
  isThere: (view: ScreenView) => boolean,
  saved: Omit<SavedRun, 'act'> = {},
): () => SavedThings {
  const until = (state: unknown): boolean => isThere(seeScreen(state as RoadState));
  return () => ({ drafts: [makeDraft(bot, SEED, until, { ...saved, act: 'blind-and-lame' })] });
}

/** So many seconds into a passage. */
function isIn({ passage, tick, partBegan, isBetween }: ScreenView, wanted: Passage, seconds: number): boolean {
  return passage === wanted && !isBetween && tick - partBegan >= seconds * 20;
}

/** Calls the next words of the shortest way on the map. */
function callOn(count: number): (state: unknown) => readonly unknown[] {
  return (state) => {
    const { map, at, markets } = seeLame(state as RoadState);
    return findWay(map, at, markets.at(-1) ?? at)
      .slice(0, count)
      .map((to) => ({ do: 'call', to }));
  };
}

async function untilRoadIsLit(page: Page): Promise<void> {
  await page.locator('[data-id="rest"]').waitFor({ state: 'attached', timeout: 90_000 });
  await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 90_000 });
  await letPass(page, CURTAIN_MS);
}

function playedOnce(): SavedThings {
  return { records: [makeAttempt(ATTEMPT, 'carriedReporting', SEED, { act: 'blind-and-lame' })] };
}

const playing = { path: `${PATH}/play`, arrive: untilRoadIsLit } as const;

export const ROAD_SCREENS: readonly Screen[] = [
  { name: 'road-playbill', path: PATH },
  { name: 'road-first', path: `${PATH}/play?seed=${SEED}`, arrive: untilRoadIsLit },
  { ...playing, name: 'road-blind', saved: draft('blindWanderer', (view) => isIn(view, 'blind', 20)), isTwin: true },
  {
    ...playing,
    name: 'road-lame',
    saved: draft('lamePlanner', (view) => isIn(view, 'lame', 8), { lastly: callOn(5) }),
  },
  {
    ...playing,
    name: 'road-looking',
    saved: draft('carriedReporting', ({ eyes, won }) => eyes === 'lame' && won[0] !== undefined && won[0] >= 0, {
      lastly: callOn(4),
    }),
  },
  {
    ...playing,
    name: 'road-walking',
    saved: draft('carriedReporting', ({ isGoing, words, won }) => isGoing && words.length > 5 && (won[0] ?? -1) >= 0),
    isTwin: true,
  },
  {
    ...playing,
    name: 'road-two',
    saved: draft('carriedReporting', (view) => isIn(view, 'together', 15), {
      changed: { hands: 2 },
      lastly: callOn(4),
    }),
  },
  {
    ...playing,
    name: 'road-ear',
    saved: draft('carriedReporting', (view) => isIn(view, 'together', 5), { changed: { ear: 1 } }),
  },
  {
    name: 'road-reveal',
    path: `${PATH}/reveal/${makeAttempt(ATTEMPT, 'carriedReporting', SEED, { act: 'blind-and-lame' }).id}`,
    saved: playedOnce,
    arrive: (page) => page.locator('main svg').first().waitFor(),
  },
  {
    name: 'road-workshop',
    path: `${PATH}/workshop`,
    saved: playedOnce,
    arrive: async (page) => {
      await page.getByRole('slider').first().waitFor();
      await page.locator('.lamp-loading').waitFor({ state: 'detached', timeout: 90_000 });
      await letPass(page, CURTAIN_MS);
    },
    isTwin: true,
  },
];
