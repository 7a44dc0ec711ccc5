import type { KindRules } from './item-kind.ts';

/**
 * The verdict alone is a coin toss and therefore worth half at most; the other half is for the reason, which counts
 * only under the right verdict (two-tier items: Treagust 1988, International Journal of Science Education 10).
 */
export const trueFalseReason: KindRules<'true-false-reason'> = {
  checkKey: (item) =>
    item.options.includes(item.key.reason) ? [] : [['key.reason', `"${item.key.reason}" is none of the options`]],
  checkResponse: (item, response) => {
    const [verdict, reason] = response;
    if (response.length !== 2) return `a verdict and a reason must be given, not ${response.length} things`;
    if (verdict !== 'true' && verdict !== 'false') return `the verdict must be true or false, not ${verdict}`;
    return item.options.includes(reason as string) ? null : `there is no option ${reason}`;
  },
  keyResponse: (item) => [String(item.key.verdict), item.key.reason],
  score: (item, response) => {
    if (response[0] !== String(item.key.verdict)) return 0;
    return response[1] === item.key.reason ? 1 : 0.5;
  },
  credit: (item, response, option) => ({
    chosen: response[1] === option,
    credit: option === item.key.reason ? 1 : 0,
  }),
  details: (item, response) => ({ verdict: { chosen: response[0] === 'true', right: item.key.verdict } }),
};
