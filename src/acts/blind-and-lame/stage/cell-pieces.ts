/** Which pieces of the set make up a cell, by what is known of it. Pure. */
import { PLACE } from '../rules/places.ts';
import type { Cause } from '../rules/happenings.ts';
import type { Shown } from './shown-cells.ts';

export interface Pieces {
  /** The ground of the cell, and what stands on it; '' for nothing. */
  ground: string;
  on: string;
  /** Painted after the figures. */
  before: string;
  /** Stands behind what stands on it, at its left and at its right. */
  sides: readonly string[];
}

const EARTH = ['mountain/earth-1', 'mountain/earth-2', 'mountain/earth-3'] as const;
const CLOSED = ['mountain/rock-1', 'mountain/rock-2', 'mountain/thicket', 'mountain/rock-1'] as const;
const STALLS: readonly string[] = ['mountain/stall-1', 'mountain/stall-2'];
const NONE: readonly string[] = [];
const CHALK: readonly string[] = ['rock', 'path', 'bridge', 'stones', 'market', 'ravine', 'river'];

/**
 * The pieces of a cell, written into `into`, which is given back. `chance` 0..1 is the cell's own; `scar`: what a report
 * has told about why the map was wrong there.
 */
export function choosePieces(shown: Shown, chance: number, scar: Cause | undefined, into: Pieces): Pieces {
  into.ground = '';
  into.on = '';
  into.before = '';
  into.sides = NONE;
  if (shown.manner === 'chalk') {
    into.on = `mountain/touched-${CHALK[shown.place] ?? 'rock'}`;
    return into;
  }
  switch (shown.place) {
    case PLACE.path:
      into.ground = EARTH[Math.floor(chance * EARTH.length)] ?? EARTH[0];
      break;
    case PLACE.market:
      into.ground = 'mountain/paving';
      into.on = 'mountain/market-gate';
      into.sides = STALLS;
      break;
    case PLACE.bridge:
      into.ground = 'mountain/ravine';
      into.on = 'mountain/bridge';
      into.before = 'mountain/bridge-rail';
      break;
    case PLACE.stones:
      into.ground = 'mountain/river';
      into.on = 'mountain/stones';
      break;
    case PLACE.ravine:
      into.ground = 'mountain/ravine';
      if (scar === 'fallen') into.on = 'mountain/bridge-fallen';
      break;
    case PLACE.river:
      into.ground = 'mountain/river';
      if (scar === 'flood') into.on = 'mountain/flood';
      break;
    case PLACE.rock:
      into.ground = 'mountain/rough';
      into.on = scar === 'slide' ? 'mountain/slide' : (CLOSED[Math.floor(chance * CLOSED.length)] ?? CLOSED[0]);
      break;
    default:
  }
  return into;
}

/** Whether a place is a gap in the road, and which kind of rim the land has beside it. */
export function gapOf(place: number): 'ravine' | 'river' | null {
  if (place === PLACE.ravine || place === PLACE.bridge) return 'ravine';
  if (place === PLACE.river || place === PLACE.stones) return 'river';
  return null;
}
