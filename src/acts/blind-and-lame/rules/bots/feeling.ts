/** What a blind man can work out from what his staff has touched. */
import { columnOf, laneOf, nextCell } from '../grid.ts';
import { DIRECTIONS, type Direction } from '../intents.ts';
import { isOpen, UNKNOWN } from '../places.ts';
import type { BlindView, CommonView } from '../views.ts';

/** What he remembers of the cell that way: closed, open, or nothing. Beyond the edge it is closed once he has felt it. */
export type Known = 'closed' | 'open' | 'unknown';

export function knownOf(view: BlindView, cell: number): Known {
  const place = view.touched[cell] as number;
  if (place === UNKNOWN) return 'unknown';
  return isOpen(place) ? 'open' : 'closed';
}

export function cellTo(view: BlindView, to: Direction): number {
  return nextCell(view.at, to, view.columns);
}

/** Whether he has been past a column's market: the way back leads nowhere that is new. */
function isBehind(view: BlindView, cell: number): boolean {
  let behind = -1;
  view.won.forEach((won, market) => {
    if (won >= 0) behind = view.marketColumns[market] as number;
  });
  return columnOf(cell) < behind;
}

/** What an unfelt cell is worth to one who explores, in steps: by the way into it, and for each column ahead. */
const WORTH = { ahead: 2.4, left: 0.4, right: 0.4, back: 0 };
const WORTH_OF_COLUMN = 3;
/** For each lane towards the side where the market's voices are louder. */
const WORTH_OF_VOICES = 2;

/**
 * The first step to the cell most worth feeling that he has not felt yet, over those he knows to be open. He follows the
 * market's voices, and knows how roads are made.
 */
export function explore(view: BlindView, knows = knownOf): Direction {
  const from: Direction[] = [];
  const distance = new Int16Array(view.touched.length).fill(-1);
  const lean = WORTH_OF_VOICES * ((view.marketHeard[1] as number) - (view.marketHeard[0] as number));
  const queue = [view.at];
  distance[view.at] = 0;
  let best: Direction = 'ahead';
  let least = Infinity;
  for (let next = 0; next < queue.length; next++) {
    const cell = queue[next] as number;
    for (const to of DIRECTIONS) {
      const neighbour = nextCell(cell, to, view.columns);
      if (neighbour < 0 || distance[neighbour] !== -1 || isBehind(view, neighbour)) continue;
      const felt = knows(view, neighbour);
      const known = felt === 'unknown' && isNeverOpen(view, neighbour) ? 'closed' : felt;
      if (known === 'closed') continue;
      const first = from[cell] ?? to;
      if (known === 'unknown') {
        const cost =
          (distance[cell] as number) - WORTH[to] - WORTH_OF_COLUMN * columnOf(neighbour) - lean * laneOf(neighbour);
        if (cost < least) {
          least = cost;
          best = first;
        }
        continue;
      }
      distance[neighbour] = (distance[cell] as number) + 1;
      from[neighbour] = first;
      queue.push(neighbour);
    }
  }
  return best;
}

/** Whether no road from a seed is ever open there: the corners between lanes and bands. */
function isNeverOpen(view: BlindView, cell: number): boolean {
  return laneOf(cell) % 2 === 1 && isBetweenNodes(view, cell);
}

/** Whether a cell lies in one of the columns that a road from a seed crosses only at certain lanes. */
export function isBetweenNodes({ marketColumns }: CommonView, cell: number): boolean {
  let from = 0;
  for (const column of marketColumns) if (column <= columnOf(cell)) from = column;
  return (columnOf(cell) - from) % 2 === 0;
}
