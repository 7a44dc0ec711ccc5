import { SETTLED } from '../items/scored.ts';
import type { ExaminationBank } from './bank.ts';
import type { GroupFinding, ReviewedAnswer } from './examination.ts';

/** Most ideas that are recommended, and how many there are at least, while the bank has more. */
const MOST_IDEAS = 5;
const FEWEST_IDEAS = 3;

/**
 * Ideas to play next. First those whose answer was not good enough (below `SETTLED`), the ones furthest below what this
 * player's ability lets expect before the others; then, to make up three, ideas that were not asked, of weak groups
 * first and then of the groups that did worst against expectation.
 */
export function adviseNext(
  bank: ExaminationBank,
  review: readonly ReviewedAnswer[],
  groups: readonly GroupFinding[],
): readonly string[] {
  const missed = review
    .filter(({ score }) => score < SETTLED)
    .sort((a, b) => b.expected - b.score - (a.expected - a.score))
    .map(({ item }) => item.idea);
  const advised = [...new Set(missed)].slice(0, MOST_IDEAS);
  const met = new Set(review.map(({ item }) => item.idea));
  const byNeed = [...groups].sort((a, b) => needOf(b) - needOf(a));
  for (const { group } of byNeed)
    for (const idea of bank.ideas)
      if (idea.group === group && !met.has(idea.id) && advised.length < FEWEST_IDEAS) advised.push(idea.id);
  return advised;
}

/** How far a group fell short of what was expected, from −1 to 1; a weak one counts for more than any other. */
function needOf({ verdict, expected, observed }: GroupFinding): number {
  return expected - observed + (verdict === 'weak' ? 2 : 0);
}
