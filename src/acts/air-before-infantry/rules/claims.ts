/** What the act claims about its strategies, and how each claim is judged. */
import type { Claim } from '../../../kernel/claim.ts';
import {
  boundMean,
  boundRatio,
  boundShare,
  judgeAbove,
  runsOf,
  scoresOf,
  shareOf,
} from '../../../kernel/statistics/index.ts';
import type { BotName } from './bots/index.ts';
import type { CampaignOutcome } from './outcome.ts';

/** At least this many times what the best single arm comes to. */
const TWICE = 2;
/** Nothing is held in more than this share of campaigns: what a few hundred without an exception can show. */
const NEARLY_ALL = 0.9;

/** Air without infantry, all together and arm by arm. */
const AIR = [
  'airOnly',
  'postersOnly',
  'exhibitionOnly',
  'mailOnly',
  'websiteOnly',
] as const satisfies readonly BotName[];
/** Plans that trust one arm; keeping the purse shut is the least that any of them must beat. */
const SINGLE = ['infantryOnly', 'supplyRush', 'scoutOnly', 'idle', ...AIR] as const satisfies readonly BotName[];
/** Every bot that the joint plan has to beat. */
const RIVALS = [
  ...SINGLE,
  'spreadThenLate',
  'concentratedJoint',
  'random',
  'byNumber',
  'drill',
] as const satisfies readonly BotName[];

const infantryFirstLoses: Claim<CampaignOutcome> = {
  id: 'infantry-first-loses',
  sentence: 'Infantry first ends with less money than it started with.',
  measure: 'coins that infantry-first has lost from its purse at the end',
  bots: ['infantryOnly'],
  evaluate(outcomes) {
    const losses = runsOf(outcomes, 'infantryOnly').map(({ start, money }) => start - (money.at(-1) ?? start));
    return judgeAbove(
      boundMean(losses),
      0,
      shareOf(losses.length, (i) => (losses[i] as number) > 0),
    );
  },
};

const airHoldsNothing: Claim<CampaignOutcome> = {
  id: 'air-holds-nothing',
  sentence: 'Air alone, all arms or any of them, holds no town.',
  measure: 'share of campaigns in which air alone never held a town',
  bots: AIR,
  evaluate(outcomes) {
    const runs = AIR.map((bot) => runsOf(outcomes, bot));
    const count = runs[0]?.length ?? 0;
    const share = shareOf(count, (i) => runs.every((each) => each[i]?.towns.every((towns) => towns === 0) === true));
    return judgeAbove(boundShare(Math.round(share * count), count), NEARLY_ALL, share);
  },
};

const concentratedBeatsSpread: Claim<CampaignOutcome> = {
  id: 'concentrated-beats-spread',
  sentence: 'Air spread everywhere and followed late loses to air concentrated and followed the next week.',
  measure: 'coins of worth by which the concentrated plan leads',
  bots: ['concentratedJoint', 'spreadThenLate'],
  evaluate(outcomes) {
    const spread = scoresOf(outcomes, 'spreadThenLate');
    const leads = scoresOf(outcomes, 'concentratedJoint').map((worth, i) => worth - (spread[i] as number));
    return judgeAbove(
      boundMean(leads),
      0,
      shareOf(leads.length, (i) => (leads[i] as number) > 0),
    );
  },
};

const jointDoubles: Claim<CampaignOutcome> = {
  id: 'joint-doubles',
  sentence: 'The joint plan is worth at least twice the best plan of a single arm, an untouched purse among them.',
  measure: 'coins of worth of the joint plan for each coin of the best single arm on the same province',
  bots: ['jointWithRecon', ...SINGLE],
  evaluate(outcomes) {
    const joint = scoresOf(outcomes, 'jointWithRecon');
    const singles = SINGLE.map((bot) => scoresOf(outcomes, bot));
    const best = joint.map((_, i) => Math.max(...singles.map((each) => each[i] as number)));
    const share = shareOf(joint.length, (i) => (joint[i] as number) >= TWICE * (best[i] as number));
    return judgeAbove(boundRatio(joint, best), TWICE, share);
  },
};

const jointIsBest: Claim<CampaignOutcome> = {
  id: 'joint-is-best',
  sentence:
    'Best is to look, strike from the air and follow with infantry: it beats every single arm and every fixed order.',
  measure: 'coins of worth by which the joint plan leads the best of the others',
  bots: ['jointWithRecon', ...RIVALS],
  evaluate(outcomes) {
    const joint = scoresOf(outcomes, 'jointWithRecon');
    const rivals = RIVALS.map((rival) => scoresOf(outcomes, rival));
    const leads = rivals.map((rival) => boundMean(joint.map((worth, i) => worth - (rival[i] as number))));
    const narrowest = leads.reduce((least, lead) => (lead.lower < least.lower ? lead : least));
    const share = shareOf(joint.length, (i) => rivals.every((rival) => (rival[i] as number) < (joint[i] as number)));
    return judgeAbove(narrowest, 0, share);
  },
};

export const claims: readonly Claim<CampaignOutcome>[] = [
  infantryFirstLoses,
  airHoldsNothing,
  concentratedBeatsSpread,
  jointDoubles,
  jointIsBest,
];
