/** Places for birds at a spot: rows on the sand, and wider rows on the water before it. Pure. */
import { spotX, type PondLayout } from './pond-layout.ts';

/** Places per spot on the sand and on the water; more birds than that share places, a little aside. */
export const SHORE_SLOTS = 22;
export const WATER_SLOTS = 20;
export const NO_SLOT = -1;

export interface Place {
  x: number;
  /** Feet or water line. */
  y: number;
  /** CSS pixels per unit of the art. */
  size: number;
}

/** Columns from the middle outwards, in halves of the spot's width; rows stagger. */
const ORDER = [0.06, -0.44, 0.5, -0.1, -0.72, 0.76, 0.3, -0.3, 0.62, -0.6, 0.1];

/** Rows from front (0) to back (1), so that the first birds already stand at different depths. */
const DEPTHS = [0.2, 0.75, 0.45, 1, 0, 0.6];

/** Where the n-th bird stands on the sand of a spot; the first ones stand in front. */
export function shorePlace(layout: PondLayout, spot: number, n: number, into: Place): void {
  const turn = Math.floor(n / SHORE_SLOTS);
  const k = n % SHORE_SLOTS;
  // Two birds to a row, rows staggered; the second eleven stand between the first.
  const row = Math.floor((k % 11) / 2);
  const depth = DEPTHS[row] ?? 0;
  const wobble = scatter(spot * 31 + k * 7 + turn * 53);
  const pair = (k % 11) % 2 === 0 ? -0.52 : 0.5;
  const column = pair + (row % 2 === 0 ? 0.16 : -0.16) + (k >= 11 ? 0.34 : 0) + (wobble - 0.5) * 0.3;
  into.x = spotX(layout, spot) + column * layout.pitch * 0.5;
  into.y =
    layout.frontRow + (layout.backRow - layout.frontRow) * depth + (scatter(k * 13 + spot) - 0.5) * 6 * layout.duckSize;
  into.size = layout.duckSize * (1 - 0.24 * depth);
}

/** Where the n-th bird rests on the water before a spot. */
export function waterPlace(layout: PondLayout, spot: number, n: number, into: Place): void {
  const k = n % WATER_SLOTS;
  const turn = Math.floor(n / WATER_SLOTS);
  const row = k % 5;
  const depth = (row + 0.35 * scatter(k * 17 + spot)) / 5;
  const column =
    (ORDER[(k * 4 + row * 2) % ORDER.length] ?? 0) * 1.04 + (scatter(spot * 19 + k * 11 + turn * 29) - 0.5) * 0.4;
  const near = layout.sandTop - (layout.sandTop - layout.waterTop) * 0.1;
  const far = layout.waterTop + (layout.sandTop - layout.waterTop) * 0.24;
  into.x = spotX(layout, spot) + column * layout.pitch * 0.5;
  into.y = near + (far - near) * depth;
  into.size = layout.duckSize * (0.86 - 0.36 * depth);
}

/** A number from 0 to 1 that looks drawn but is the same every time. */
export function scatter(n: number): number {
  let word = Math.imul(n + 0x9e37, 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return ((word ^ (word >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Who has which place. One board for all spots of the sand, one for the water. */
export class SlotBoard {
  readonly #taken: Int16Array;
  readonly #perSpot: number;

  constructor(spots: number, perSpot: number) {
    this.#perSpot = perSpot;
    this.#taken = new Int16Array(spots * perSpot);
  }

  /** Takes the first free place of a spot; when all are taken, shares one, aside. */
  take(spot: number, bird: number): number {
    const base = spot * this.#perSpot;
    for (let n = 0; n < this.#perSpot; n++) {
      if (this.#taken[base + n] === 0) {
        this.#taken[base + n] = 1;
        return n;
      }
    }
    const n = bird % this.#perSpot;
    this.#taken[base + n] = (this.#taken[base + n] ?? 0) + 1;
    return n + this.#perSpot * (1 + (bird % 5));
  }

  give(spot: number, slot: number): void {
    const at = spot * this.#perSpot + (slot % this.#perSpot);
    this.#taken[at] = Math.max(0, (this.#taken[at] ?? 0) - 1);
  }
}
