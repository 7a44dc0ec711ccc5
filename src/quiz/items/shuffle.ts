import { Digest } from '../../kernel/hash.ts';
import { drawBelow, seedRandom, type RandomState } from '../../kernel/random.ts';
import type { Item } from './item.ts';

/** A new array in random order (Fisher and Yates 1938, in Durstenfeld's form of 1964): every order is equally likely. */
export function shuffle<T>(values: readonly T[], random: RandomState): T[] {
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = drawBelow(random, last + 1);
    const moved = shuffled[last] as T;
    shuffled[last] = shuffled[other] as T;
    shuffled[other] = moved;
  }
  return shuffled;
}

/** A seed of its own for a name, so that two items of one debrief are not shuffled alike. */
export function seedFor(seed: number, name: string): number {
  return Number.parseInt(new Digest().float(seed).text(name).hex().slice(0, 8), 16);
}

/**
 * The order in which an item's options (also its reasons and words) are shown: depends on the seed and the item's id,
 * on nothing else. An ordering is never shown already in order; the options of an estimate are not shown, and stay.
 */
export function shuffleOptions(item: Item, seed: number): readonly string[] {
  if (item.kind === 'estimate') return item.options;
  const shown = shuffle(item.options, seedRandom(seedFor(seed, item.id)));
  if (item.kind !== 'ordering' || !shown.every((option, place) => option === item.key[place])) return shown;
  return [...shown.slice(1), shown[0] as string];
}

/**
 * The order in which the places of a matching or a sorting are shown; none for the other kinds. It follows from the
 * order of the options, so that who keeps that one (a record, a draft) has kept both.
 */
export function shufflePlaces(item: Item, shown: readonly string[]): readonly string[] {
  if (item.kind !== 'matching' && item.kind !== 'sorting') return [];
  return shuffle(item.places, seedRandom(seedFor(0, `${item.id} ${shown.join(' ')}`)));
}
