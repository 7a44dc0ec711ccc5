import type { Act, Outcome, TextRef } from './act.ts';
import type { Strategy } from './claim.ts';

/**
 * What every `src/acts/<act>/rules/index.ts` exports. (Claims stand beside it, in `rules/claims.ts`, because the page
 * needs neither them nor their statistics.) The house finds acts by their folders, so this shape is all
 * that it knows of them. Written in method form, like `Act`, so that different acts fit in one list.
 */
export interface ActRules {
  readonly act: Act;
  /** The strategies of the reveal, in the order in which they are drawn. */
  readonly strategies: readonly Strategy[];
  /** Strategies that `settleBet` must be given. */
  readonly betStrategies: readonly string[];
  /** Says which bet wins, given what each strategy came to on the player's own seed and parameters. */
  settleBet(outcomes: Readonly<Record<string, Outcome>>): string;
  /** Explains a run to the one who played it: why it came to this, most telling reason first. */
  explain(outcome: Outcome): readonly TextRef[];
}
