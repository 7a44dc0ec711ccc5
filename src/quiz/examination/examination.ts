import type { Item, Rank, Response, Tier } from '../items/item.ts';

/** One answer of an examination, as it is kept. */
export interface ExaminationAnswer {
  /** Id of the item. */
  readonly item: string;
  /** Its options in the order in which they stood on the screen. */
  readonly shown: readonly string[];
  readonly response: Response;
  /** From 0 to 1. */
  readonly score: number;
}

/**
 * An examination under way or over. It is plain data, to be kept and resumed: everything else (what is asked next, when
 * it ends, the result) follows from these three things and the bank. So it is also a replay: the same bank, seed and
 * responses give the same items, the same order of options and the same result, here and on a server.
 */
export interface Examination {
  /** Any finite number; its low 32 bits count. */
  readonly seed: number;
  /** Fingerprint of the bank that asks. An examination goes on with this bank only. */
  readonly bank: string;
  readonly answers: readonly ExaminationAnswer[];
}

/** What stands on the screen. */
export interface Question {
  readonly item: Item;
  /** Its options in the order in which they are to be shown. */
  readonly shown: readonly string[];
  /** Counted from 1. */
  readonly number: number;
}

export interface RankShare {
  readonly rank: Rank;
  /** From 0 to 1; the five add up to 1. */
  readonly probability: number;
}

export interface TierShare {
  readonly tier: Tier;
  /** From 0 to 1; the three add up to 1. */
  readonly probability: number;
}

/** What is said of a group of ideas: strong or weak only when the answers show it; open otherwise. */
export type GroupVerdict = 'strong' | 'weak' | 'open';

/** How the answers on one group of ideas compare with what this player's ability lets expect. */
export interface GroupFinding {
  /** Number of the group, from 1 to 5 (`group` of `levels/concepts.json`). */
  readonly group: number;
  /** Items asked of it. */
  readonly asked: number;
  /** Mean score on them, from 0 to 1; 0 when none was asked. */
  readonly observed: number;
  /** Mean score to be expected of a player of this ability, judged by the answers on all other groups. */
  readonly expected: number;
  /** Standard error of `observed − expected`; 0 when none was asked. */
  readonly error: number;
  readonly verdict: GroupVerdict;
}

export interface ReviewedAnswer {
  readonly item: Item;
  readonly shown: readonly string[];
  readonly response: Response;
  /** From 0 to 1. */
  readonly score: number;
  /** Mean score of players of this ability on this item, from 0 to 1. */
  readonly expected: number;
}

/** What an examination has found. With fewer answers than it needs it is the state of knowledge so far. */
export interface ExaminationResult {
  /** The likeliest tier, and within it the likeliest rank. */
  readonly rank: Rank;
  readonly tier: Tier;
  /** How sure: the probability of `rank`, from 0 to 1. */
  readonly sureOfRank: number;
  /** The probability of `tier`, from 0 to 1. */
  readonly sureOfTier: number;
  /** All five ranks, lowest first. */
  readonly ranks: readonly RankShare[];
  /** All three tiers, lowest first. */
  readonly tiers: readonly TierShare[];
  /** Posterior mean of the ability; the players it was made for have mean 0 and standard deviation 1. */
  readonly estimate: number;
  /** Posterior standard deviation of the ability, on the same scale. */
  readonly sd: number;
  /** The ability lies between these with probability 0.9. */
  readonly interval: readonly [low: number, high: number];
  /** All groups of the bank, by number. */
  readonly groups: readonly GroupFinding[];
  /** Ideas worth playing next, most urgent first; at most five. */
  readonly playNext: readonly string[];
  /** Every answer, in the order asked. */
  readonly review: readonly ReviewedAnswer[];
}
