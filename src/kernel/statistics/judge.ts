import type { Outcome } from '../act.ts';
import type { Finding, OutcomesByBot } from '../claim.ts';
import type { Bound } from './bounds.ts';

/** The runs of one bot that a claim needs. Throws when the sample has none. */
export function runsOf<Result extends Outcome>(outcomes: OutcomesByBot<Result>, bot: string): readonly Result[] {
  const runs = outcomes[bot];
  if (runs === undefined) throw new Error(`the claim needs runs of ${bot}`);
  return runs;
}

/** The scores of one bot's runs, in the order of the seeds. Throws when the sample has none. */
export function scoresOf(outcomes: OutcomesByBot, bot: string): readonly number[] {
  return runsOf(outcomes, bot).map((run) => run.score);
}

/** Share of `count` runs (1 or more), by index, of which something is true: 0 to 1. */
export function shareOf(count: number, isTrue: (run: number) => boolean): number {
  let times = 0;
  for (let run = 0; run < count; run++) if (isTrue(run)) times++;
  return times / count;
}

/**
 * A finding about something that must lie above a threshold: it holds when the lower bound does.
 * @param share  share of the seeds on which the claim's sentence is true of that one run, 0 to 1
 */
export function judgeAbove({ estimate, lower, upper }: Bound, threshold: number, share: number): Finding {
  return { holds: lower > threshold, estimate, lower, upper, threshold, share };
}
