import { categoryProbabilities, information } from './curves.ts';
import { ABILITIES, CELLS } from './grid.ts';
import { countCategories, type ItemParameters } from './parameters.ts';

/** The curves of one set of parameters on the grid. Items with equal parameters share one. */
export interface CurveTable {
  /** Number of categories. */
  readonly categories: number;
  /** P(category | ability): the first category over all cells, then the second, … */
  readonly probabilities: Float64Array;
  /** Fisher's information, over all cells. */
  readonly information: Float64Array;
}

export function tabulate(parameters: ItemParameters): CurveTable {
  const categories = countCategories(parameters);
  const probabilities = new Float64Array(categories * CELLS);
  ABILITIES.forEach((ability, cell) => {
    categoryProbabilities(parameters, ability).forEach((probability, k) => {
      probabilities[k * CELLS + cell] = probability;
    });
  });
  return {
    categories,
    probabilities,
    information: Float64Array.from(ABILITIES, (ability) => information(parameters, ability)),
  };
}
