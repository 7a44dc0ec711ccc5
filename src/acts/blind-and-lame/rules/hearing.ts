/**
 * What ears get. It is made from what is true near the walker, because that is what can be heard; it says nothing of a
 * cell more than `EARSHOT` away. He faces the market.
 */
import { cellAt, columnOf, laneOf } from './grid.ts';
import type { Direction } from './intents.ts';
import type { Heard } from './happenings.ts';
import { LANES, PLACE } from './places.ts';
import { nextMarket, type RoadState } from './state.ts';

/** Cells as far as water and wind are heard, along the road and across it. */
export const EARSHOT = 3;
/** Loudness of one cell of water or ravine at hand. */
const ONE_CELL = 0.35;
/** Columns at which a market's voices are half as loud as at hand. */
const HALF_VOICES = 5;
/** How far to one side a sound is placed that comes from straight left or right: not quite at the ear. */
const SIDE = 0.85;

/** Fills the three lists: water, wind and the next market's voices, at the left and the right ear. */
export function hear(state: RoadState): void {
  const { waterHeard, windHeard, marketHeard, at, road } = state;
  waterHeard.fill(0);
  windHeard.fill(0);
  marketHeard.fill(0);
  const column = columnOf(at);
  const lane = laneOf(at);
  for (let c = Math.max(0, column - EARSHOT); c <= Math.min(road.columns - 1, column + EARSHOT); c++) {
    // Beyond the last lane the river runs along the road's foot.
    for (let l = Math.max(0, lane - EARSHOT); l <= Math.min(LANES, lane + EARSHOT); l++) {
      const place = l === LANES ? PLACE.river : (road.truth[cellAt(c, l)] as number);
      if (place === PLACE.river || place === PLACE.stones) addFrom(waterHeard, c - column, l - lane);
      else if (place === PLACE.ravine || place === PLACE.bridge) addFrom(windHeard, c - column, l - lane);
    }
  }
  const market = road.markets[nextMarket(state)];
  if (market === undefined) return;
  const { pan, near } = placeSound(columnOf(market) - column, laneOf(market) - lane);
  marketHeard[0] = near * (1 - Math.max(0, pan));
  marketHeard[1] = near * (1 + Math.min(0, pan));
}

function addFrom(ears: Float64Array, columns: number, lanes: number): void {
  const distance = columns * columns + lanes * lanes;
  const loudness = ONE_CELL / (1 + distance);
  const pan = distance === 0 ? 0 : (SIDE * lanes) / Math.sqrt(distance);
  ears[0] = Math.min(1, (ears[0] as number) + loudness * (1 - Math.max(0, pan)));
  ears[1] = Math.min(1, (ears[1] as number) + loudness * (1 + Math.min(0, pan)));
}

/** Where a sound comes from that is so many columns ahead and so many lanes to the right. */
export function placeSound(columns: number, lanes: number): Heard {
  const distance = Math.sqrt(columns * columns + lanes * lanes);
  return { pan: distance === 0 ? 0 : (SIDE * lanes) / distance, near: HALF_VOICES / (HALF_VOICES + distance) };
}

/** Where a sound comes from that is at hand, in that direction. */
export function besideSound(to: Direction): Heard {
  return { pan: to === 'left' ? -SIDE : to === 'right' ? SIDE : 0, near: 1 };
}
