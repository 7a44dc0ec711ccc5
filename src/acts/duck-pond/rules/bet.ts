import type { Outcome } from '../../../kernel/act.ts';

/** The strategies between which the bet on the playbill chooses; `equal` is the fourth answer. */
export const betStrategies = ['shooter', 'scatterer', 'scatterAndGlue'] as const;

/** Best and second best count as about equal when they differ by no more than this share of the best. */
const ABOUT_EQUAL = 0.1;

/**
 * Says which bet wins: the strategy with the most ducks after the last evening, or `equal` when the second best comes
 * within a tenth of it. Throws if an outcome is missing.
 */
export function settleBet(outcomes: Readonly<Record<string, Outcome>>): string {
  let best = -1;
  let second = -1;
  let winner = 'equal';
  for (const name of betStrategies) {
    const outcome = outcomes[name];
    if (outcome === undefined) throw new Error(`the bet needs the outcome of ${name}`);
    if (outcome.score > best) {
      second = best;
      best = outcome.score;
      winner = name;
    } else second = Math.max(second, outcome.score);
  }
  return best - second <= best * ABOUT_EQUAL ? 'equal' : winner;
}
