import { RANKS, type Rank, type Response } from '../items/item.ts';

/** One answer by somebody whose rank is known. */
export interface RankedResponse {
  readonly item: string;
  readonly response: Response;
  readonly rank: Rank;
}

/** How often each rank took an option. */
export interface ChoiceCounts {
  readonly option: string;
  /** By rank, lowest first; as many as there are ranks. */
  readonly byRank: readonly number[];
  readonly total: number;
}

/**
 * Which options were taken, by which rank, per item: for kinds whose response is a list of options. An option that the
 * high ranks take and the key does not name is either a bad key or a trap; one that nobody takes is no distractor.
 */
export function countChoices(responses: readonly RankedResponse[]): Readonly<Record<string, readonly ChoiceCounts[]>> {
  const items: Record<string, Record<string, number[]>> = {};
  for (const { item, response, rank } of responses) {
    const options = (items[item] ??= {});
    for (const option of new Set(response)) {
      const counts = (options[option] ??= RANKS.map(() => 0));
      const place = RANKS.indexOf(rank);
      counts[place] = (counts[place] as number) + 1;
    }
  }
  return Object.fromEntries(
    Object.entries(items).map(([item, options]) => [
      item,
      Object.entries(options)
        .map(([option, byRank]) => ({ option, byRank, total: byRank.reduce((sum, count) => sum + count, 0) }))
        .sort((a, b) => b.total - a.total || (a.option < b.option ? -1 : 1)),
    ]),
  );
}
