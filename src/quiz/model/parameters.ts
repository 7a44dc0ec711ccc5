/**
 * What the model knows of one item. Abilities and difficulties share one scale, on which the players that the game was
 * made for have mean 0 and standard deviation 1; discriminations are per unit of it, in the logistic metric (no 1.7).
 */

/** Right or wrong, with guessing: the three-parameter logistic model (Birnbaum, in Lord & Novick 1968, ch. 17). */
export interface ThreeParameters {
  readonly model: '3pl';
  /** Above 0. */
  readonly discrimination: number;
  readonly difficulty: number;
  /** The chance of a right answer for somebody who knows nothing, from 0 to below 1. */
  readonly guessing: number;
}

/**
 * Ordered categories 0, 1, …, as many as steps and one: the generalized partial credit model (Muraki 1992), for what
 * somebody knows; and who knows nothing of it, the lowest state, answers by chance (as in the multiple-choice model of
 * Samejima 1979 and Thissen & Steinberg 1984). With two categories this is the three-parameter model.
 */
export interface PartialCreditParameters {
  readonly model: 'gpcm';
  /** Above 0. */
  readonly discrimination: number;
  /** The ability at which state k and state k + 1 are equally likely, for k = 0, 1, …; at least one step. */
  readonly steps: readonly number[];
  /** How often each category is met by chance, lowest first; adds up to 1. `[1, 0, …]` is the plain model. */
  readonly chance: readonly number[];
}

export type ItemParameters = ThreeParameters | PartialCreditParameters;

/** Number of categories into which an item with these parameters sorts its answers. */
export function countCategories(parameters: ItemParameters): number {
  return parameters.model === '3pl' ? 2 : parameters.steps.length + 1;
}
