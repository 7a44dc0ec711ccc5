import { RANKS, TIERS } from '../items/item.ts';
import { categoryWorths } from '../model/categories.ts';
import { CELLS, TIER_OF_RANK } from '../model/grid.ts';
import {
  describePosterior,
  likeliest,
  quantileOf,
  rankShares,
  tierShares,
  type Posterior,
} from '../model/posterior.ts';
import type { BankEntry, ExaminationBank } from './bank.ts';
import type { Examination, ExaminationResult, ReviewedAnswer } from './examination.ts';
import { progressOf } from './examine.ts';
import { judgeGroups } from './groups.ts';
import { adviseNext } from './advise.ts';

/** The share of the posterior outside the credible interval, half on each side. */
const OUTSIDE = 0.1;

/**
 * What the answers so far say; final when the examination is over. Throws `BadInput` when the examination does not fit
 * the bank.
 */
export function resultOf(bank: ExaminationBank, examination: Examination): ExaminationResult {
  const { posterior, asked } = progressOf(bank, examination);
  const ranks = rankShares(posterior);
  const tiers = tierShares(posterior);
  const tier = likeliest(tiers);
  const rank = likeliest(ranks.map((share, i) => (TIER_OF_RANK[i] === TIERS[tier] ? share : -1)));
  const { mean, sd } = describePosterior(posterior);
  const groups = judgeGroups(bank, asked);
  const review = examination.answers.map((answer, i): ReviewedAnswer => {
    const { entry } = asked[i] as { readonly entry: BankEntry };
    const { shown, response, score } = answer;
    return { item: entry.item, shown, response, score, expected: expectedWorth(bank, entry, posterior) };
  });
  return {
    rank: RANKS[rank] as ExaminationResult['rank'],
    tier: TIERS[tier] as ExaminationResult['tier'],
    sureOfRank: ranks[rank] as number,
    sureOfTier: tiers[tier] as number,
    ranks: RANKS.map((name, i) => ({ rank: name, probability: ranks[i] as number })),
    tiers: TIERS.map((name, i) => ({ tier: name, probability: tiers[i] as number })),
    estimate: mean,
    sd,
    interval: [quantileOf(posterior, OUTSIDE / 2), quantileOf(posterior, 1 - OUTSIDE / 2)],
    groups,
    playNext: adviseNext(bank, review, groups),
    review,
  };
}

/** What an answer to this item is worth on average, from 0 to 1, when the ability is distributed like this. */
function expectedWorth(bank: ExaminationBank, { item, curve }: BankEntry, posterior: Posterior): number {
  const table = bank.curves[curve];
  let sum = 0;
  categoryWorths(item).forEach((worth, k) => {
    for (let cell = 0; cell < CELLS; cell++)
      sum += worth * (posterior[cell] as number) * (table?.probabilities[k * CELLS + cell] as number);
  });
  return sum;
}
