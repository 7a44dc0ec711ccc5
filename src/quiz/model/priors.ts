import type { Item, Tier } from '../items/item.ts';
import { shownRanks } from './categories.ts';
import { chanceOfCategories } from './chance.ts';
import { RANK_CUTS } from './grid.ts';
import type { ItemParameters } from './parameters.ts';

/**
 * Parameters before anybody has answered: the author's tier and the item's kind say what can be expected, and no more.
 * docs/examination.md gives the reasons and sources for every number.
 */

/** Discriminations: at or below what published tests of the kind reach, and never above 1.0 and 1.2. */
const DISCRIMINATION = { rightOrWrong: 0.9, partialCredit: 1.1, gradedJudgement: 1.2 } as const;

/**
 * Where the middle of an item lies: at the entry of its tier, so that it parts those who have entered it from those who
 * have not (the borderline examinee of Angoff 1971). Soldiers enter from nowhere; their middle lies between their cuts.
 */
const MIDDLE: Readonly<Record<Tier, number>> = {
  soldier: (RANK_CUTS[0] + RANK_CUTS[1]) / 2,
  general: RANK_CUTS[2],
  marshal: RANK_CUTS[3],
};

/** Steps of an answer with partial credit, below and above the middle: half of it, then all of it. */
const PARTIAL_STEPS: readonly [number, number] = [-0.5, 0.5];

/** What is assumed of an item that has not been calibrated. */
export function priorParameters(item: Item): ItemParameters {
  if (item.kind === 'single-choice')
    return {
      model: '3pl',
      discrimination: DISCRIMINATION.rightOrWrong,
      difficulty: MIDDLE[item.tier],
      guessing: 1 / item.options.length,
    };
  if (item.kind === 'graded-judgement')
    return {
      model: 'gpcm',
      discrimination: DISCRIMINATION.gradedJudgement,
      steps: judgementSteps(shownRanks(item.key), item.tier),
      chance: chanceOfCategories(item),
    };
  return {
    model: 'gpcm',
    discrimination: DISCRIMINATION.partialCredit,
    steps: PARTIAL_STEPS.map((step) => MIDDLE[item.tier] + step),
    chance: chanceOfCategories(item),
  };
}

/**
 * Halfway between what the options say and what the scene says: between two ranks that are shown lies the mean of the cuts
 * between them, and the scene's tier says where the item is hard.
 */
function judgementSteps(shown: readonly number[], tier: Tier): readonly number[] {
  return shown.slice(1).map((rank, i) => {
    const cuts = RANK_CUTS.slice(shown[i], rank);
    const cut = cuts.reduce((sum, each) => sum + each, 0) / cuts.length;
    return (cut + MIDDLE[tier]) / 2;
  });
}
