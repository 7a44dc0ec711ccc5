import { checkOneChosen, type KindRules } from './item-kind.ts';

/** Right or wrong: the key is worth 1, every other option 0. */
export const singleChoice: KindRules<'single-choice'> = {
  checkKey: (item) => (item.options.includes(item.key) ? [] : [['key', `"${item.key}" is none of the options`]]),
  checkResponse: checkOneChosen,
  keyResponse: (item) => [item.key],
  score: (item, response) => (response[0] === item.key ? 1 : 0),
  credit: (item, response, option) => ({ chosen: response[0] === option, credit: option === item.key ? 1 : 0 }),
};
