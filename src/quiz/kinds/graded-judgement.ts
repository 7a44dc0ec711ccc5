import { RANKS, type Rank } from '../items/item.ts';
import { checkOneChosen, type KeyFault, type KindRules } from './item-kind.ts';

/** A rank's worth: the five ranks lie evenly between 0 (low soldier) and 1 (marshal). */
export function worthOf(rank: Rank): number {
  return RANKS.indexOf(rank) / (RANKS.length - 1);
}

/**
 * Every answer shows a rank and is worth it. The even steps are the usual integer scoring of ordered categories,
 * as the generalized partial credit model takes them (Muraki 1992).
 */
export const gradedJudgement: KindRules<'graded-judgement'> = {
  checkKey: (item) => {
    const faults: KeyFault[] = [];
    for (const option of item.options)
      if (item.key[option] === undefined) faults.push([`key.${option}`, 'the option shows no rank']);
    for (const option of Object.keys(item.key))
      if (!item.options.includes(option)) faults.push([`key.${option}`, 'is none of the options']);
    const ranks = Object.values(item.key);
    if (new Set(ranks).size !== ranks.length) faults.push(['key', 'two options show the same rank']);
    if (!ranks.includes('marshal')) faults.push(['key', 'no option shows the marshal']);
    return faults;
  },
  checkResponse: checkOneChosen,
  keyResponse: (item) => item.options.filter((option) => item.key[option] === 'marshal'),
  score: (item, response) => worthOf(item.key[response[0] as string] as Rank),
  credit: (item, response, option) => {
    const rank = item.key[option] as Rank;
    return { chosen: response[0] === option, credit: worthOf(rank), rank };
  },
};
