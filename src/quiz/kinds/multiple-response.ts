import type { KeyFault, KindRules } from './item-kind.ts';

/**
 * The share of the right options chosen, less the share of the wrong ones chosen, and never below 0. Choosing all is
 * worth as little as choosing nothing, and so is choosing blindly on average before the cut at 0. It is the
 * difference of hit rate and false-alarm rate (Peirce 1884, "The numerical measure of the success of predictions",
 * Science 4; in testing known as right minus wrong scoring).
 */
export const multipleResponse: KindRules<'multiple-response'> = {
  checkKey: (item) => {
    const faults: KeyFault[] = [];
    item.key.forEach((option, place) => {
      if (!item.options.includes(option)) faults.push([`key[${place}]`, `"${option}" is none of the options`]);
      if (item.key.indexOf(option) !== place) faults.push([`key[${place}]`, `"${option}" is there already`]);
    });
    if (item.key.length < 2) faults.push(['key', 'needs at least 2 right options']);
    if (item.options.every((option) => item.key.includes(option))) faults.push(['key', 'leaves no wrong option']);
    return faults;
  },
  checkResponse: (item, response) => {
    if (response.length === 0) return 'at least one option must be chosen';
    const stranger = response.find((option) => !item.options.includes(option));
    if (stranger !== undefined) return `there is no option ${stranger}`;
    const places = response.map((option) => item.options.indexOf(option));
    const isInOrder = places.every((place, at) => at === 0 || place > (places[at - 1] as number));
    return isInOrder ? null : 'the options chosen must stand once each, in the order of the file';
  },
  keyResponse: (item) => item.options.filter((option) => item.key.includes(option)),
  score: (item, response) => {
    const hits = response.filter((option) => item.key.includes(option)).length;
    const wrong = response.length - hits;
    return Math.max(0, hits / item.key.length - wrong / (item.options.length - item.key.length));
  },
  credit: (item, response, option) => ({
    chosen: response.includes(option),
    credit: item.key.includes(option) ? 1 : 0,
  }),
};
