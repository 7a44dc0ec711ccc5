/** How the two men bear themselves when nothing is asked of them; every pose is told as its difference from this. */
import type { Pose } from '../../../../stage/rig/rig.ts';
import { turn } from '../../../../stage/rig/solve.ts';
import { carry, CARRIER_LEG, seatOf, staffOn, type Carrier } from './carrier.ts';
import { shift, wave, type Point } from '../../../../stage/rig/curves.ts';
import { flat } from '../../../../stage/rig/legs.ts';
import { onLeg, ride, type Rider, type RiderHand } from './rider.ts';

/** The near hand's grip on the bound leg: so far below the rider's hip. */
const HOLDS_AT = 134;
const HOLDS_ANGLE = -112;

/** The seat under the rider when the carrier stands as in `laden`, from the ground point. */
export const SEAT_MEAN: Point = [18, -293];

/** The staff at rest: planted well ahead, so that it never crosses his face. */
export const READY: { readonly tip: Point; readonly hand: number } = { tip: [426, 0], hand: 244 };

/** Tails in the wind, two that do not move as one; `s` in seconds. */
export const inWind = (s: number, base: number, swing: number): readonly [number, number] => [
  base + swing * wave(s * 0.83) + swing * 0.5 * wave(s * 1.9, 0.2),
  base - 17 + swing * wave(s * 0.83, 0.24) + swing * 0.6 * wave(s * 1.6, 0.5),
];

/** Bent under the load, both feet on the ground, the staff planted ahead; `breath` −1…1. */
export function laden(s: number, breath: number): Carrier {
  const hips: Point = [0, -206 + 2.4 * breath];
  return {
    hips,
    near: flat(52, 0, CARRIER_LEG),
    far: flat(-58, 0, CARRIER_LEG),
    trunk: 46 + 1.2 * breath,
    head: 15 + 1.5 * wave(s * 0.13),
    hand: { wrist: [0, 0], angle: HOLDS_ANGLE, open: false },
    staff: staffOn(READY.tip, READY.hand),
    tails: inWind(s, -16, 7),
    beard: 6 + 3 * wave(s * 0.83, 0.1),
    sway: 2 * wave(s * 0.4),
  };
}

/** The lame man at rest on the other's back: one hand on the shoulder, the other pointing ahead. */
export function carried(s: number, breath: number): Rider {
  return {
    trunk: 3 + 1.4 * breath,
    head: 2 + 3 * wave(s * 0.09),
    near: onShoulder,
    far: POINTS_AHEAD,
    leg: -55 + 0.6 * breath,
    thighFar: -62,
    shinFar: -14,
    foot: -40,
    footFar: 6,
    map: 'case',
    brush: false,
    tails: inWind(s + 0.4, -26, 8),
    beard: 4 + 3 * wave(s * 0.83, 0.3),
    skirt: 16 + 1.5 * breath,
  };
}

/** The far hand pointing to the goal, clear of the carrier's head. */
export const POINTS_AHEAD: RiderHand = { wrist: [137, -137], angle: -98, shape: 'point' };

/** The near hand on the carrier's shoulder. */
export const onShoulder: RiderHand = { wrist: [76, 0], angle: -36, shape: 'open' };

/** The far hand on the carrier's other shoulder, behind his head. */
export const onFarShoulder: RiderHand = { wrist: [82, -14], angle: -50, shape: 'open' };

/** Both men as one figure. The carrier's near hand holds the rider's bound leg unless it is lifted off. */
export function together(c: Carrier, r: Rider, holds = true): Pose {
  const seat = seatOf(c);
  const [lx, ly] = onLeg(r.leg, HOLDS_AT);
  const [gx, gy] = turn(2, 15, HOLDS_ANGLE);
  const hand = holds ? { ...c.hand, wrist: shift(seat, lx - gx, ly - gy) } : c.hand;
  const below = carry({ ...c, hand });
  const above = ride(r, c.trunk);
  return {
    x: c.hips[0],
    y: c.hips[1],
    rotation: 0,
    angles: { ...below.angles, ...above.angles },
    scales: above.scales,
    shown: { ...below.shown, ...above.shown, lame: true },
  };
}

/** The blind man without his rider, on the same rig. */
export function alone(c: Carrier): Pose {
  const below = carry(c);
  return {
    x: c.hips[0],
    y: c.hips[1],
    rotation: 0,
    angles: below.angles,
    shown: { ...below.shown, lame: false },
  };
}
