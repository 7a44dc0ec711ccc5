/**
 * Where road and figures lie inside the opening at each form of the stage. The road is seen from the side and a little
 * from above: columns go across, lanes go down, and nothing shrinks with distance, so that columns stay upright. Pure;
 * CSS pixels.
 */
import { clamp, type Box, type StageForm, type StageLayout } from '../../../stage/layout/stage-layout.ts';
import { LANES } from '../rules/places.ts';
import { layOutMap } from './map/map-layout.ts';
import { PAIR_STRIDE } from './pair-poses.ts';

/** A cell of the road, in units of the set: from one column to the next, and from one lane to the next. */
export const CELL = { width: 150, lane: 60, back: -22, front: 38 } as const;
/** The carried pair and the lame man on his stone are about this tall, in units of their art. */
export const PAIR_UNITS = 620;
export const SEATED_UNITS = 420;
/** A rival is about this tall. */
const RIVAL_UNITS = 420;

/** How near the audience sits: one way of laying columns and lanes over the screen. */
export interface Framing {
  /** Where the cell in the camera's eye lies: the middle of its tread. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels per unit of the set's cells. */
  readonly cell: number;
  /** CSS pixels per unit of the figures. */
  readonly unit: number;
  /** How far the camera follows the walker along the road and across it, 0 (stays in the middle) to 1. */
  readonly along: number;
  readonly across: number;
}

export interface RoadLayout {
  readonly form: StageForm;
  readonly opening: Box;
  /** Walking: the figures are large, and the road goes by under them. */
  readonly near: Framing;
  /** Looking, and two players: the figures make room for the map. */
  readonly far: Framing;
  /** The road as the lame man sees it from his stone; all of it, where the screen is broad enough. */
  readonly seat: Framing;
  /** Where the lame man sits: the ground under his stone, and CSS pixels per unit of the man. */
  readonly stone: { readonly x: number; readonly y: number; readonly unit: number };
  /** Where the night begins that lies only under the map: behind it. */
  readonly nightTop: number;
  /** Foot of the mountains. */
  readonly horizon: number;
  /** The sun's way down: where it stands when the light is full, and where it has gone when the light is out. */
  readonly sun: { readonly x: number; readonly high: number; readonly low: number; readonly radius: number };
  /** CSS pixels per unit of the backdrop's drawings. */
  readonly setSize: number;
}

interface Shares {
  /** Feet of the walkers in shares of the room that is free for them, and their height as a share of it. */
  readonly x: number;
  readonly y: number;
  readonly tall: number;
  /** The same for the far framing. */
  readonly far: { readonly x: number; readonly y: number; readonly tall: number };
  /** Foot of the mountains, in shares of the opening. */
  readonly horizon: number;
  readonly set: number;
}

const WIDE: Shares = {
  x: 0.43,
  y: 0.79,
  tall: 0.7,
  far: { x: 0.36, y: 0.82, tall: 0.92 },
  horizon: 0.66,
  set: 1,
};
const TALL: Shares = {
  x: 0.38,
  y: 0.86,
  tall: 0.66,
  far: { x: 0.36, y: 0.88, tall: 0.86 },
  horizon: 0.5,
  set: 1.7,
};
const SHARES: Readonly<Record<StageForm, Shares>> = {
  wide: WIDE,
  low: { ...WIDE, y: 0.82, tall: 0.74, far: { x: 0.36, y: 0.9, tall: 0.95 } },
  tall: TALL,
  kiosk: TALL,
};

/** The pair is never smaller than this, in CSS pixels. */
export const LEAST_PAIR = 152;
/** A pair with its staff is this wide against its height. */
const PAIR_SPREAD = 1.12;
/** Smaller than this a lane cannot be told from its neighbour. */
const LEAST_LANE = 13;

/** Composes the road for a stage, a number of columns and one or two players. */
export function layOutRoad(stage: StageLayout, columns: number, hands: number): RoadLayout {
  const { opening, form } = stage;
  const share = SHARES[form];
  const upright = form === 'tall' || form === 'kiosk';
  const { clear, clearDark, scroll } = layOutMap(stage, columns, hands);
  const near = frame(clearDark, share, share.tall);
  const far = frame(clear, share.far, share.far.tall);
  const setSize = clamp((opening.width / 1490) * share.set, 0.4, 2);
  const horizon = opening.y + opening.height * share.horizon;
  const radius = Math.min(opening.width * (upright ? 0.4 : 0.34), opening.height * (upright ? 0.2 : 0.35));
  const seat = panorama(opening, clear, columns);
  return {
    form,
    opening,
    near,
    far,
    seat,
    stone: {
      x: clear.x + Math.min(clear.width * 0.2, clear.height * 0.5),
      y: seat.y - CELL.lane * seat.cell * (upright ? 1.6 : 0.8),
      unit: Math.max(LEAST_PAIR * 0.8, clear.height * (upright ? 0.5 : 0.66)) / SEATED_UNITS,
    },
    nightTop: scroll.box.y + scroll.box.height * 0.5,
    horizon,
    sun: {
      // Behind the pair's heads and the pointing hand.
      x: near.x + 70 * near.unit,
      high: upright ? near.y - 400 * near.unit : opening.y + radius * 1.12,
      low: horizon + radius * 0.7,
      radius,
    },
    setSize,
  };
}

/** Figures in a free room: as tall as it allows, and not wider than it. */
function frame(room: Box, at: { readonly x: number; readonly y: number }, share: number): Framing {
  const tall = Math.max(LEAST_PAIR, Math.min(room.height * share, room.width / PAIR_SPREAD));
  return {
    x: room.x + room.width * at.x,
    y: room.y + room.height * at.y,
    // A cell is as long as a stride: whoever stands begins the next one with the same foot.
    cell: ((tall / PAIR_UNITS) * PAIR_STRIDE) / CELL.width,
    unit: tall / PAIR_UNITS,
    along: 1,
    across: 1,
  };
}

/** All lanes, and all columns side by side where they can be told apart, in the lower part of the free room. */
function panorama(opening: Box, clear: Box, columns: number): Framing {
  const whole = (clear.width * 0.97) / ((columns + 1) * CELL.width);
  const cell = Math.max(whole, LEAST_LANE / CELL.lane);
  const below = CELL.lane * cell * (LANES / 2);
  const end = Math.min(opening.y + opening.height - 8, clear.y + clear.height);
  return {
    x: clear.x + clear.width * 0.5,
    y: end - below - CELL.lane * cell * 0.6,
    cell,
    unit: Math.max(0.07, (cell * CELL.lane * 2.4) / RIVAL_UNITS),
    along: cell > whole ? 1 : 0,
    across: 0,
  };
}

/** Where the middle of a cell's tread lies. `column` and `lane` may have fractions. Written into `into`. */
export function project(
  framing: Framing,
  eye: { readonly column: number; readonly lane: number },
  column: number,
  lane: number,
  into: { x: number; y: number },
): void {
  into.x = framing.x + (column - eye.column) * CELL.width * framing.cell;
  into.y = framing.y + (lane - eye.lane) * CELL.lane * framing.cell;
}

/** What is pressed for a cell whose tread's middle lies at `at`; null when that is smaller than `least` either way. */
export function cellBox(framing: Framing, at: { readonly x: number; readonly y: number }, least: number): Box | null {
  const width = Math.floor(CELL.width * framing.cell);
  const height = Math.floor(CELL.lane * framing.cell);
  if (width < least || height < least) return null;
  return { x: Math.round(at.x - width / 2), y: Math.round(at.y + CELL.back * framing.cell), width, height };
}

/** Where a step leads on the screen, in columns and lanes. */
const BESIDE: Readonly<Record<string, readonly [number, number]>> = {
  'step-left': [0, -1],
  'step-ahead': [1, 0],
  'step-right': [0, 1],
  'step-back': [-1, 0],
};

/** The cell to which a control steps, as `cellBox`; null for other controls. */
export function stepBox(framing: Framing, controlId: string, least: number): Box | null {
  const beside = BESIDE[controlId];
  if (!beside) return null;
  const [dx, dy] = beside;
  const at = { x: framing.x + dx * CELL.width * framing.cell, y: framing.y + dy * CELL.lane * framing.cell };
  return cellBox(framing, at, least);
}

/** Between two framings, 0 the first to 1 the second. */
export function mixFramings(a: Framing, b: Framing, t: number): Framing {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const mix = (p: number, q: number): number => p + (q - p) * t;
  return {
    x: mix(a.x, b.x),
    y: mix(a.y, b.y),
    cell: mix(a.cell, b.cell),
    unit: mix(a.unit, b.unit),
    along: mix(a.along, b.along),
    across: mix(a.across, b.across),
  };
}
