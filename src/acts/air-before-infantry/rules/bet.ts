import type { Outcome } from '../../../kernel/act.ts';
import { settleByScore } from '../../../kernel/bet.ts';

/** The strategies between which the bet on the playbill chooses; `equal` is the fifth answer. */
export const betStrategies = ['infantryOnly', 'airOnly', 'spreadThenLate', 'concentratedJoint'] as const;

/** Best and second best count as about equal when they differ by no more than this share of the best. */
const ABOUT_EQUAL = 0.1;

/**
 * Says which bet wins: the strategy that is worth most after the last week, or `equal` when the second best comes
 * within a tenth of it. Throws if an outcome is missing.
 */
export function settleBet(outcomes: Readonly<Record<string, Outcome>>): string {
  return settleByScore(betStrategies, outcomes, ABOUT_EQUAL);
}
