import { checkAssigned, checkOnce, type KindRules } from './item-kind.ts';

/** The share of the gaps that hold their own word. */
export const cloze: KindRules<'cloze'> = {
  checkKey: (item) => [
    ...checkAssigned(item.key, item.gaps, item.options, { name: 'gap', value: 'option' }),
    ...checkOnce(item.key, 'word'),
  ],
  checkResponse: (item, response) => {
    if (response.length !== item.gaps.length) return 'every gap must have one word';
    const stranger = response.find((word) => !item.options.includes(word));
    if (stranger !== undefined) return `there is no option ${stranger}`;
    return new Set(response).size === response.length ? null : 'two gaps have the same word';
  },
  keyResponse: (item) => item.gaps.map((gap) => item.key[gap] as string),
  score: (item, response) => item.gaps.filter((gap, at) => item.key[gap] === response[at]).length / item.gaps.length,
  credit: (item, response, option) => {
    const at = response.indexOf(option);
    const chosenPlace = item.gaps[at];
    const rightPlace = item.gaps.find((gap) => item.key[gap] === option);
    return {
      chosen: chosenPlace !== undefined,
      credit: rightPlace !== undefined && (chosenPlace === undefined || chosenPlace === rightPlace) ? 1 : 0,
      ...(chosenPlace === undefined ? {} : { chosenPlace }),
      ...(rightPlace === undefined ? {} : { rightPlace }),
    };
  },
  details: (item, response) => ({
    gaps: item.gaps.map((gap, at) => {
      const [word, rightWord] = [response[at] as string, item.key[gap] as string];
      return { gap, word, rightWord, right: word === rightWord };
    }),
  }),
};
