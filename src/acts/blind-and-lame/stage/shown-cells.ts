/**
 * Which cells are drawn, as what, and how. It reads the view and nothing else: what the eyes that are open now do not
 * know is not drawn, whatever the truth is. Pure.
 */
import { LANES, PLACE, UNKNOWN } from '../rules/places.ts';
import type { ScreenView } from '../rules/views.ts';

/** `chalk`: felt in the dark. `plain`: felt, in daylight mist. `land`: seen on the map or from above. */
export type Manner = 'chalk' | 'plain' | 'land';

export interface Shown {
  /** UNKNOWN where nothing is drawn. */
  place: number;
  manner: Manner;
  /** They have stood there in this passage. */
  walked: boolean;
  /** A report has put the map right there. */
  mended: boolean;
}

/**
 * What is drawn of a cell; written into `into`, which is given back. Before the road's first column and beyond its last
 * there is nothing but rock; who sees the land sees that too.
 */
export function showCell(view: ScreenView, column: number, lane: number, into: Shown): Shown {
  into.place = UNKNOWN;
  into.manner = 'plain';
  into.walked = false;
  into.mended = false;
  if (lane < 0 || lane >= LANES) return into;
  if (column < 0 || column >= view.columns) {
    if (view.blind !== null || view.lame === null || view.isOver) return into;
    into.place = PLACE.rock;
    into.manner = 'land';
    return into;
  }
  const cell = column * LANES + lane;
  into.walked = view.walked[cell] === 1;
  // With both sides open the road under the feet is the blind man's: the lame man's half is the map.
  if (view.blind !== null) {
    into.place = view.blind.touched[cell] ?? UNKNOWN;
    into.manner = view.passage === 'blind' ? 'chalk' : 'plain';
  } else if (view.lame !== null) {
    // At the end the map is rolled up, and nothing matters but the way that they have come.
    if (view.isOver && view.passage === 'together' && !into.walked) return into;
    into.place = view.lame.map[cell] ?? UNKNOWN;
    into.manner = 'land';
    into.mended = view.lame.mended[cell] === 1;
  }
  return into;
}
