/** Results that are nobody's own: what a server must keep, mark and not count. */
import type { Attempt } from '../../src/wire/records/records.ts';

/** The same run with a score that it never came to. */
export function forgeScore(attempt: Attempt): Attempt {
  const score = Math.round(attempt.outcome.score * 3 + 100);
  const outcome = { ...attempt.outcome, score, series: [...attempt.outcome.series.slice(0, -1), score] };
  return { ...attempt, outcome, replay: { ...attempt.replay, outcome } };
}

/** Somebody else's run as if it were one's own, played an hour later. */
export function copyRun(attempt: Attempt, at: number): Attempt {
  return { ...attempt, startedAt: at - (attempt.endedAt - attempt.startedAt), endedAt: at };
}
