import type { Outcome } from '../act.ts';
import type { Finding, OutcomesByBot } from '../claim.ts';
import type { Bound } from './bounds.ts';

/** The runs of one bot that a claim needs. Throws when the sample has none. */
export function runsOf<Result extends Outcome>(outcomes: OutcomesByBot<Result>, bot: string): readonly Result[] {
  const runs = outcomes[bot];
  if (runs === undefined) throw new Error(`the claim needs runs of ${bot}`);
  return runs;
}

/**
 * A finding about something that must lie above a threshold: it holds when the lower bound does.
 * @param share  share of the seeds on which the claim's sentence is true of that one run, 0 to 1
 */
export function judgeAbove({ estimate, lower, upper }: Bound, threshold: number, share: number): Finding {
  return { holds: lower > threshold, estimate, lower, upper, threshold, share };
}
