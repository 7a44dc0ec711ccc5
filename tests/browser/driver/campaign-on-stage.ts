/** Somebody in the province: how its controls are found, what its texts say, and campaigns that wait on the device. */
import { createInstance } from 'i18next';
import type { Locator, Page } from 'playwright-core';

import type { CampaignOutcome } from '../../../src/acts/air-before-infantry/rules/outcome.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import type { TextRef } from '../../../src/kernel/act.ts';
import type { Draft } from '../../../src/player/drafts/draft.ts';
import { control } from './act-on-stage.ts';
import { laySaved, makeDraft, readStore } from './saved-things.ts';
import texts from '../../../levels/air-before-infantry/en.json' with { type: 'json' };

const ACT = 'air-before-infantry';
export const CAMPAIGN = `/act/${ACT}`;
/** The campaign's own texts, in English. */
export const CAMPAIGN_TEXTS = texts;

const i18n = createInstance();
void i18n.init({
  lng: 'en',
  resources: { en: { translation: texts } },
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** A text of the campaign as the page reads it. */
export function say({ key, values }: TextRef): string {
  return i18n.t(key, { ...values });
}

/** A control of the campaign while it can be used. */
export function usable(page: Page, id: string): Locator {
  return control(page, id).and(page.locator(':not([aria-disabled="true"])'));
}

/** What somebody who listens is told a control is. */
export async function readName(page: Page, id: string): Promise<string> {
  return (await control(page, id).locator('.theatre-unseen, .theatre-tool-name').textContent()) ?? '';
}

/** The numbers in a text that the act wrote with them. Throws when the text does not begin like this. */
export function readNumbers(text: string, pattern: RegExp): readonly number[] {
  const found = pattern.exec(text);
  if (found === null) throw new Error(`${JSON.stringify(text)} is not like ${String(pattern)}`);
  return found.slice(1).map(Number);
}

/** Waits until the stage is lit and a week can be planned. */
export async function waitForPlan(page: Page, week: number): Promise<void> {
  const named = page.locator('*', { hasText: new RegExp(`\\bweek ${week}\\b`, 'i') });
  await usable(page, 'march').and(named).waitFor({ timeout: 90_000 });
  await page.locator('.play-dark').waitFor({ state: 'detached', timeout: 90_000 });
}

/** A campaign that waits on the device, and what is true in it. */
export interface LeftCampaign {
  readonly draft: Draft;
  readonly state: CampaignState;
}

/** A campaign left when `isThere` came true, with the game's parameters but for `changed`. */
export function leaveCampaign(
  changed: Readonly<Record<string, number>>,
  isThere: (state: CampaignState) => boolean = ({ week }) => week === 1,
): LeftCampaign {
  let left: CampaignState | null = null;
  const until = (state: unknown): boolean => {
    left = state as CampaignState;
    return isThere(left);
  };
  const draft = makeDraft('jointWithRecon', 7, until, { act: ACT, changed });
  if (left === null) throw new Error('the campaign was never begun');
  return { draft, state: left };
}

/** The hand-made province, with so many weeks that play out in a second each. */
export function leaveShort(weeks: number): LeftCampaign {
  return leaveCampaign({ province: 1, weeks, marchSeconds: 1 });
}

/** Lays an unfinished campaign on the device and comes to the playbill, where it can be gone on with. */
export async function comeToBill(page: Page, address: string, { draft }: LeftCampaign): Promise<void> {
  await laySaved(page, address, { drafts: [draft] });
  await page.goto(`${address}${CAMPAIGN}`);
}

/** What the log says of the one campaign that was played to its end on this device. Throws when it is not one. */
export async function readFought(page: Page): Promise<{ readonly input: string; readonly outcome: CampaignOutcome }> {
  const records = (await readStore(page, 'records')) as {
    readonly type: string;
    readonly payload: { readonly input: string; readonly outcome: CampaignOutcome };
  }[];
  const fought = records.filter(({ type }) => type === 'attempt');
  const [only] = fought;
  if (only === undefined || fought.length !== 1) throw new Error(`${fought.length} campaigns were fought to their end`);
  return only.payload;
}
