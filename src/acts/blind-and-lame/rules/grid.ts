/** Cells of the road and the ways between them. */
import type { Direction } from './intents.ts';
import { isOpen, LANES, PLACE, type Place } from './places.ts';

export function cellAt(column: number, lane: number): number {
  return column * LANES + lane;
}

export function columnOf(cell: number): number {
  return Math.floor(cell / LANES);
}

export function laneOf(cell: number): number {
  return cell % LANES;
}

/** The cell next to one, that way; −1 beyond the edge of a road of so many columns. */
export function nextCell(cell: number, to: Direction, columns: number): number {
  if (to === 'ahead') return columnOf(cell) + 1 < columns ? cell + LANES : -1;
  if (to === 'back') return cell - LANES >= 0 ? cell - LANES : -1;
  if (to === 'left') return laneOf(cell) > 0 ? cell - 1 : -1;
  return laneOf(cell) < LANES - 1 ? cell + 1 : -1;
}

/** What lies beyond the edge that way: the mountain's rock, and the river along the road's foot. */
export function placeBeyond(to: Direction): Place {
  return to === 'right' ? PLACE.river : PLACE.rock;
}

/** The order in which ways are tried, so that of two equally short ones the straighter is taken. */
const AHEAD_FIRST = ['ahead', 'left', 'right', 'back'] as const satisfies readonly Direction[];

/**
 * The steps of a shortest way over open cells, first first; none if there is no way (or if it is no way at all).
 * `places` is a map, true or not, by cell; `shut` closes further cells.
 */
export function findWay(
  places: ArrayLike<number>,
  from: number,
  to: number,
  shut?: (cell: number) => boolean,
): readonly Direction[] {
  const columns = places.length / LANES;
  const towards = new Int8Array(places.length).fill(-1);
  const queue = [to];
  towards[to] = 0;
  for (let next = 0; next < queue.length && towards[from] === -1; next++) {
    const cell = queue[next] as number;
    for (let i = 0; i < AHEAD_FIRST.length; i++) {
      const neighbour = nextCell(cell, AHEAD_FIRST[i] as Direction, columns);
      if (neighbour < 0 || towards[neighbour] !== -1) continue;
      if (!isOpen(places[neighbour] as number) || shut?.(neighbour) === true) {
        // Where they stand counts as open, whatever the map says of it.
        if (neighbour !== from) continue;
      }
      towards[neighbour] = OPPOSITE[i] as number;
      queue.push(neighbour);
    }
  }
  if (towards[from] === -1) return [];
  const way: Direction[] = [];
  for (let cell = from; cell !== to;) {
    const step = AHEAD_FIRST[towards[cell] as number] as Direction;
    way.push(step);
    cell = nextCell(cell, step, columns);
  }
  return way;
}

/** By place in `AHEAD_FIRST`: the place of the way back. */
const OPPOSITE = [3, 2, 1, 0];
