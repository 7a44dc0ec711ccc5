import type { Strategy } from '../../../../kernel/claim.ts';
import { makeBlindWanderer, makeExplorer, makeSounder, makeWallFollower } from './alone.ts';
import { makeLamePlanner } from './apart.ts';
import {
  makeCarriedCautious,
  makeCarriedCunning,
  makeCarriedGuessing,
  makeCarriedReporting,
  makeCarriedSilent,
} from './carried.ts';
import { makeEarWalker } from './ear.ts';
import type { RoadBotMaker } from './pace.ts';
import { makeRandom } from './random.ts';
import { makeWholePlay } from './whole.ts';

/**
 * Every strategy by name: honest ones; those that try to break the lesson (`explorer`, `sounder`, `carriedGuessing`,
 * `carriedCunning`, `carriedCautious`); one that has only ears (`earWalker`, for the way to play by ear); and one that plays every passage.
 */
export const bots = {
  blindWanderer: makeBlindWanderer,
  wallFollower: makeWallFollower,
  lamePlanner: makeLamePlanner,
  carriedSilent: makeCarriedSilent,
  carriedReporting: makeCarriedReporting,
  random: makeRandom,
  explorer: makeExplorer,
  sounder: makeSounder,
  carriedGuessing: makeCarriedGuessing,
  carriedCunning: makeCarriedCunning,
  carriedCautious: makeCarriedCautious,
  earWalker: makeEarWalker,
  wholePlay: makeWholePlay,
} as const satisfies Readonly<Record<string, RoadBotMaker>>;

export type BotName = keyof typeof bots;

/** What the reveal draws. */
export const strategies: readonly Strategy[] = (
  ['blindWanderer', 'wallFollower', 'lamePlanner', 'carriedSilent', 'carriedReporting'] as const
).map((bot) => ({ bot, text: { key: `strategies.${bot}` } }));
