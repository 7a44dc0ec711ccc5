import { ABILITIES, CELLS, normalise, RANK_EDGES, TIER_EDGES } from './grid.ts';

/**
 * What is known of an ability: a probability for each cell of the grid, adding up to 1. It begins as the prior and is
 * multiplied by the probability of each answer (Bayes 1763); its mean is the expected a posteriori estimate (Bock and
 * Mislevy 1982), which exists from the first answer on, where the likelihood alone may have no maximum.
 */
export type Posterior = Float64Array;

/** The posterior after one more answer: `table` holds P(category | ability), category by category (see `tables.ts`). */
export function updatePosterior(posterior: Posterior, table: Float64Array, category: number): Posterior {
  const updated = new Float64Array(CELLS);
  const offset = category * CELLS;
  for (let i = 0; i < CELLS; i++) updated[i] = (posterior[i] as number) * (table[offset + i] as number);
  return normalise(updated);
}

/** Posterior mean and standard deviation of the ability. */
export function describePosterior(posterior: Posterior): { readonly mean: number; readonly sd: number } {
  let mean = 0;
  for (let i = 0; i < CELLS; i++) mean += (posterior[i] as number) * (ABILITIES[i] as number);
  let variance = 0;
  for (let i = 0; i < CELLS; i++) {
    const distance = (ABILITIES[i] as number) - mean;
    variance += (posterior[i] as number) * distance * distance;
  }
  return { mean, sd: Math.sqrt(variance) };
}

/** The probability of every rank, lowest first. */
export function rankShares(posterior: Posterior): readonly number[] {
  return sharesBetween(posterior, RANK_EDGES);
}

/** The probability of every tier, lowest first. */
export function tierShares(posterior: Posterior): readonly number[] {
  return sharesBetween(posterior, TIER_EDGES);
}

function sharesBetween(posterior: Posterior, edges: readonly number[]): readonly number[] {
  return edges.slice(1).map((end, i) => {
    let share = 0;
    for (let cell = edges[i] as number; cell < end; cell++) share += posterior[cell] as number;
    return share;
  });
}

/** The ability below which `share` (between 0 and 1) of the posterior lies; within a cell it lies evenly. */
export function quantileOf(posterior: Posterior, share: number): number {
  const width = (ABILITIES[1] as number) - (ABILITIES[0] as number);
  let below = 0;
  for (let i = 0; i < CELLS; i++) {
    const mass = posterior[i] as number;
    if (below + mass >= share)
      return (ABILITIES[i] as number) - width / 2 + (mass === 0 ? 0 : (width * (share - below)) / mass);
    below += mass;
  }
  return (ABILITIES[CELLS - 1] as number) + width / 2;
}

/** Number of the largest value; the first of equals. */
export function likeliest(shares: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < shares.length; i++) if ((shares[i] as number) > (shares[best] as number)) best = i;
  return best;
}
