/** The screens of the campaign: planning, a town chosen, a week that plays out, forty towns, and what comes after. */
import type { Page } from 'playwright-core';

import { isKnown } from '../../../src/acts/air-before-infantry/rules/ground.ts';
import type { CampaignState, CampaignView } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { letPass } from './quick-clock.ts';
import { makeAttempt, makeDraft, type SavedRun, type SavedThings } from './saved-things.ts';
import type { Screen } from './screens.ts';

const ACT = 'air-before-infantry';
const PATH = `/act/${ACT}`;
const SEED = 7;
const CURTAIN_MS = 2500;
const ATTEMPT = 31;

/** A run that a bot has played until the screen is as wanted. */
function draft(
  bot: string,
  isThere: (view: CampaignView) => boolean,
  saved: Omit<SavedRun, 'act'> = {},
): () => SavedThings {
  const until = (state: unknown): boolean => isThere(viewOf(state as CampaignState));
  return () => ({ drafts: [makeDraft(bot, SEED, until, { ...saved, act: ACT })] });
}

/** Chooses a town that is not held and whose walls nobody has seen. */
function chooseUnseen(state: unknown): readonly unknown[] {
  const view = viewOf(state as CampaignState);
  for (let town = 0; town < view.province.towns; town++)
    if (view.held[town] === 0 && !isKnown(view, town)) return [{ do: 'choose', town }];
  return [];
}

async function untilProvinceIsLit(page: Page): Promise<void> {
  await page.locator('[data-id="march"]').waitFor({ state: 'attached', timeout: 90_000 });
  await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 90_000 });
  await letPass(page, CURTAIN_MS);
}

const attempt = () => makeAttempt(ATTEMPT, 'concentratedJoint', SEED, { act: ACT });
const playedOnce = (): SavedThings => ({ records: [attempt()] });

const playing = { path: `${PATH}/play`, arrive: untilProvinceIsLit } as const;

export const PROVINCE_SCREENS: readonly Screen[] = [
  { name: 'province-playbill', path: PATH },
  { name: 'province-first', path: `${PATH}/play?seed=${SEED}`, arrive: untilProvinceIsLit },
  {
    ...playing,
    name: 'province-planning',
    saved: draft('jointWithRecon', ({ week, orders, isMarching }) => week >= 4 && !isMarching && orders.length >= 2),
  },
  {
    ...playing,
    name: 'province-town',
    saved: draft('jointWithRecon', ({ week }) => week === 2, { lastly: chooseUnseen }),
    isTwin: true,
  },
  {
    ...playing,
    name: 'province-marching',
    saved: draft('jointWithRecon', ({ week, isMarching, ticksIn }) => week >= 3 && isMarching && ticksIn > 2),
  },
  {
    ...playing,
    name: 'province-held',
    saved: draft('jointWithRecon', ({ week }) => week === 9),
    isTwin: true,
  },
  {
    ...playing,
    name: 'province-large',
    saved: draft('jointWithRecon', ({ week }) => week === 3, { changed: { towns: 40 } }),
  },
  {
    name: 'province-reveal',
    path: `${PATH}/reveal/${attempt().id}`,
    saved: playedOnce,
    arrive: (page) => page.locator('main svg').first().waitFor(),
  },
  {
    name: 'province-workshop',
    path: `${PATH}/workshop`,
    saved: playedOnce,
    arrive: async (page) => {
      await page.getByRole('slider').first().waitFor();
      await page.locator('.lamp-loading').waitFor({ state: 'detached', timeout: 90_000 });
      await letPass(page, CURTAIN_MS);
    },
  },
  {
    name: 'province-debrief',
    path: `${PATH}/debrief`,
    arrive: (page) => page.locator('main form').waitFor(),
    isTwin: true,
  },
];
