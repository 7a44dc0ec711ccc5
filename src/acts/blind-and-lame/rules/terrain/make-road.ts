/** Makes a road from a seed: drawn, then made false, then judged; a road that teaches nothing is thrown away. */
import { seedRandom, type RandomState } from '../../../../kernel/random.ts';
import { columnOf, findWay } from '../grid.ts';
import { drawCrossings } from './crossings.ts';
import { falsify } from './falsify.ts';
import { drawLayout } from './layout.ts';
import type { Crossing, Road } from './road.ts';
import { countWrongGuesses } from './wrong-guesses.ts';

/** Wrong guesses that hurt, at least. */
export const LEAST_GUESSES = 2;
/** The shortest true way has at least and at most so many steps for each column. */
export const SHORTEST = 1.25;
export const LONGEST = 1.65;
/** Roads drawn before the rules give up: far more than any seed needs (tests/acts/blind-and-lame/terrain.test.ts). */
const MOST_TRIES = 2000;

/**
 * Makes a road. `columns` from 13 to 31, `falseness` from 0 to 0.9. It has a true way past every market, so has the map, and
 * so has every map between the two; the shortest true way is neither short nor long; and at least two wrong guesses hurt.
 */
export function makeRoad(seed: number, columns: number, falseness: number): Road {
  const random = seedRandom(seed);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const road = drawRoad(random, columns, falseness);
    if (isWorthWalking(road)) return road;
  }
  throw new Error(`no road of ${columns} columns from the seed ${seed} in ${MOST_TRIES} tries`);
}

function drawRoad(random: RandomState, columns: number, falseness: number): Road {
  const layout = drawLayout(random, columns);
  const { start, markets } = layout;
  const goal = markets.at(-1) as number;
  const { drawn, crossings: honest } = drawCrossings(random, layout);
  const { truth, crossings } = falsify(random, drawn, honest, falseness, start, goal);
  const marketColumns = markets.map(columnOf);
  const crossingOf = indexCrossings(crossings, drawn.length);
  return { columns, start, markets, marketColumns, truth, drawn, crossings, crossingOf };
}

/** By cell: the crossing that it belongs to; −1 if none. */
export function indexCrossings(crossings: readonly Crossing[], cells: number): Int16Array {
  const crossingOf = new Int16Array(cells).fill(-1);
  crossings.forEach((crossing, i) => {
    for (const cell of crossing.cells) crossingOf[cell] = i;
    if (crossing.hasNewWay) crossingOf[crossing.spare] = i;
  });
  return crossingOf;
}

function isWorthWalking({ columns, start, markets, truth }: Road): boolean {
  const goal = markets.at(-1) as number;
  if (countWrongGuesses(truth, start, goal) < LEAST_GUESSES) return false;
  const steps = findWay(truth, start, goal).length;
  return steps >= SHORTEST * columns && steps <= LONGEST * columns;
}
