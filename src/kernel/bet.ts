import type { Outcome } from './act.ts';

/** The answer that wins when no strategy is clearly ahead. */
const EQUAL = 'equal';

/**
 * Says which of the strategies that a bet speaks of has the best score, or `equal` when the second best comes close.
 * @param strategies  names of the bots that the bet speaks of
 * @param outcomes    what each came to on the player's own seed; throws if one is missing. Scores must be 0 or more.
 * @param aboutEqual  best and second best count as equal when they differ by no more than this share of the best, 0 to 1
 */
export function settleByScore(
  strategies: readonly string[],
  outcomes: Readonly<Record<string, Outcome>>,
  aboutEqual: number,
): string {
  let best = -1;
  let second = -1;
  let winner = EQUAL;
  for (const name of strategies) {
    const outcome = outcomes[name];
    if (outcome === undefined) throw new Error(`the bet needs the outcome of ${name}`);
    if (outcome.score > best) {
      second = best;
      best = outcome.score;
      winner = name;
    } else second = Math.max(second, outcome.score);
  }
  return best - second <= best * aboutEqual ? EQUAL : winner;
}
