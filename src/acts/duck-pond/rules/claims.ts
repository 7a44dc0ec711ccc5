/** What the act claims about its strategies, and how each claim is judged. */
import type { Claim, OutcomesByBot } from '../../../kernel/claim.ts';
import { boundMean, boundRatio, judgeAbove, runsOf, scoresOf, shareOf } from '../../../kernel/statistics/index.ts';
import type { BotName } from './bots/index.ts';
import type { PondOutcome } from './outcome.ts';

/** At least this many times as many ducks as the shooter. */
const TWICE = 2;
/** Losing more than this share of the birds at the shore is losing most of them. */
const MOST = 0.5;

/** Every bot that the full cycle has to beat, those that cheat and its own shooting twin among them. */
const RIVALS = [
  'shooter',
  'carefulShooter',
  'scatterer',
  'scatterAndGlue',
  'random',
  'baiter',
  'picker',
  'poacher',
] as const satisfies readonly BotName[];

type Outcomes = OutcomesByBot<PondOutcome>;

function afterEvening(outcomes: Outcomes, bot: BotName, evening: number): readonly number[] {
  return runsOf(outcomes, bot).map((run) => run.series[evening - 1] ?? run.score);
}

const shooterFirst: Claim<PondOutcome> = {
  id: 'shooter-first',
  sentence: 'After the first evening the shooter leads the scatterer.',
  measure: 'ducks by which the shooter leads after evening 1',
  bots: ['shooter', 'scatterer'],
  evaluate(outcomes) {
    const scatterer = afterEvening(outcomes, 'scatterer', 1);
    const leads = afterEvening(outcomes, 'shooter', 1).map((ducks, i) => ducks - (scatterer[i] as number));
    return judgeAbove(
      boundMean(leads),
      0,
      shareOf(leads.length, (i) => (leads[i] as number) > 0),
    );
  },
};

const patienceDoubles: Claim<PondOutcome> = {
  id: 'patience-doubles',
  sentence: 'After the last evening scatter-and-glue has at least twice the ducks of the shooter.',
  measure: 'ducks of scatter-and-glue for each duck of the shooter',
  bots: ['shooter', 'scatterAndGlue'],
  evaluate(outcomes) {
    const patient = scoresOf(outcomes, 'scatterAndGlue');
    const shooter = scoresOf(outcomes, 'shooter');
    const share = shareOf(patient.length, (i) => (patient[i] as number) >= TWICE * (shooter[i] as number));
    return judgeAbove(boundRatio(patient, shooter), TWICE, share);
  },
};

const grainAloneLoses: Claim<PondOutcome> = {
  id: 'grain-alone-loses',
  sentence: 'Grain without glue loses most of its flock overnight.',
  measure: 'share of the birds at the shore at dusk that leave in the night',
  bots: ['scatterer'],
  evaluate(outcomes) {
    const runs = runsOf(outcomes, 'scatterer');
    const lost = runs.map((run) => run.lost);
    const there = runs.map((run) => run.atDusk);
    const share = shareOf(runs.length, (i) => (lost[i] as number) > MOST * (there[i] as number));
    return judgeAbove(boundRatio(lost, there), MOST, share);
  },
};

const fullCycleWins: Claim<PondOutcome> = {
  id: 'full-cycle-wins',
  sentence: 'Best is the full cycle, scatter, hold and gather: it beats every other strategy, and needs no shot.',
  measure: 'ducks by which the full cycle leads the best of the others',
  bots: ['fullCycle', ...RIVALS],
  evaluate(outcomes) {
    const full = scoresOf(outcomes, 'fullCycle');
    const rivals = RIVALS.map((rival) => scoresOf(outcomes, rival));
    const leads = rivals.map((rival) => boundMean(full.map((ducks, i) => ducks - (rival[i] as number))));
    const narrowest = leads.reduce((least, lead) => (lead.lower < least.lower ? lead : least));
    const share = shareOf(full.length, (i) => rivals.every((rival) => (rival[i] as number) < (full[i] as number)));
    const finding = judgeAbove(narrowest, 0, share);
    const isQuiet = runsOf(outcomes, 'fullCycle').every((run) => run.shots === 0);
    return { ...finding, holds: finding.holds && isQuiet };
  },
};

export const claims: readonly Claim<PondOutcome>[] = [shooterFirst, patienceDoubles, grainAloneLoses, fullCycleWins];
