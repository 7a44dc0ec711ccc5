/**
 * Where the walker is between two ticks, and how far his legs have gone. A step goes from the cell where he stands to
 * the one he is on his way to, in the time that the rules give it; the legs turn by the way gone, not by the clock, so
 * that feet stay where they are put. Pure.
 */
import { LANES } from '../rules/places.ts';
import type { CommonView } from '../rules/views.ts';

export interface Way {
  /** Where he is, in columns and lanes with fractions. */
  column: number;
  lane: number;
  /** Share of what he does that is done, 0 to 1; 0 when he stands. */
  share: number;
  /** Share of the way to the next cell that the feet have gone, 0 to 1: a slow step begins and ends softly. */
  gone: number;
  /** Whether his feet move him on. */
  walks: boolean;
}

/** Reads where the walker is; `now` in ticks with fractions. Written into `into`, which is given back. */
export function readWay(view: CommonView, now: number, into: Way): Way {
  const column = Math.floor(view.at / LANES);
  const lane = view.at % LANES;
  into.column = column;
  into.lane = lane;
  into.share = 0;
  into.gone = 0;
  into.walks = false;
  const { doing, doingSince, doingUntil } = view;
  if (doingUntil <= doingSince) return into;
  const t = Math.max(0, Math.min(1, (now - doingSince) / (doingUntil - doingSince)));
  into.share = t;
  if (doing !== 'grope' && doing !== 'stride') return into;
  const toColumn = Math.floor(view.towards / LANES);
  const toLane = view.towards % LANES;
  const gone = doing === 'stride' ? t : ease(t);
  into.gone = gone;
  into.walks = true;
  into.column = column + (toColumn - column) * gone;
  into.lane = lane + (toLane - lane) * gone;
  return into;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
