import { seedRandom } from '../../src/kernel/random.ts';
import type { ExaminationBank } from '../../src/quiz/examination/bank.ts';
import { answerExamination, beginExamination, currentQuestion } from '../../src/quiz/examination/examine.ts';
import { resultOf } from '../../src/quiz/examination/result.ts';
import type { Response } from '../../src/quiz/items/item.ts';
import { shuffle } from '../../src/quiz/items/shuffle.ts';
import { scoreResponse } from '../../src/quiz/kinds/kinds.ts';
import { categoryOf } from '../../src/quiz/model/categories.ts';
import { PRIOR, TIER_OF_RANK } from '../../src/quiz/model/grid.ts';
import type { ItemParameters } from '../../src/quiz/model/parameters.ts';
import {
  describePosterior,
  likeliest,
  rankShares,
  tierShares,
  updatePosterior,
  type Posterior,
} from '../../src/quiz/model/posterior.ts';
import { RANKS, TIERS } from '../../src/quiz/items/item.ts';
import { answerItem, drawExaminee, trueParameters, type Examinee, type Population } from './examinee.ts';
import { findResponses } from './responses.ts';

/** What one way of examining found out about one examinee. Ranks and tiers are numbers, lowest first. */
export interface Found {
  readonly tier: number;
  readonly rank: number;
  readonly sureOfTier: number;
  readonly sureOfRank: number;
  readonly estimate: number;
  readonly sd: number;
  readonly inInterval: boolean;
  readonly items: number;
}

/** One examinee, examined in all ways. */
export interface Sitting {
  readonly ability: number;
  readonly guesses: boolean;
  readonly adaptive: Found;
  /** Places in the bank of the items that the adaptive examination asked. */
  readonly asked: readonly number[];
  /** Group verdicts of the adaptive examination: groups called strong or weak, and whether the unknown one was called weak. */
  readonly verdicts: { readonly called: number; readonly unknownCalledWeak: boolean };
  readonly fixed20: Found;
  readonly fixed40: Found;
  readonly allItems: Found;
}

/** Everything that all examinees of a population share. */
export interface Hall {
  readonly bank: ExaminationBank;
  readonly population: Population;
  readonly truth: readonly ItemParameters[];
  readonly responses: readonly (readonly Response[])[];
}

export function openHall(bank: ExaminationBank, population: Population): Hall {
  const random = seedRandom(7);
  return {
    bank,
    population,
    truth: trueParameters(bank.entries, population.truth),
    responses: bank.entries.map(({ item }) => findResponses(item, random)),
  };
}

export function sit(hall: Hall, seed: number): Sitting {
  const { bank, population } = hall;
  const examinee = drawExaminee(population, seed, bank.entries.length);
  const answer = (place: number, before: number): Response =>
    answerItem(
      population,
      examinee,
      bank.entries[place] as (typeof bank.entries)[number],
      place,
      hall.truth[place] as ItemParameters,
      hall.responses[place] as readonly Response[],
      before,
    );
  let examination = beginExamination(bank, seed);
  const asked: number[] = [];
  for (let question = currentQuestion(bank, examination); question !== null;) {
    const place = bank.places.get(question.item.id) as number;
    examination = answerExamination(bank, examination, answer(place, asked.length));
    asked.push(place);
    question = currentQuestion(bank, examination);
  }
  const result = resultOf(bank, examination);
  const order = shuffle(
    bank.entries.map((_, place) => place),
    seedRandom(seed + 0.5),
  );
  const { fixed20, fixed40, allItems } = examineInOrder(hall, order, answer);
  return {
    ability: examinee.ability,
    guesses: examinee.guesses,
    adaptive: {
      tier: TIERS.indexOf(result.tier),
      rank: RANKS.indexOf(result.rank),
      sureOfTier: result.sureOfTier,
      sureOfRank: result.sureOfRank,
      estimate: result.estimate,
      sd: result.sd,
      inInterval: examinee.ability >= result.interval[0] && examinee.ability <= result.interval[1],
      items: asked.length,
    },
    asked,
    verdicts: {
      called: result.groups.filter(({ group, verdict }) => verdict !== 'open' && group !== examinee.unknownGroup)
        .length,
      unknownCalledWeak: result.groups.some(
        ({ group, verdict }) => verdict === 'weak' && group === examinee.unknownGroup,
      ),
    },
    fixed20: judge(fixed20, examinee, 20),
    fixed40: judge(fixed40, examinee, 40),
    allItems: judge(allItems, examinee, bank.entries.length),
  };
}

/** The rivals: the first 20, the first 40 and all items of a random order, with the same model and prior. */
function examineInOrder(
  { bank }: Hall,
  order: readonly number[],
  answer: (place: number, before: number) => Response,
): Readonly<Record<'fixed20' | 'fixed40' | 'allItems', Posterior>> {
  let posterior: Posterior = PRIOR;
  let fixed20 = posterior;
  let fixed40 = posterior;
  order.forEach((place, before) => {
    const entry = bank.entries[place] as (typeof bank.entries)[number];
    const { score } = scoreResponse(entry.item, answer(place, before));
    const curve = bank.curves[entry.curve] as (typeof bank.curves)[number];
    posterior = updatePosterior(posterior, curve.probabilities, categoryOf(entry.item, score));
    if (before < 20) fixed20 = posterior;
    if (before < 40) fixed40 = posterior;
  });
  return { fixed20, fixed40, allItems: posterior };
}

function judge(posterior: Posterior, { ability }: Examinee, items: number): Found {
  const tiers = tierShares(posterior);
  const ranks = rankShares(posterior);
  const tier = likeliest(tiers);
  const rank = likeliest(ranks.map((share, i) => (TIER_OF_RANK[i] === TIERS[tier] ? share : -1)));
  const { mean, sd } = describePosterior(posterior);
  return {
    tier,
    rank,
    sureOfTier: tiers[tier] as number,
    sureOfRank: ranks[rank] as number,
    estimate: mean,
    sd,
    inInterval: Math.abs(ability - mean) <= 1.645 * sd,
    items,
  };
}
