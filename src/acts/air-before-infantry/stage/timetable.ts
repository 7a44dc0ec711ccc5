/** When what is seen of a week sets out, arrives and is gone again: in ticks of the march. Pure. */
import { momentOf } from '../rules/march.ts';
import type { Order } from '../rules/intents.ts';
import { STAGE_OF } from '../rules/orders.ts';
import type { CampaignParameters } from '../rules/parameters.ts';
import { TICKS_PER_SECOND } from '../rules/state.ts';

/** What is seen of one order. */
export interface Journey {
  readonly order: Order;
  /** Ticks of the march at which it sets out, does what it does, and is back or gone. */
  readonly leaves: number;
  readonly arrives: number;
  readonly ends: number;
}

/** Seconds that kites, scouts and infantry take to get there; and that they stay, or take to come back. */
const THERE_S = [0.42, 0.8, 1.5] as const;
const AFTER_S = [0.5, 0.8, 0.9] as const;

/** The journeys of a week, in the order in which its orders are carried out. */
export function readTimetable(parameters: CampaignParameters, orders: readonly Order[]): readonly Journey[] {
  return orders.map((order, index) => {
    const part = STAGE_OF[order.kind];
    const arrives = momentOf(parameters, orders, index);
    return {
      order,
      leaves: Math.max(0, arrives - THERE_S[part] * TICKS_PER_SECOND),
      arrives,
      ends: arrives + AFTER_S[part] * TICKS_PER_SECOND,
    };
  });
}

/** Share of a stretch of time that has gone by, 0 to 1. */
export function shareGone(now: number, from: number, to: number): number {
  if (now <= from) return 0;
  return now >= to ? 1 : (now - from) / (to - from);
}
