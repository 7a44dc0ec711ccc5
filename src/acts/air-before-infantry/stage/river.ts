/** The river that runs from the hills to the front, and where roads cross it. Pure. */
import { pointOn, type Point, type Road } from './roads.ts';
import type { ProvinceLayout } from './province-layout.ts';

export interface River {
  /** Its middle at a height of the land, and half its width there. */
  middle(y: number): number;
  half(y: number): number;
  readonly from: number;
  readonly to: number;
}

/** A place where a road goes over the river. */
export interface Crossing {
  readonly x: number;
  readonly y: number;
  /** Angle of the road there, in radians, between −π/2 and π/2. */
  readonly turn: number;
}

export function layRiver({ view, horizon, setSize }: ProvinceLayout): River {
  const from = horizon + 4;
  const to = view.y + view.height + 4;
  const down = (y: number): number => (y - from) / (to - from);
  return {
    from,
    to,
    middle: (y) => {
      const t = down(y);
      return (
        view.x +
        view.width * (0.56 + 0.2 * t + (0.05 + 0.035 * t) * Math.sin(t * 8.6 + 0.6) + 0.03 * Math.sin(t * 4.1 + 2))
      );
    },
    half: (y) => setSize * (4 + 24 * Math.max(0, down(y)) ** 1.25),
  };
}

/** Where roads cross the river; at most one for each road. */
export function findCrossings(roads: readonly Road[], river: River): readonly Crossing[] {
  const crossings: Crossing[] = [];
  for (const road of roads) {
    let before: Point | null = null;
    for (let n = 0; n <= 24; n++) {
      const at = pointOn(road, n / 24);
      if (before !== null && Math.sign(before.x - river.middle(before.y)) !== Math.sign(at.x - river.middle(at.y))) {
        const turn = Math.atan2(at.y - before.y, at.x - before.x);
        const flat = Math.abs(turn) > Math.PI / 2 ? turn - Math.sign(turn) * Math.PI : turn;
        // Above its source there is nothing to cross.
        if ((at.y + before.y) / 2 < river.from) break;
        crossings.push({ x: (at.x + before.x) / 2, y: (at.y + before.y) / 2, turn: flat });
        break;
      }
      before = at;
    }
  }
  return crossings;
}
