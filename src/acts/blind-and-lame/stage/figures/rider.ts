/** The lame man from his seat up, on a back or on a stone: where his hands are, made into joint angles. */
import { reach, turn } from '../../../../stage/rig/solve.ts';
import { clamp, hangs, mix, mixPoints, raised, shift, within, type Point } from '../../../../stage/rig/curves.ts';

const UPPER = 74;
const FORE = 68;
const SHOULDER: Point = [0, -108];
const HIP: Point = [2, -4];
const GRIP: Point = [1, 14];
/** Width of the drawn map. */
const SHEET = 120;

export type HandShape = 'open' | 'point' | 'fist';

export interface RiderHand {
  /** seen from the seat */
  readonly wrist: Point;
  /** the hand's own angle on the screen: 0 hangs, −90 points forward */
  readonly angle: number;
  readonly shape: HandShape;
}

/** Where the map is: in its case on his back, rolled in the near fist, or open between his hands (0…1 of its width). */
export type MapState = 'case' | 'rolled' | { readonly open: number };

/** Everything that is decided about the lame man at one moment. Angles are the screen's. */
export interface Rider {
  readonly trunk: number;
  readonly head: number;
  readonly near: RiderHand;
  readonly far: RiderHand;
  /** the bound leg, and the far one's two halves */
  readonly leg: number;
  readonly thighFar: number;
  readonly shinFar: number;
  readonly foot: number;
  readonly footFar: number;
  readonly map: MapState;
  readonly brush: boolean;
  /** how the tails of the hat stream: 0 straight back, below 0 hanging down behind */
  readonly tails: readonly [number, number];
  readonly beard: number;
  readonly skirt: number;
}

/** Where on the bound leg another's hand may hold it, seen from the seat; `along` units below his hip. */
export function onLeg(leg: number, along: number): Point {
  const [dx, dy] = turn(0, along, leg);
  return shift(HIP, dx, dy);
}

/**
 * A hand between two: it swings about the shoulder and never goes through it, up by the front and down by the back.
 * Its shape changes half-way.
 */
export function swingHand(a: RiderHand, b: RiderHand, k: number): RiderHand {
  const polar = (wrist: Point): Point => {
    const x = wrist[0] - SHOULDER[0];
    const y = wrist[1] - SHOULDER[1];
    const angle = hangs([0, 0], [x, y]);
    return [raised(angle), Math.sqrt(x * x + y * y)];
  };
  const [angle, far] = mixPoints(polar(a.wrist), polar(b.wrist), k);
  const [dx, dy] = turn(0, far, angle);
  return {
    wrist: shift(SHOULDER, dx, dy),
    angle: mix(a.angle, b.angle, k),
    shape: k < 0.5 ? a.shape : b.shape,
  };
}

function armTo(trunk: number, hand: RiderHand): readonly [number, number, number] {
  const [sx, sy] = turn(SHOULDER[0], SHOULDER[1], trunk);
  const [upper, fore] = reach(hand.wrist[0] - sx, hand.wrist[1] - sy, UPPER, FORE, -1);
  return [raised(upper - trunk), within(fore - upper), clamp(within(hand.angle - fore), -88, 88)];
}

/** Where the fist of a solved arm grips, seen from the seat. */
function gripOf(trunk: number, arm: readonly [number, number, number]): Point {
  const [sx, sy] = turn(SHOULDER[0], SHOULDER[1], trunk);
  const upper = trunk + arm[0];
  const fore = upper + arm[1];
  const [ux, uy] = turn(0, UPPER, upper);
  const [fx, fy] = turn(0, FORE, fore);
  const [gx, gy] = turn(GRIP[0], GRIP[1], fore + arm[2]);
  return [sx + ux + fx + gx, sy + uy + fy + gy];
}

/** The joint angles of the lame man. `seat` is the angle of what he sits on: a bent back, or 0 for a stone. */
export function ride(
  r: Rider,
  seat: number,
): {
  readonly angles: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, boolean>>;
  readonly scales: Readonly<Record<string, readonly [number, number]>>;
} {
  const a = armTo(r.trunk, r.near);
  const b = armTo(r.trunk, r.far);
  const nearHand = r.trunk + a[0] + a[1] + a[2];
  const farHand = r.trunk + b[0] + b[1] + b[2];
  const open = typeof r.map === 'object' ? r.map.open : 0;
  const isOpen = typeof r.map === 'object';
  const from = gripOf(r.trunk, b);
  const to = gripOf(r.trunk, a);
  // With the brush in the near hand the map hangs from the far one, and lies towards him.
  const held = !r.brush && r.near.shape === 'fist';
  const dx = held ? from[0] - to[0] : 84;
  const dy = held ? from[1] - to[1] : -22;
  const tilt = (Math.atan2(dy, dx) * 180) / Math.PI;
  const width = (Math.sqrt(dx * dx + dy * dy) / SHEET) * (held ? 1 : open);
  return {
    angles: {
      lame: within(-seat),
      'lame-trunk': r.trunk,
      'lame-head': clamp(r.head - r.trunk, -50, 50),
      'lame-beard': clamp(r.beard - r.head, -78, 78),
      'lame-tail': clamp(within(r.tails[0] - r.head), -108, 108),
      'lame-tail-2': clamp(within(r.tails[1] - r.head), -128, 108),
      'lame-upper-arm': a[0],
      'lame-forearm': a[1],
      'lame-hand': a[2],
      'lame-fist': a[2],
      'lame-point': a[2],
      'lame-upper-arm-far': b[0],
      'lame-forearm-far': b[1],
      'lame-palm-far': b[2],
      'lame-fist-far': b[2],
      'lame-point-far': b[2],
      'lame-roller-far': within(tilt - farHand),
      'lame-sheet': within(tilt - farHand),
      'lame-roller': within(tilt - nearHand),
      'lame-rolled': within(78 - nearHand),
      'lame-brush': within(-118 - nearHand),
      'lame-scroll': clamp(-54 - r.trunk * 0.4, -110, 30),
      'lame-skirt': r.skirt,
      'lame-thigh': r.leg,
      'lame-splint': 0,
      'lame-foot': r.foot - r.leg,
      'lame-thigh-far': r.thighFar,
      'lame-shin-far': r.shinFar - r.thighFar,
      'lame-foot-far': r.footFar - r.shinFar,
    },
    shown: {
      'lame-hand': r.near.shape === 'open',
      'lame-point': r.near.shape === 'point',
      'lame-fist': r.near.shape === 'fist',
      'lame-palm-far': r.far.shape === 'open',
      'lame-point-far': r.far.shape === 'point',
      'lame-fist-far': r.far.shape === 'fist',
      'lame-scroll': r.map === 'case',
      'lame-rolled': r.map === 'rolled',
      'lame-sheet': isOpen,
      'lame-roller': isOpen && held,
      'lame-roller-far': isOpen,
      'lame-brush': r.brush,
    },
    scales: { 'lame-sheet': [Math.max(0.02, width), 1] },
  };
}
