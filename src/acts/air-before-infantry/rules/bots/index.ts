import type { Strategy } from '../../../../kernel/claim.ts';
import { makeByNumber, makeDrill } from './fixed.ts';
import { makeConcentratedJoint, makeSpreadThenLate } from './followed.ts';
import { makeJointWithRecon } from './joint.ts';
import type { CampaignBotMaker } from './pace.ts';
import { makeRandom } from './random.ts';
import { makeAirOnly, makeIdle, makeInfantryOnly, makeScoutOnly, makeSingleArm, makeSupplyRush } from './single.ts';

/** Every strategy by name: six honest ones, and those that try to break the lesson with one arm, or with fixed orders. */
export const bots = {
  infantryOnly: makeInfantryOnly,
  airOnly: makeAirOnly,
  spreadThenLate: makeSpreadThenLate,
  concentratedJoint: makeConcentratedJoint,
  random: makeRandom,
  idle: makeIdle,
  supplyRush: makeSupplyRush,
  scoutOnly: makeScoutOnly,
  postersOnly: () => makeSingleArm('posters'),
  exhibitionOnly: () => makeSingleArm('exhibition'),
  mailOnly: () => makeSingleArm('mail'),
  websiteOnly: () => makeSingleArm('website'),
  byNumber: makeByNumber,
  drill: makeDrill,
  jointWithRecon: makeJointWithRecon,
} as const satisfies Readonly<Record<string, CampaignBotMaker>>;

export type BotName = keyof typeof bots;

/** What the reveal draws. */
export const strategies: readonly Strategy[] = (
  ['infantryOnly', 'airOnly', 'spreadThenLate', 'concentratedJoint', 'jointWithRecon'] as const
).map((bot) => ({ bot, text: { key: `strategies.${bot}` } }));
