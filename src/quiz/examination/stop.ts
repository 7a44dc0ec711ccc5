import { TIER_CUTS } from '../model/grid.ts';
import { normalDensity, normalShareBelow } from '../model/normal.ts';
import { describePosterior, tierShares, type Posterior } from '../model/posterior.ts';
import { ITEM_COST } from './rules.ts';

/** Numbers of further items that are looked at. */
const AHEAD: readonly number[] = [1, 2, 3, 4, 6, 8, 12, 16, 24];
/** Places, in standard deviations, at which the estimate after further items is looked at, and their weights. */
const NODES: readonly number[] = Array.from({ length: 33 }, (_, i) => -4 + i / 4);
const TOTAL = NODES.reduce((sum, z) => sum + normalDensity(z), 0);
const WEIGHTS: readonly number[] = NODES.map((z) => normalDensity(z) / TOTAL);

/**
 * Whether asking on is worth it: there is a number of further items, up to `left`, whose expected gain in the probability
 * of the right tier exceeds `ITEM_COST` for each. `perItem` is the information that an item is expected to give.
 *
 * The gain is looked up for a normal ability with the posterior's mean and deviation: after n items its deviation falls
 * to s′ = 1 / √(1/s² + n·perItem), and its mean moves by a normal amount with variance s² − s′² (preposterior analysis,
 * Raiffa and Schlaifer 1961, ch. 5; looking several answers ahead at once: Frazier and Powell 2010, KG(*)).
 */
export function isWorthAsking(posterior: Posterior, perItem: number, left: number): boolean {
  const now = Math.max(...tierShares(posterior));
  // Nothing can gain more than what is missing to certainty.
  if (1 - now <= ITEM_COST) return false;
  const { mean, sd } = describePosterior(posterior);
  const before = sureness(mean, sd);
  for (const count of AHEAD) {
    if (count > left) return false;
    const after = 1 / Math.sqrt(1 / (sd * sd) + count * perItem);
    const moves = Math.sqrt(Math.max(0, sd * sd - after * after));
    let expected = 0;
    for (let i = 0; i < NODES.length; i++)
      expected += (WEIGHTS[i] as number) * sureness(mean + moves * (NODES[i] as number), after);
    if (expected - before > count * ITEM_COST) return true;
  }
  return false;
}

/** The probability of the likeliest tier when the ability is normal. */
function sureness(mean: number, sd: number): number {
  const below = normalShareBelow((TIER_CUTS[0] - mean) / sd);
  const upTo = normalShareBelow((TIER_CUTS[1] - mean) / sd);
  return Math.max(below, upTo - below, 1 - upTo);
}
