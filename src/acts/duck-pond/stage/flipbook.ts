/** The flock's small pictures by number. */
import type { Sheet } from '../../../stage/set/sheet.ts';

/** Where each doing begins in a book. */
export const FLIP = { fly: 0, glide: 8, rest: 10, feed: 12, held: 16, startle: 20, swim: 24 } as const;
const NAMES: readonly string[] = [
  ...numbered('fly', 8),
  ...numbered('glide', 2),
  ...numbered('rest', 2),
  ...numbered('feed', 4),
  ...numbered('held', 4),
  ...numbered('startle', 4),
  ...numbered('swim', 2),
];

export interface Picture {
  readonly texture: string;
  readonly name: string;
  readonly originX: number;
  readonly originY: number;
  /** 1 over raster pixels per unit. */
  readonly per: number;
}
export type Flipbook = readonly Picture[];

export function framesOf(sheet: Sheet, dye: string): Flipbook {
  return NAMES.map((name) => {
    const piece = sheet.piece(`duck/${dye}/${name}`);
    return {
      texture: piece.texture,
      name: `duck/${dye}/${name}`,
      originX: piece.pivotX / piece.width,
      originY: piece.pivotY / piece.height,
      per: 1 / piece.scale,
    };
  });
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${name}-${n}`);
}
