import { exp } from '../../kernel/exponential.ts';
import type { Tier } from '../items/item.ts';

/**
 * The grid on which the posterior lives: the middles of 100 cells, a tenth wide, from −5 to 5. Every cut is an edge of
 * two cells, so that a cell belongs to one rank as a whole.
 */
export const CELLS = 100;
const WIDTH = 0.1;
const LOWEST = -5;
export const ABILITIES: readonly number[] = Array.from({ length: CELLS }, (_, i) => LOWEST + (i + 0.5) * WIDTH);

/**
 * The four cuts between the five ranks. −1 and 1 are the cuts between the tiers: of players with standard normal ability
 * 16 % are soldiers, 68 % generals, 16 % marshals. Within the soldiers −2 and −1.5 make steps of 2.3, 4.4 and 9.2 % of
 * all: half a standard deviation each, a little more than the standard error of a usual examination (0.4). Finer steps
 * could not be told apart, coarser ones would leave nobody at the bottom.
 */
export const RANK_CUTS: readonly [number, number, number, number] = [-2, -1.5, -1, 1];
export const TIER_CUTS: readonly [number, number] = [-1, 1];

/** For each rank, lowest first, the tier it belongs to. */
export const TIER_OF_RANK: readonly Tier[] = ['soldier', 'soldier', 'soldier', 'general', 'marshal'];

/** First cell of each rank, and one past the last. */
export const RANK_EDGES: readonly number[] = edgesOf(RANK_CUTS);
/** First cell of each tier, and one past the last. */
export const TIER_EDGES: readonly number[] = edgesOf(TIER_CUTS);

function edgesOf(cuts: readonly number[]): readonly number[] {
  return [0, ...cuts.map((cut) => Math.round((cut - LOWEST) / WIDTH)), CELLS];
}

/** The standard normal prior on the grid; adds up to 1. */
export const PRIOR: Float64Array = normalise(Float64Array.from(ABILITIES, (ability) => exp((-ability * ability) / 2)));

/** Divides by the sum, in place, and returns the same array. The sum must be above 0. */
export function normalise(weights: Float64Array): Float64Array {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i] as number;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / total;
  return weights;
}
