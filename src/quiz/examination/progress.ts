import { drawUnit, seedRandom, type RandomState } from '../../kernel/random.ts';
import { seedFor, shuffle } from '../items/shuffle.ts';
import { PRIOR } from '../model/grid.ts';
import { updatePosterior, type Posterior } from '../model/posterior.ts';
import type { BankEntry, ExaminationBank } from './bank.ts';
import { FIRST_FEWEST, FIRST_SHARE, LATER_FEWEST, LATER_SHARE } from './rules.ts';

/** Where an examination stands: derived from the seed and the answers, never stored. */
export interface Progress {
  /** Places in the bank of the items that may be asked from the beginning, in the order of the seed. */
  readonly first: readonly number[];
  /** Those that may be asked as well after the first `LEAST`. */
  readonly later: readonly number[];
  readonly posterior: Posterior;
  /** What was asked, in order, each with the category of its answer. */
  readonly asked: readonly { readonly entry: BankEntry; readonly category: number }[];
}

/**
 * Draws the part of the bank that this examination may use, at first and later. An item is drawn by the seed alone,
 * whatever the player can do, so among the first items none can be seen by more players than `FIRST_SHARE`, nor by more
 * of those of one ability, however good it is (an item pool of its own for every examinee: Revuelta and Ponsoda 1998,
 * van der Linden and Glas 2010, ch. 3). The draw is systematic over kinds and tiers (Madow 1949), so that every
 * examination has its share of each.
 */
export function startProgress(bank: ExaminationBank, seed: number): Progress {
  const random = seedRandom(seedFor(seed, 'eligible'));
  const places = shuffle(
    bank.entries.map((_, place) => place),
    random,
  ).sort((a, b) => (bank.entries[a] as BankEntry).stratum - (bank.entries[b] as BankEntry).stratum);
  const first = drawSystematically(places, Math.max(FIRST_SHARE, FIRST_FEWEST / places.length), random);
  const drawn = new Set(first);
  const rest = places.filter((place) => !drawn.has(place));
  const later = drawSystematically(rest, Math.max(LATER_SHARE, LATER_FEWEST / rest.length), random);
  return { first: shuffle(first, random), later: shuffle(later, random), posterior: PRIOR, asked: [] };
}

/** Every value with probability `share` (1 or more takes all), the values drawn spread evenly over the list. */
function drawSystematically(values: readonly number[], share: number, random: RandomState): readonly number[] {
  if (share >= 1) return values;
  const start = drawUnit(random);
  return values.filter((_, i) => Math.floor(start + (i + 1) * share) > Math.floor(start + i * share));
}

export function advanceProgress(
  bank: ExaminationBank,
  progress: Progress,
  entry: BankEntry,
  category: number,
): Progress {
  const curve = bank.curves[entry.curve];
  if (curve === undefined) throw new RangeError(`the item ${entry.item.id} is not of this bank`);
  return {
    ...progress,
    posterior: updatePosterior(progress.posterior, curve.probabilities, category),
    asked: [...progress.asked, { entry, category }],
  };
}
