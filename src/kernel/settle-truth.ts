/** Settling a bet honestly: each strategy that the bet speaks of is played on the very seed and parameters of the run. */
import type { ActRules } from './act-rules.ts';
import type { Outcome } from './act.ts';
import { playBot } from './play-bot.ts';

/**
 * The answer that came true. Plays a few whole runs: some tens of milliseconds. `parameters` are those that
 * `asUsualWay` gives.
 */
export function settleTruth(rules: ActRules, parameters: unknown, seed: number): string {
  const outcomes: Record<string, Outcome> = {};
  for (const name of rules.betStrategies) outcomes[name] = playBot(rules.act, parameters, seed, name);
  return rules.settleBet(outcomes);
}
