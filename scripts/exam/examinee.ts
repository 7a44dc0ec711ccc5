import { drawBelow, drawUnit, seedRandom, type RandomState } from '../../src/kernel/random.ts';
import type { Response } from '../../src/quiz/items/item.ts';
import type { BankEntry } from '../../src/quiz/examination/bank.ts';
import { categoryProbabilities } from '../../src/quiz/model/curves.ts';
import type { ItemParameters } from '../../src/quiz/model/parameters.ts';
import { guessResponse } from './responses.ts';

/** Who sits the examination, and how far the answers obey the model. */
export interface Population {
  /** Ability is normal with this mean and deviation. */
  readonly mean: number;
  readonly sd: number;
  /** How the true parameters differ from those that the engine believes. */
  readonly truth: Truth;
  readonly behaviour: Behaviour;
}

export type Truth =
  | { readonly kind: 'as-believed' }
  /** Every parameter of every item is off on its own, by up to `by` (a share; for difficulties, of the unit of ability). */
  | { readonly kind: 'off'; readonly by: number }
  /** All items alike: discriminations times `flatter`, difficulties plus `harder`. */
  | { readonly kind: 'shifted'; readonly flatter: number; readonly harder: number };

export type Behaviour =
  | { readonly kind: 'model' }
  /** This share of all examinees answers without looking. */
  | { readonly kind: 'guessers'; readonly share: number }
  /** From the answer after `after` on, each is given without looking with this chance. */
  | { readonly kind: 'hurried'; readonly after: number; readonly chance: number }
  /** One group of ideas, another for everybody, is answered as by somebody less able by `less`. */
  | { readonly kind: 'unknown-group'; readonly less: number };

/** One simulated person. */
export interface Examinee {
  readonly ability: number;
  /** Answers without looking, always. */
  readonly guesses: boolean;
  /** Number of the group that is unknown, or −1. */
  readonly unknownGroup: number;
  /** One draw per item of the bank, so that every way of examining meets the same answers. */
  readonly draws: Float64Array;
  readonly random: RandomState;
}

export function drawExaminee(population: Population, seed: number, items: number): Examinee {
  const random = seedRandom(seed);
  const { behaviour } = population;
  const ability = population.mean + population.sd * drawNormal(random);
  const guesses = drawUnit(random) < (behaviour.kind === 'guessers' ? behaviour.share : 0);
  const group = 1 + drawBelow(random, 5);
  return {
    ability,
    guesses,
    unknownGroup: behaviour.kind === 'unknown-group' ? group : -1,
    draws: Float64Array.from({ length: items }, () => drawUnit(random)),
    random,
  };
}

/** Box and Muller 1958. */
export function drawNormal(random: RandomState): number {
  const radius = Math.sqrt(-2 * Math.log(1 - drawUnit(random)));
  return radius * Math.cos(2 * Math.PI * drawUnit(random));
}

/** The true parameters of every item, in the order of the bank. The same for all examinees of a population. */
export function trueParameters(entries: readonly BankEntry[], truth: Truth): readonly ItemParameters[] {
  const random = seedRandom(20_261_122);
  return entries.map(({ parameters }) => {
    if (truth.kind === 'as-believed') return parameters;
    if (truth.kind === 'shifted') return change(parameters, truth.flatter, () => truth.harder, 1);
    // Between 1 / (1 + by) and 1 + by, above and below equally often.
    const factor = (): number => Math.exp((2 * drawUnit(random) - 1) * Math.log(1 + truth.by));
    return change(parameters, factor(), () => truth.by * (2 * drawUnit(random) - 1), factor());
  });
}

function change(
  parameters: ItemParameters,
  discrimination: number,
  shift: () => number,
  guessing: number,
): ItemParameters {
  const changed = parameters.discrimination * discrimination;
  return parameters.model === '3pl'
    ? {
        ...parameters,
        discrimination: changed,
        difficulty: parameters.difficulty + shift(),
        guessing: parameters.guessing * guessing,
      }
    : { ...parameters, discrimination: changed, steps: parameters.steps.map((step) => step + shift()) };
}

/** What the examinee answers to the item at `place` when `before` items were answered already. */
export function answerItem(
  population: Population,
  examinee: Examinee,
  entry: BankEntry,
  place: number,
  truth: ItemParameters,
  responses: readonly Response[],
  before: number,
): Response {
  const { behaviour } = population;
  const hurries =
    behaviour.kind === 'hurried' && before >= behaviour.after && drawUnit(examinee.random) < behaviour.chance;
  if (examinee.guesses || hurries) return guessResponse(entry.item, examinee.random);
  const less = behaviour.kind === 'unknown-group' && entry.group === examinee.unknownGroup ? behaviour.less : 0;
  const probabilities = categoryProbabilities(truth, examinee.ability - less);
  let rest = examinee.draws[place] as number;
  let category = 0;
  while (category < responses.length - 1 && rest >= (probabilities[category] as number)) {
    rest -= probabilities[category] as number;
    category++;
  }
  return responses[category] as Response;
}
