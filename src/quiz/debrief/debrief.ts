import type { Item, Response } from '../items/item.ts';
import type { Scored } from '../items/scored.ts';

/** What is remembered of one item from earlier debriefs. */
export interface ItemMemory {
  /** Times answered. */
  readonly tries: number;
  /** Score of the latest answer, from 0 to 1. */
  readonly lastScore: number;
  /** When that was, in milliseconds since 1970; only compared, never read from a clock here. */
  readonly lastAt: number;
}

/** By item id. */
export type History = Readonly<Record<string, ItemMemory>>;

/** An item as it stands on the screen: its options in the order shown. */
export interface Sitting {
  readonly item: Item;
  readonly order: readonly string[];
  /** 1 the first time in this debrief, 2 when it has come back. */
  readonly round: 1 | 2;
}

/** A debrief under way: plain data, so that it can be kept and resumed. */
export interface Debrief {
  readonly seed: number;
  /** Sittings still to come; the first is on the screen. */
  readonly queue: readonly Sitting[];
  readonly answered: readonly { readonly sitting: Sitting; readonly response: Response; readonly scored: Scored }[];
  /** Items in this debrief, without those that come back. */
  readonly count: number;
}
