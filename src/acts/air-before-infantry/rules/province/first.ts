import { joinNeighbours } from './neighbours.ts';
import type { Survey } from './province.ts';

/** A town of the hand-made province. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly worth: number;
  readonly garrison: number;
  /** Estimate of its walls, and the walls. */
  readonly low: number;
  readonly high: number;
  readonly full: number;
}

/**
 * The province that teaches, in reading order. Town 4, in the middle, has five neighbours and middling walls: an
 * exhibition there reaches six of the seven. Town 3 looks easy on the map and is not: whoever marches there blind falls.
 * Town 7 is rich, far off and strong: it comes last, by word of mouth.
 */
const PLACES: readonly Place[] = [
  { x: 0.22, y: 0.14, worth: 5, garrison: 10, low: 50, high: 78, full: 60 },
  { x: 0.62, y: 0.16, worth: 6, garrison: 12, low: 56, high: 84, full: 66 },
  { x: 0.14, y: 0.47, worth: 7, garrison: 14, low: 44, high: 72, full: 72 },
  { x: 0.43, y: 0.43, worth: 6, garrison: 12, low: 50, high: 78, full: 58 },
  { x: 0.71, y: 0.52, worth: 5, garrison: 10, low: 54, high: 82, full: 62 },
  { x: 0.4, y: 0.79, worth: 4, garrison: 8, low: 50, high: 78, full: 70 },
  { x: 0.87, y: 0.85, worth: 9, garrison: 20, low: 64, high: 92, full: 88 },
];

/** Makes the hand-made province: the same for every seed. */
export function makeFirstProvince(): Survey {
  const x = Float64Array.from(PLACES, (place) => place.x);
  const y = Float64Array.from(PLACES, (place) => place.y);
  return {
    province: {
      towns: PLACES.length,
      x,
      y,
      neighbours: joinNeighbours(x, y),
      worth: Int16Array.from(PLACES, ({ worth }) => worth),
      garrison: Int16Array.from(PLACES, ({ garrison }) => garrison),
    },
    low: Int16Array.from(PLACES, ({ low }) => low),
    high: Int16Array.from(PLACES, ({ high }) => high),
    full: Int16Array.from(PLACES, ({ full }) => full),
  };
}
