/** Plays the runs that an act's claims need, and judges the claims on them. */
import type { Outcome } from '../../src/kernel/act.ts';
import type { Claim, Finding } from '../../src/kernel/claim.ts';
import type { BotPool } from './pool.ts';

export interface Judged {
  readonly claim: Claim;
  readonly finding: Finding;
  /** Runs that the claim rests on, of all its bots together. */
  readonly runs: number;
  /** Processor seconds of those runs. */
  readonly seconds: number;
}

/**
 * Judges claims on `seeds` seeds (2 or more) from `firstSeed` on. Every bot plays each seed once, however many claims
 * ask for it.
 */
export async function judgeClaims(
  pool: BotPool,
  act: string,
  claims: readonly Claim[],
  parameters: Readonly<Record<string, number>>,
  seeds: number,
  firstSeed = 1,
): Promise<readonly Judged[]> {
  const bots = [...new Set(claims.flatMap((claim) => claim.bots))];
  const played = await Promise.all(
    bots.map(async (bot) => [bot, await pool.play({ act, bot, parameters, firstSeed, count: seeds })] as const),
  );
  const outcomes: Record<string, readonly Outcome[]> = {};
  const seconds: Record<string, number> = {};
  for (const [bot, result] of played) {
    outcomes[bot] = result.outcomes;
    seconds[bot] = result.seconds;
  }
  return claims.map((claim) => ({
    claim,
    finding: claim.evaluate(outcomes),
    runs: claim.bots.length * seeds,
    seconds: claim.bots.reduce((sum, bot) => sum + (seconds[bot] ?? 0), 0),
  }));
}
