import { checkAssigned, type KeyFault, type KindRules } from './item-kind.ts';

/**
 * The share of the options in their own group, corrected for chance: with two groups, half of it is luck. One over
 * the number of groups is worth 0, all is worth 1 (the correction of Cohen 1960, "A coefficient of agreement for
 * nominal scales", with equal chances), and never below 0.
 */
export const sorting: KindRules<'sorting'> = {
  checkKey: (item) => {
    const faults: KeyFault[] = checkAssigned(item.key, item.options, item.places, { name: 'option', value: 'place' });
    const taken = new Set(Object.values(item.key));
    item.places.forEach((place, at) => {
      if (!taken.has(place)) faults.push([`places[${at}]`, `no option belongs to "${place}"`]);
    });
    return faults;
  },
  checkResponse: (item, response) => {
    if (response.length !== item.options.length) return 'every option must have one place';
    const stranger = response.find((place) => !item.places.includes(place));
    return stranger === undefined ? null : `there is no place ${stranger}`;
  },
  keyResponse: (item) => item.options.map((option) => item.key[option] as string),
  score: (item, response) => {
    const right = item.options.filter((option, at) => item.key[option] === response[at]).length;
    if (right === item.options.length) return 1;
    const chance = 1 / item.places.length;
    return Math.max(0, (right / item.options.length - chance) / (1 - chance));
  },
  credit: (item, response, option) => {
    const chosenPlace = response[item.options.indexOf(option)] as string;
    const rightPlace = item.key[option] as string;
    return { chosen: true, credit: chosenPlace === rightPlace ? 1 : 0, chosenPlace, rightPlace };
  },
};
