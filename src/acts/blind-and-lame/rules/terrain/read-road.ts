/** Reads a road that was drawn by hand, as text: one line for each lane, one sign for each cell. */
import { cellAt, columnOf } from '../grid.ts';
import { LANES, PLACE, type Place } from '../places.ts';
import { makeTruth } from './falsify.ts';
import { indexCrossings } from './make-road.ts';
import type { Crossing, Road } from './road.ts';

const SIGNS: Readonly<Record<string, Place>> = {
  '#': PLACE.rock,
  '.': PLACE.path,
  '@': PLACE.path,
  '=': PLACE.bridge,
  o: PLACE.stones,
  $: PLACE.market,
  v: PLACE.ravine,
  w: PLACE.river,
};

/** Reads the map's lines, `@` being the start. Throws if they are no road. */
export function readRoad(lines: readonly string[], crossings: readonly Crossing[]): Road {
  const columns = lines[0]?.length ?? 0;
  if (lines.length !== LANES || lines.some((line) => line.length !== columns))
    throw new Error(`a road has ${LANES} lines of the same length`);
  const drawn = new Uint8Array(columns * LANES);
  const markets: number[] = [];
  let start = -1;
  for (let column = 0; column < columns; column++) {
    for (let lane = 0; lane < LANES; lane++) {
      const sign = lines[lane]?.[column] ?? '';
      const place = SIGNS[sign];
      if (place === undefined) throw new Error(`${sign} is no sign of a road`);
      const cell = cellAt(column, lane);
      drawn[cell] = place;
      if (place === PLACE.market) markets.push(cell);
      if (sign === '@') start = cell;
    }
  }
  const truth = makeTruth(drawn, crossings);
  const marketColumns = markets.map(columnOf);
  const crossingOf = indexCrossings(crossings, drawn.length);
  return { columns, start, markets, marketColumns, truth, drawn, crossings, crossingOf };
}
