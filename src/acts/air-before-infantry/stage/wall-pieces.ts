/** Which drawings make a town, by its worth and by how high its walls stand. Pure. */

export type TownKind = 'small' | 'medium' | 'large';

/** Half the width, and the height of full walls, of each kind, in units. */
export const TOWN_UNITS: Readonly<
  Record<TownKind, { readonly wide: number; readonly high: number; readonly deep: number }>
> = {
  small: { wide: 56, high: 50, deep: 13 },
  medium: { wide: 76, high: 60, deep: 17 },
  large: { wide: 100, high: 70, deep: 21 },
};
/** Full walls are seen this high in every town, so that the same number is the same height everywhere. */
export const FULL_WALLS = 66;
/** Shares of its full height at which the drawings of a wall end. */
const DRAWN_AT = [0.34, 0.51, 0.68, 0.84, 1] as const;
/** A wall that is lower than this share is not drawn at all: the town lies open. */
const OPEN_BELOW = 0.03;

/** A town's kind by its worth among those of its province. */
export function kindOf(worth: number, least: number, most: number): TownKind {
  const share = most > least ? (worth - least) / (most - least) : 0.5;
  return share < 0.34 ? 'small' : share < 0.72 ? 'medium' : 'large';
}

/** The number of coins on a town's string: its worth among those of its province, 1 to 3. */
export function coinsOf(kind: TownKind): 1 | 2 | 3 {
  return kind === 'small' ? 1 : kind === 'medium' ? 2 : 3;
}

/** The drawing of a wall, and how far it is stretched so that it is exactly as high as the number says. */
export interface WallPiece {
  name: string;
  stretch: number;
}

/** Finds the drawing for walls of `walls` points; an empty name when there is nothing left to draw. Written into `out`. */
export function findWall(kind: TownKind, walls: number, isTorn: boolean, out: WallPiece): void {
  const share = walls / 100;
  if (share < OPEN_BELOW) {
    out.name = '';
    out.stretch = 1;
    return;
  }
  let best = 0;
  for (let level = 1; level < DRAWN_AT.length; level++)
    if (Math.abs((DRAWN_AT[level] as number) - share) < Math.abs((DRAWN_AT[best] as number) - share)) best = level;
  const names = isTorn ? TORN[kind] : WHOLE[kind];
  out.name = names[best] as string;
  out.stretch = (share * FULL_WALLS) / ((DRAWN_AT[best] as number) * TOWN_UNITS[kind].high);
}

/** The drawing of the wall's far side. */
export function findBack(kind: TownKind, walls: number): string {
  return BACK[kind][walls < 22 ? 0 : walls < 55 ? 1 : 2] as string;
}

const KINDS = ['small', 'medium', 'large'] as const;
const WHOLE = namesOf((kind) => [1, 2, 3, 4, 5].map((level) => `province/wall-${kind}-${level}`));
const TORN = namesOf((kind) => [0, 1, 2, 3, 4].map((level) => `province/torn-${kind}-${level}`));
const BACK = namesOf((kind) => ['low', 'middle', 'high'].map((level) => `province/back-${kind}-${level}`));

function namesOf(name: (kind: TownKind) => readonly string[]): Readonly<Record<TownKind, readonly string[]>> {
  const names: Partial<Record<TownKind, readonly string[]>> = {};
  for (const kind of KINDS) names[kind] = name(kind);
  return names as Record<TownKind, readonly string[]>;
}
