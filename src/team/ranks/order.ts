import { RANKS } from '../../quiz/index.ts';
import type { RanksReport } from '../../wire/team.ts';

type Person = Pick<RanksReport['people'][number], 'latest'>;

/** Highest first; among equals, the surer one first; those without a rank last. */
export function orderByRank<Someone extends Person>(people: readonly Someone[]): readonly Someone[] {
  // Sureness is below 1, so half of it never lifts anybody over the next rank.
  const height = ({ latest }: Someone): number =>
    latest === null ? -1 : RANKS.indexOf(latest.rank) + latest.sureOfRank / 2;
  return people.toSorted((a, b) => height(b) - height(a));
}
