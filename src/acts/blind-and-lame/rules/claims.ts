/** What the act claims about its strategies, and how each claim is judged. */
import type { Claim, OutcomesByBot, Sweep } from '../../../kernel/claim.ts';
import { boundMean, boundShare, judgeAbove, runsOf, type Bound } from '../../../kernel/statistics/index.ts';
import type { BotName } from './bots/index.ts';
import type { RoadOutcome } from './outcome.ts';
import { PASSAGES, type Passage } from './places.ts';

/** The blind man alone fails in more than this share of the runs: he arrives in at most 25 %. */
const BLIND_FAILS = 0.75;
/** With no arrival at all, a sample's bound must leave no more than this to chance. */
const LAME_FAILS = 0.95;
/** Together they arrive at least this many times as often. */
const TIMES = 3;
/** Reports are worth more than this share of arrivals. */
const CLEAR_MARGIN = 0.1;

/** Every bot that walks alone, those that cheat among them. */
const ALONE = ['blindWanderer', 'wallFollower', 'explorer', 'sounder', 'random'] as const satisfies readonly BotName[];
/** Every pair that tells nothing, those that cheat among them. */
const UNTOLD = [
  'carriedSilent',
  'carriedGuessing',
  'carriedCunning',
  'carriedCautious',
] as const satisfies readonly BotName[];

type Outcomes = OutcomesByBot<RoadOutcome>;

function arrivals(outcomes: Outcomes, bot: BotName, passage: Passage): readonly number[] {
  const which = PASSAGES.indexOf(passage);
  return runsOf(outcomes, bot).map(({ arrived }) => arrived[which] as number);
}

function customers(outcomes: Outcomes, bot: BotName, passage: Passage): readonly number[] {
  const which = PASSAGES.indexOf(passage);
  return runsOf(outcomes, bot).map((run) => run.customers[which] as number);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Of several samples the one with the highest sum; the first of equals. */
function bestOf(samples: readonly (readonly number[])[]): readonly number[] {
  return samples.reduce((best, sample) => (sumOf(sample) > sumOf(best) ? sample : best));
}

function bestAlone(outcomes: Outcomes): readonly number[] {
  return bestOf(ALONE.map((bot) => arrivals(outcomes, bot, 'blind')));
}

/** One sample less another, run by run. */
function lessOf(sample: readonly number[], other: readonly number[], times = 1): readonly number[] {
  return sample.map((value, i) => value - times * (other[i] as number));
}

/** Share of the runs of which something is true. */
function shareOf(values: readonly number[], isTrue: (value: number) => boolean): number {
  return values.filter(isTrue).length / values.length;
}

const blindAlone: Claim<RoadOutcome> = {
  id: 'blind-alone',
  sentence: 'The blind man alone arrives in at most a quarter of the runs.',
  measure: 'share of the runs in which the best of those who walk alone does not arrive',
  bots: ALONE,
  evaluate(outcomes) {
    const arrived = bestAlone(outcomes);
    const failed = arrived.length - sumOf(arrived);
    return judgeAbove(boundShare(failed, arrived.length), BLIND_FAILS, failed / arrived.length);
  },
};

const lameAlone: Claim<RoadOutcome> = {
  id: 'lame-alone',
  sentence: 'The lame man alone never arrives.',
  measure: 'share of the runs in which he does not arrive',
  bots: ['lamePlanner'],
  evaluate(outcomes) {
    const arrived = arrivals(outcomes, 'lamePlanner', 'lame');
    const failed = arrived.length - sumOf(arrived);
    const finding = judgeAbove(boundShare(failed, arrived.length), LAME_FAILS, failed / arrived.length);
    return { ...finding, holds: finding.holds && failed === arrived.length };
  },
};

const togetherTriples: Claim<RoadOutcome> = {
  id: 'together-triples',
  sentence: 'Together they arrive at least three times as often as the blind man alone.',
  measure: 'arrivals together in a run, less three times those of the best who walks alone',
  bots: ['carriedReporting', ...ALONE],
  evaluate(outcomes) {
    const leads = lessOf(arrivals(outcomes, 'carriedReporting', 'together'), bestAlone(outcomes), TIMES);
    return judgeAbove(
      boundMean(leads),
      0,
      shareOf(leads, (lead) => lead > 0),
    );
  },
};

const reportsPay: Claim<RoadOutcome> = {
  id: 'reports-pay',
  sentence: 'With reports they arrive clearly more often than without, and win more customers.',
  measure: 'share of arrivals by which reports lead the best of those who tell nothing',
  bots: ['carriedReporting', ...UNTOLD],
  evaluate(outcomes) {
    const arrived = arrivals(outcomes, 'carriedReporting', 'together');
    const others = UNTOLD.map((bot) => boundMean(lessOf(arrived, arrivals(outcomes, bot, 'together'))));
    const narrowest = others.reduce((least, lead) => (lead.lower < least.lower ? lead : least));
    const won = customers(outcomes, 'carriedReporting', 'together');
    const rivals = UNTOLD.map((bot) => customers(outcomes, bot, 'together'));
    const winsMore = rivals.every((rival) => boundMean(lessOf(won, rival)).lower > 0);
    const best = bestOf(rivals);
    const share = shareOf(lessOf(won, best), (lead) => lead > 0);
    const finding = judgeAbove(narrowest, CLEAR_MARGIN, share);
    return { ...finding, holds: finding.holds && winsMore };
  },
};

export const claims: readonly Claim<RoadOutcome>[] = [blindAlone, lameAlone, togetherTriples, reportsPay];

const PER_CENT = 100;

function percentOf({ estimate, lower, upper }: Bound): Bound {
  return { estimate: estimate * PER_CENT, lower: lower * PER_CENT, upper: upper * PER_CENT };
}

function arrivalColumn(heading: string, bot: BotName): Sweep<RoadOutcome>['columns'][number] {
  return {
    heading,
    digits: 1,
    evaluate(outcomes) {
      const arrived = arrivals(outcomes, bot, 'together');
      return percentOf(boundShare(sumOf(arrived), arrived.length));
    },
  };
}

/** How the value of reports grows with the falseness of the map. */
const valueOfReports: Sweep<RoadOutcome> = {
  id: 'value-of-reports',
  sentence: 'How the value of reports grows with the falseness of the map (arrivals in %, 99 % bounds).',
  parameter: 'falseness',
  values: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
  bots: ['carriedReporting', ...UNTOLD],
  columns: [
    {
      heading: 'crossings really false, %',
      digits: 1,
      evaluate(outcomes) {
        const runs = runsOf(outcomes, 'carriedReporting');
        return percentOf(boundMean(runs.map((run) => run.falseCrossings / run.crossings)));
      },
    },
    arrivalColumn('with reports', 'carriedReporting'),
    arrivalColumn('silent', 'carriedSilent'),
    arrivalColumn('guessing', 'carriedGuessing'),
    arrivalColumn('cunning', 'carriedCunning'),
    arrivalColumn('cautious', 'carriedCautious'),
    {
      heading: 'lead over the best without, points',
      digits: 1,
      evaluate: (outcomes) => percentOf(reportsPay.evaluate(outcomes)),
    },
    {
      heading: 'lead in customers',
      digits: 2,
      evaluate(outcomes) {
        const best = bestOf(UNTOLD.map((bot) => customers(outcomes, bot, 'together')));
        return boundMean(lessOf(customers(outcomes, 'carriedReporting', 'together'), best));
      },
    },
  ],
};

export const sweeps: readonly Sweep<RoadOutcome>[] = [valueOfReports];
