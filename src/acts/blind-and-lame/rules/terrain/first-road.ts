/**
 * The first road, made by hand. Before the first market the road forks, and the map tells honestly which arm leads on.
 * Before the second the shorter bridge has fallen: the staff finds it, a report mends the map, and the next call is right.
 * The last stretch is easy.
 */
import { cellAt } from '../grid.ts';
import { readRoad } from './read-road.ts';
import type { Crossing, Road } from './road.ts';

const MAP = [
  '#..##v###w##', //
  '#.##.=.##w##',
  '@.##.v.#.o.$',
  '#..$.=.$.w##',
  '#####v###w##',
] as const;

const FALLEN: Crossing = { cause: 'fallen', cells: [cellAt(5, 3)], spare: -1, isFalse: true, hasNewWay: false };
const LONGER: Crossing = { cause: 'fallen', cells: [cellAt(5, 1)], spare: -1, isFalse: false, hasNewWay: false };
const STONES: Crossing = { cause: 'flood', cells: [cellAt(9, 2)], spare: -1, isFalse: false, hasNewWay: false };

export function makeFirstRoad(): Road {
  return readRoad(MAP, [FALLEN, LONGER, STONES]);
}
