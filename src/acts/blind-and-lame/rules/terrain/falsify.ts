/** Makes the map partly false: what has happened on the road since it was drawn. */
import { drawBelow, drawChance, type RandomState } from '../../../../kernel/random.ts';
import { nextCell } from '../grid.ts';
import { DIRECTIONS } from '../intents.ts';
import { isOpen, LANES, PLACE } from '../places.ts';
import type { Crossing } from './road.ts';

/** Chance that people have made a new way beside a crossing that is gone, where there is a place for one. */
const NEW_WAY = 0.6;

/** A crossing while its fate is drawn. */
type Drawn = { -readonly [Key in keyof Crossing]: Crossing[Key] };

/**
 * Draws which crossings are false, each with chance `falseness`. Where that leaves no way to `goal`, new ways are made
 * and then crossings restored, at the farthest place that can be reached, until there is one; for each crossing
 * restored another becomes false, if there is one that the way can spare.
 */
export function falsify(
  random: RandomState,
  drawn: Uint8Array,
  honest: readonly Crossing[],
  falseness: number,
  start: number,
  goal: number,
): { truth: Uint8Array; crossings: readonly Crossing[] } {
  const crossings: readonly Drawn[] = honest.map((crossing) => {
    const isFalse = drawChance(random, falseness);
    return { ...crossing, isFalse, hasNewWay: isFalse && crossing.spare >= 0 && drawChance(random, NEW_WAY) };
  });
  const restored = restore(random, drawn, crossings, start, goal);
  spoilOthers(random, drawn, crossings, restored, start, goal);
  return { truth: makeTruth(drawn, crossings), crossings };
}

/** Gives way until there is one. Returns the crossings that had to be restored. */
function restore(
  random: RandomState,
  drawn: Uint8Array,
  crossings: readonly Drawn[],
  start: number,
  goal: number,
): ReadonlySet<Crossing> {
  const restored = new Set<Crossing>();
  for (;;) {
    const reached = reach(makeTruth(drawn, crossings), start);
    if (reached[goal] === 1) return restored;
    const blocking = crossings.filter((crossing) => blocks(crossing, reached));
    const improvable = blocking.filter(({ spare, hasNewWay }) => spare >= 0 && !hasNewWay);
    const from = improvable.length > 0 ? improvable : blocking;
    const chosen = from[drawBelow(random, from.length)];
    if (chosen === undefined) throw new Error('the map shows no way, true or false');
    if (improvable.length > 0) chosen.hasNewWay = true;
    else {
      chosen.isFalse = false;
      chosen.hasNewWay = false;
      restored.add(chosen);
    }
  }
}

/** Makes other crossings false in place of those restored, as many as the way to `goal` can spare. */
function spoilOthers(
  random: RandomState,
  drawn: Uint8Array,
  crossings: readonly Drawn[],
  restored: ReadonlySet<Crossing>,
  start: number,
  goal: number,
): void {
  let wanted = restored.size;
  const others = crossings.filter((crossing) => !crossing.isFalse && !restored.has(crossing));
  while (wanted > 0 && others.length > 0) {
    const [other] = others.splice(drawBelow(random, others.length), 1) as [Drawn];
    other.isFalse = true;
    other.hasNewWay = other.spare >= 0;
    if (reach(makeTruth(drawn, crossings), start)[goal] === 1) wanted--;
    else other.isFalse = other.hasNewWay = false;
  }
}

/** What is true: the map with its false crossings closed and the new ways open. */
export function makeTruth(drawn: Uint8Array, crossings: readonly Crossing[]): Uint8Array {
  const truth = drawn.slice();
  for (const { cause, cells, spare, isFalse, hasNewWay } of crossings) {
    if (!isFalse) continue;
    for (const cell of cells) truth[cell] = closedBy(cause, drawn, cell);
    if (hasNewWay) truth[spare] = cause === 'slide' ? PLACE.path : PLACE.bridge;
  }
  return truth;
}

/** What is left of a crossing: where a bridge has fallen, what the band's other cells are. */
function closedBy(cause: Crossing['cause'], drawn: Uint8Array, cell: number): number {
  if (cause === 'flood') return PLACE.river;
  if (cause === 'slide') return PLACE.rock;
  // Bands are closed on lanes 1 and 3, so one of the two is the neighbour of any crossing.
  return drawn[cell % LANES === 0 ? cell + 1 : cell - 1] as number;
}

/** By cell: 1 where one can come from `start`. */
export function reach(places: Uint8Array, start: number): Uint8Array {
  const reached = new Uint8Array(places.length);
  const queue = [start];
  reached[start] = 1;
  for (let next = 0; next < queue.length; next++) {
    for (let i = 0; i < DIRECTIONS.length; i++) {
      const cell = neighbour(queue[next] as number, i, places.length);
      if (cell < 0 || reached[cell] === 1 || !isOpen(places[cell] as number)) continue;
      reached[cell] = 1;
      queue.push(cell);
    }
  }
  return reached;
}

function neighbour(cell: number, direction: number, cells: number): number {
  return nextCell(cell, DIRECTIONS[direction] as (typeof DIRECTIONS)[number], cells / LANES);
}

/** Whether a false crossing lies between what can be reached and what cannot. */
function blocks({ isFalse, cells }: Crossing, reached: Uint8Array): boolean {
  if (!isFalse) return false;
  return cells.some((cell) => reached[cell - LANES] !== reached[cell + LANES]);
}
