/** What the bands are made of, and which of their cells stand or fall together. */
import { drawChance, type RandomState } from '../../../../kernel/random.ts';
import { cellAt } from '../grid.ts';
import { LANES, PLACE } from '../places.ts';
import type { Band, Layout } from './layout.ts';
import type { Crossing } from './road.ts';

/** Chance that a river with two crossings has stones at both; otherwise one of them is a bridge. */
const ONLY_STONES = 0.5;
/** Chance that a slope with two gaps has both under the same slide. */
const ONE_SLIDE = 0.5;

/** Draws each band into `drawn` and lists its crossings, all of them honest so far. */
export function drawCrossings(
  random: RandomState,
  { bands, ground }: Layout,
): { drawn: Uint8Array; crossings: Crossing[] } {
  const drawn = ground.slice();
  const crossings: Crossing[] = [];
  for (const band of bands) {
    const first = crossings.length;
    if (band.kind === 'ravine') drawRavine(band, drawn, crossings);
    else if (band.kind === 'river') drawRiver(random, band, drawn, crossings);
    else drawSlope(random, band, crossings);
    if (band.spareLane >= 0) giveSpare(band, crossings, first);
  }
  return { drawn, crossings };
}

function honest(cause: Crossing['cause'], cells: readonly number[]): Crossing {
  return { cause, cells, spare: -1, isFalse: false, hasNewWay: false };
}

function giveSpare({ column, spareLane, besideLane }: Band, crossings: Crossing[], first: number): void {
  const beside = cellAt(column, besideLane);
  for (let i = first; i < crossings.length; i++) {
    const crossing = crossings[i] as Crossing;
    if (crossing.cells.includes(beside)) crossings[i] = { ...crossing, spare: cellAt(column, spareLane) };
  }
}

/** Over a ravine lead bridges, and each falls for itself. */
function drawRavine({ column, lanes }: Band, drawn: Uint8Array, crossings: Crossing[]): void {
  for (let lane = 0; lane < LANES; lane++) drawn[cellAt(column, lane)] = PLACE.ravine;
  for (const lane of lanes) {
    drawn[cellAt(column, lane)] = PLACE.bridge;
    crossings.push(honest('fallen', [cellAt(column, lane)]));
  }
}

/** Over a river lead stones, which a flood covers all together, and at most one bridge. */
function drawRiver(random: RandomState, { column, lanes }: Band, drawn: Uint8Array, crossings: Crossing[]): void {
  for (let lane = 0; lane < LANES; lane++) drawn[cellAt(column, lane)] = PLACE.river;
  const hasBridge = lanes.length > 2 || !drawChance(random, ONLY_STONES);
  const bridged = hasBridge ? (drawChance(random, 0.5) ? 0 : lanes.length - 1) : -1;
  const stones: number[] = [];
  lanes.forEach((lane, i) => {
    const cell = cellAt(column, lane);
    drawn[cell] = i === bridged ? PLACE.bridge : PLACE.stones;
    if (i === bridged) crossings.push(honest('fallen', [cell]));
    else stones.push(cell);
  });
  crossings.push(honest('flood', stones));
}

/** Over a rocky slope lead gaps; a slide comes down from the mountain and closes the upper ones, or it is a small one below. */
function drawSlope(random: RandomState, { column, lanes }: Band, crossings: Crossing[]): void {
  const upper = lanes.length > 2 || drawChance(random, ONE_SLIDE) ? 2 : 1;
  const cells = lanes.map((lane) => cellAt(column, lane));
  crossings.push(honest('slide', cells.slice(0, upper)));
  for (const cell of cells.slice(upper)) crossings.push(honest('slide', [cell]));
}
