/** Somebody on the mountain road: how its controls are found and pressed, and what its texts begin with. */
import type { Locator, Page } from 'playwright-core';

import type { Direction } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import type { RoadState } from '../../../src/acts/blind-and-lame/rules/state.ts';
import type { Draft } from '../../../src/player/drafts/draft.ts';
import { control } from './act-on-stage.ts';
import { laySaved, makeDraft, readStore } from './saved-things.ts';
import road from '../../../levels/blind-and-lame/en.json' with { type: 'json' };

export const ROAD = '/act/blind-and-lame';
/** The road's own texts, in English. */
export const ROAD_TEXTS = road;

/** The arrow that presses a direction, for one who sees the road from the side. */
export const ARROWS: Readonly<Record<Direction, string>> = {
  left: 'ArrowUp',
  ahead: 'ArrowRight',
  right: 'ArrowDown',
  back: 'ArrowLeft',
};
/** The letter that presses a direction for the first of two players. */
export const LETTERS: Readonly<Record<Direction, string>> = { left: 'w', ahead: 'd', right: 's', back: 'a' };
/** The arrow that presses a direction, for one who walks by ear, as he faces the market. */
export const ARROWS_BY_EAR: Readonly<Record<Direction, string>> = {
  left: 'ArrowLeft',
  ahead: 'ArrowUp',
  right: 'ArrowRight',
  back: 'ArrowDown',
};

/** What a text says before the first thing that is put into it. */
export function beginningOf(text: string): string {
  return (text.split(/\{\{|\$t\(/)[0] ?? '').trim();
}

/** A control of the road while it can be used. */
export function usable(page: Page, id: string): Locator {
  return control(page, id).and(page.locator(':not([aria-disabled="true"])'));
}

/** Waits until the stage is lit and something can be done on the road. */
export async function waitForRoad(page: Page): Promise<void> {
  await usable(page, 'rest').waitFor({ timeout: 90_000 });
  await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 90_000 });
}

/** An unfinished run at the moment at which the player's third passage begins, and what is true there. */
export interface RoadDraft {
  readonly draft: Draft;
  readonly state: RoadState;
}

/**
 * A run left when `isThere` came true, with the game's parameters but for `changed`; whoever played it sat down
 * through the first two passages.
 */
export function leaveRoad(
  seed: number,
  changed: Readonly<Record<string, number>>,
  isThere: (state: RoadState) => boolean,
): RoadDraft {
  let left: RoadState | null = null;
  const draft = makeDraft(
    'carriedReporting',
    seed,
    (state) => {
      left = state as RoadState;
      return isThere(left);
    },
    { act: 'blind-and-lame', changed },
  );
  if (left === null) throw new Error('the run was never begun');
  return { draft, state: left };
}

/** The third passage has just begun. */
export function isTogether({ passage, isBetween }: RoadState): boolean {
  return passage === 'together' && !isBetween;
}

/** Lays an unfinished run on the device and goes on with it. */
export async function resumeRoad(page: Page, address: string, { draft }: RoadDraft): Promise<void> {
  await laySaved(page, address, { drafts: [draft] });
  await page.goto(`${address}${ROAD}/play`);
  await waitForRoad(page);
}

/** What the log says of a run that was played to its end. */
export interface PlayedRoad {
  readonly input: string;
  readonly outcome: {
    readonly customers: readonly number[];
    readonly arrived: readonly number[];
    readonly stumbles: number;
    readonly reports: number;
    readonly repairs: number;
  };
  readonly replay: { readonly parameters: Readonly<Record<string, number>> };
}

/** The one run that was played to its end on this device. Throws when there is not exactly one. */
export async function readPlayed(page: Page): Promise<PlayedRoad> {
  const records = (await readStore(page, 'records')) as { readonly type: string; readonly payload: PlayedRoad }[];
  const played = records.filter(({ type }) => type === 'attempt');
  const [only] = played;
  if (only === undefined || played.length !== 1) throw new Error(`${played.length} runs were played to their end`);
  return only.payload;
}
