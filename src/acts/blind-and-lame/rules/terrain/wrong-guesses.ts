/** How treacherous a road is: branches that go on for a while and lead nowhere. */
import { nextCell } from '../grid.ts';
import { DIRECTIONS, type Direction } from '../intents.ts';
import { isOpen, LANES } from '../places.ts';

/** Cells into a branch from which on a wrong guess hurts. */
const HURTS_FROM = 3;

/**
 * Counts the branches off every way from `start` to `goal` that one can enter by one cell only, that lead nowhere, and
 * that go on for at least `HURTS_FROM` cells. (Bridges of the graph, by R. E. Tarjan's low points, 1974.)
 */
export function countWrongGuesses(places: ArrayLike<number>, start: number, goal: number): number {
  const columns = places.length / LANES;
  const found = new Int16Array(places.length).fill(-1);
  const low = new Int16Array(places.length);
  const deepest = new Int16Array(places.length);
  const holdsGoal = new Uint8Array(places.length);
  let time = 0;
  const visit = (cell: number, from: number): number => {
    let nested = 0;
    found[cell] = low[cell] = time++;
    deepest[cell] = 1;
    holdsGoal[cell] = cell === goal ? 1 : 0;
    for (let i = 0; i < DIRECTIONS.length; i++) {
      const next = nextCell(cell, DIRECTIONS[i] as Direction, columns);
      if (next < 0 || next === from || !isOpen(places[next] as number)) continue;
      const seen = found[next] as number;
      if (seen !== -1) {
        low[cell] = Math.min(low[cell], seen);
        continue;
      }
      const inside = visit(next, cell);
      low[cell] = Math.min(low[cell], low[next] as number);
      deepest[cell] = Math.max(deepest[cell], 1 + (deepest[next] as number));
      if (holdsGoal[next] === 1) holdsGoal[cell] = 1;
      const isBranch = (low[next] as number) > found[cell] && holdsGoal[next] === 0;
      // A branch of a branch is one wrong guess, not two.
      nested += isBranch ? ((deepest[next] as number) >= HURTS_FROM ? 1 : 0) : inside;
    }
    return nested;
  };
  return visit(start, -1);
}
