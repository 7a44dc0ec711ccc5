import type { Response } from '../items/item.ts';
import type { KeyFault, KindRules } from './item-kind.ts';

/** Share of all pairs that `response` puts in the same order as `key`. Both are permutations of the same ids. */
export function shareOfPairsInOrder(key: readonly string[], response: Response): number {
  const places = response.map((option) => key.indexOf(option));
  let inOrder = 0;
  let pairs = 0;
  for (let first = 0; first < places.length; first++) {
    for (let second = first + 1; second < places.length; second++) {
      pairs++;
      if ((places[first] as number) < (places[second] as number)) inOrder++;
    }
  }
  return pairs === 0 ? 1 : inOrder / pairs;
}

/**
 * Partial credit by Kendall's distance (Kendall 1938, "A new measure of rank correlation", Biometrika 30): one minus
 * the share of pairs that stand in the wrong order. A random order is worth 1/2 on average, and that is no knowledge;
 * so the half at the bottom is cut off and the rest stretched: max(0, tau), tau being Kendall's rank correlation.
 */
export const ordering: KindRules<'ordering'> = {
  checkKey: (item) => {
    const faults: KeyFault[] = [];
    for (const option of item.options)
      if (!item.key.includes(option)) faults.push(['key', `the option ${option} has no place`]);
    item.key.forEach((option, place) => {
      if (!item.options.includes(option)) faults.push([`key[${place}]`, `"${option}" is none of the options`]);
      if (item.key.indexOf(option) !== place) faults.push([`key[${place}]`, `"${option}" has two places`]);
    });
    return faults;
  },
  checkResponse: (item, response) => {
    const every = item.options.every((option) => response.includes(option));
    return every && response.length === item.options.length ? null : 'every option must have one place';
  },
  keyResponse: (item) => item.key,
  score: (item, response) => Math.max(0, 2 * shareOfPairsInOrder(item.key, response) - 1),
  inOrder: (_item, response) => response,
  credit: (item, response, option) => {
    const place = response.indexOf(option);
    const keyPlace = item.key.indexOf(option);
    return { chosen: true, credit: 1 - Math.abs(place - keyPlace) / (item.key.length - 1), place, keyPlace };
  },
};
