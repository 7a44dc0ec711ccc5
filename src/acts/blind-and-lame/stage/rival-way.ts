/**
 * The lanes on which rivals are drawn. The rules say only how far along the road they are; their way is the map's own
 * shortest one from market to market, as anybody with eyes and legs would go. Pure.
 */
import { columnOf, laneOf, nextCell } from '../rules/grid.ts';
import { DIRECTIONS } from '../rules/intents.ts';
import { isOpen, LANES } from '../rules/places.ts';
import type { LameView } from '../rules/views.ts';

const MIDDLE = (LANES - 1) / 2;

/** For each column the lane at which the way leaves it; the middle one where the map knows no way. */
export function findRivalWay(view: Pick<LameView, 'map' | 'markets' | 'columns'>, start: number): Float32Array {
  const lanes = new Float32Array(view.columns).fill(MIDDLE);
  let from = start;
  lanes[columnOf(from)] = laneOf(from);
  for (const market of view.markets) {
    for (const cell of findWay(view, from, market)) lanes[columnOf(cell)] = laneOf(cell);
    lanes[columnOf(market)] = laneOf(market);
    from = market;
  }
  return lanes;
}

/** The cells from `from` to `to` over what the map calls open, both included; empty where there is no way. */
function findWay(view: Pick<LameView, 'map' | 'columns'>, from: number, to: number): readonly number[] {
  const came = new Int32Array(view.columns * LANES).fill(-1);
  const queue = [from];
  came[from] = from;
  for (let n = 0; n < queue.length; n++) {
    const cell = queue[n] as number;
    if (cell === to) break;
    for (const way of DIRECTIONS) {
      const next = nextCell(cell, way, view.columns);
      if (next < 0 || came[next] !== -1 || !isOpen(view.map[next] as number)) continue;
      came[next] = cell;
      queue.push(next);
    }
  }
  if (came[to] === -1) return [];
  const cells = [to];
  for (let cell = to; cell !== from;) {
    cell = came[cell] as number;
    cells.push(cell);
  }
  return cells.toReversed();
}

/** The lane at a place along the way: they change lanes in the second half of a column. */
export function laneAt(lanes: Float32Array, column: number): number {
  const c = Math.max(0, Math.min(lanes.length - 1, Math.floor(column)));
  const here = lanes[c] ?? MIDDLE;
  const there = lanes[Math.min(lanes.length - 1, c + 1)] ?? here;
  const t = Math.max(0, (column - c - 0.55) / 0.45);
  return here + (there - here) * t * t * (3 - 2 * t);
}
