/** What a storm on a town looks like over time, in ticks of the march. Pure. */
import { TICKS_PER_SECOND } from '../rules/state.ts';
import { shareGone, type Journey } from './timetable.ts';

/** Seconds before it is decided at which the squad is at the foot of the wall and the ladders are up. */
const CLIMB_S = 0.42;
/** Ticks in which those who fell lie before they go. */
const LIES = 8;

export type Doing = 'wait' | 'march' | 'climb' | 'cheer' | 'back' | 'fall' | 'gone';

/** What one soldier of a squad does. */
export interface SoldierNow {
  doing: Doing;
  /** Share of the way gone, 0 at where they set out, 1 at the wall. */
  way: number;
  /** Share of the doing gone. */
  done: number;
}

/** How an assault ended; null until it is decided. */
export type Ended = 'taken' | 'fell' | null;

/** Reads what soldier `rank` of a squad does at `now`; written into `out`. */
export function readSoldier(journey: Journey, ended: Ended, rank: number, now: number, out: SoldierNow): void {
  const climbs = journey.arrives - CLIMB_S * TICKS_PER_SECOND;
  out.done = 0;
  if (now < journey.leaves) {
    out.doing = 'wait';
    out.way = 0;
  } else if (now < climbs) {
    out.doing = 'march';
    out.way = shareGone(now, journey.leaves, climbs);
  } else if (now < journey.arrives || ended === null) {
    out.doing = 'climb';
    out.way = 1;
    out.done = shareGone(now, climbs, journey.arrives);
  } else if (ended === 'taken') {
    out.doing = now < journey.ends ? 'cheer' : 'gone';
    out.way = 1;
    out.done = shareGone(now, journey.arrives, journey.ends);
  } else if (rank === 1 && now < journey.ends) {
    // One of them is knocked off the ladder.
    out.doing = 'fall';
    out.way = 1;
    out.done = shareGone(now, journey.arrives, journey.arrives + LIES);
  } else {
    out.doing = now < journey.ends ? 'back' : 'gone';
    out.way = 1 - 0.55 * shareGone(now, journey.arrives + 3, journey.ends);
    out.done = shareGone(now, journey.arrives, journey.ends);
  }
}

/** How far up the ladders of an assault stand, 0 to 1: they are raised before the wall and fall with the assault. */
export function laddersUp(journey: Journey, ended: Ended, now: number): number {
  const raised = shareGone(
    now,
    journey.arrives - (CLIMB_S + 0.2) * TICKS_PER_SECOND,
    journey.arrives - 0.3 * TICKS_PER_SECOND,
  );
  if (ended === null || now < journey.arrives) return raised;
  return 1 - shareGone(now, journey.arrives + (ended === 'taken' ? 4 : 9), journey.ends);
}
