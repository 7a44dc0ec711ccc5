import { checkAssigned, checkOnce, type KindRules } from './item-kind.ts';

/** The share of the options that got their own partner. */
export const matching: KindRules<'matching'> = {
  checkKey: (item) => [
    ...checkAssigned(item.key, item.options, item.places, { name: 'option', value: 'place' }),
    ...checkOnce(item.key, 'place'),
  ],
  checkResponse: (item, response) => {
    if (response.length !== item.options.length) return 'every option must have one place';
    const stranger = response.find((place) => !item.places.includes(place));
    if (stranger !== undefined) return `there is no place ${stranger}`;
    return new Set(response).size === response.length ? null : 'two options have the same place';
  },
  keyResponse: (item) => item.options.map((option) => item.key[option] as string),
  score: (item, response) => {
    const right = item.options.filter((option, at) => item.key[option] === response[at]).length;
    return right / item.options.length;
  },
  credit: (item, response, option) => {
    const chosenPlace = response[item.options.indexOf(option)] as string;
    const rightPlace = item.key[option] as string;
    return { chosen: true, credit: chosenPlace === rightPlace ? 1 : 0, chosenPlace, rightPlace };
  },
};
