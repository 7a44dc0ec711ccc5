/** Who crosses the ridge in front when, as the week plays out: in ticks of the march. Pure. */
import { TICKS_PER_SECOND } from '../rules/state.ts';
import type { SoldierRole } from './infantry-poses.ts';
import { shareGone, type Journey } from './timetable.ts';

/** Seconds in which the ridge is crossed, and between two who follow each other. */
const CROSSES_S = 1.7;
const FOLLOWS_S = 0.3;
/** Seconds before it is seen on the roads that a squad begins to cross. */
const AHEAD_S = 0.7;
/** As many squads are seen at most: more would be one long column. */
const SQUADS = 2;
const RANKS: readonly SoldierRole[] = ['banner', 'drum', 'spear'];

/** One who crosses: a soldier, or whoever pulls the cart of sales tools. */
export interface Walker {
  readonly role: SoldierRole;
  readonly pulls: boolean;
  /** Tick of the march at which he comes on; below 0, he is on his way when it begins. */
  readonly from: number;
}

/** Everyone who crosses the ridge in a week, first to last. */
export function readParade(journeys: readonly Journey[]): readonly Walker[] {
  const walkers: Walker[] = [];
  for (const { order, arrives } of journeys)
    if (order.kind === 'supply') walkers.push({ role: 'bare', pulls: true, from: arrives - 0.4 * TICKS_PER_SECOND });
  const storms = journeys.filter(({ order }) => order.kind === 'infantry');
  let after = Number.NEGATIVE_INFINITY;
  for (const { leaves } of storms.slice(0, SQUADS))
    for (const role of RANKS) {
      after = Math.max(leaves - AHEAD_S * TICKS_PER_SECOND, after + FOLLOWS_S * TICKS_PER_SECOND);
      walkers.push({ role, pulls: false, from: after });
    }
  return walkers;
}

/** Share of the ridge that a walker has crossed, 0 to 1; both ends are out of sight. */
export function crossed({ from }: Walker, now: number): number {
  return shareGone(now, from, from + CROSSES_S * TICKS_PER_SECOND);
}
