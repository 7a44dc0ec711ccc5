/**
 * The lame man alone on his stone, the map on his knees, on the rig `lame`. Pure. Lengths are art units, angles
 * degrees, `s` seconds. The origin is the ground under the stone; he faces +x, towards the markets.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import type { Direction } from '../rules/intents.ts';
import { inWind } from './figures/bearing.ts';
import { between, clamp, mix, mixPoints, swell, wave, type Point } from '../../../stage/rig/curves.ts';
import { ride, swingHand, type Rider, type RiderHand } from './figures/rider.ts';

/** The seat above the ground. */
export const SEAT: Point = [0, -120];

const ON_KNEES: { readonly near: RiderHand; readonly far: RiderHand } = {
  near: { wrist: [40, -50], angle: -62, shape: 'fist' },
  far: { wrist: [116, -62], angle: -84, shape: 'fist' },
};

export function sitting(s: number, breath: number): Rider {
  return {
    trunk: 4 + 1.4 * breath,
    head: 5 + 5 * wave(s * 0.08),
    near: { ...ON_KNEES.near, wrist: [40, -50 + breath] },
    far: { ...ON_KNEES.far, wrist: [116, -62 + breath] },
    leg: -57,
    thighFar: -80,
    shinFar: 6,
    foot: -30,
    footFar: 0,
    map: { open: 1 },
    brush: false,
    tails: inWind(s + 0.4, -34, 8),
    beard: 4 + 3 * wave(s * 0.83, 0.3),
    skirt: 4 + breath,
  };
}

export function seated(r: Rider): Pose {
  const { angles, shown, scales } = ride(r, 0);
  return { x: SEAT[0], y: SEAT[1], rotation: 0, angles: { ...angles, stone: 0 }, scales, shown };
}

/** He sits, the map on his knees, and looks along the road. */
export function lameSit(s: number): Pose {
  return seated(sitting(s, wave(s * 0.26)));
}

/** He bends over the map and reads, `t` 0…1; `s` lets the eyes go along the lines. */
export function lameRead(t: number, s = 0): Pose {
  const k = between(t, 0, 1);
  const breath = wave(s * 0.26);
  const base = sitting(s, breath);
  return seated({
    ...base,
    trunk: base.trunk + 13 * k,
    head: mix(base.head, 33 + 5 * wave(s * 0.21), k),
    near: { ...base.near, wrist: [mix(40, 48, k), mix(-50, -58, k) + breath] },
    far: { ...base.far, wrist: [mix(116, 124, k), mix(-62, -70, k) + breath] },
    beard: base.beard + 6 * k,
  });
}

const CALLS: Readonly<Record<Direction, RiderHand>> = {
  left: { wrist: [74, -204], angle: -148, shape: 'point' },
  ahead: { wrist: [134, -130], angle: -97, shape: 'point' },
  right: { wrist: [112, -24], angle: -50, shape: 'point' },
  back: { wrist: [-122, -112], angle: 94, shape: 'point' },
};

/** He calls a word that nobody walks, and points; the map stays in the other hand. `t` 0…1. */
export function lameCall(t: number, direction: Direction, s = 0): Pose {
  const breath = wave(s * 0.26);
  const lean = swell(t, 0, 0.24, 0.8, 1);
  const out = swell(t, 0.1, 0.34, 0.84, 1);
  const cry = wave(t * 3.2) * swell(t, 0.28, 0.34, 0.62, 0.72);
  const base = sitting(s, breath);
  const goal = CALLS[direction];
  return seated({
    ...base,
    trunk: base.trunk + (direction === 'back' ? -10 : direction === 'left' ? 2 : 10) * lean,
    head: base.head + (direction === 'left' ? -14 : direction === 'right' ? 12 : -6) * lean - 4 * cry,
    near: swingHand({ ...base.near, shape: out > 0.12 ? 'point' : 'fist' }, goal, out),
    beard: base.beard - 8 * cry,
  });
}

/** The rivals go by: the head follows them, `t` 0 behind him to 1 far ahead; he half rises and falls back. */
export function lameWatch(t: number, s = 0): Pose {
  const breath = wave(s * 0.26);
  const at = clamp(t, 0, 1);
  const rises = swell(at, 0.25, 0.5, 0.62, 0.9);
  const base = sitting(s, breath);
  return seated({
    ...base,
    trunk: mix(-8, 14, between(at, 0, 0.7)) + 4 * rises,
    head: mix(-22, 10, between(at, 0, 0.6)) - 6 * rises + 4 * between(at, 0.8, 1),
    near: swingHand(
      { ...base.near, shape: rises > 0.15 ? 'open' : 'fist' },
      { wrist: [96, -152], angle: -140, shape: 'open' },
      rises,
    ),
    tails: [base.tails[0] + 12 * rises, base.tails[1] + 14 * rises],
  });
}

/** Sunset, and he has not moved: the map sinks, the head sinks. `t` 0…1. */
export function lameSlump(t: number, s = 0): Pose {
  const k = between(t, 0, 0.8);
  const bow = between(t, 0.25, 1);
  const breath = wave(s * 0.2);
  const base = sitting(s, breath);
  return seated({
    ...base,
    trunk: mix(base.trunk, 30, k) + breath,
    head: mix(base.head, 62, bow),
    near: { ...base.near, wrist: mixPoints(base.near.wrist, [66, -14], k), angle: mix(base.near.angle, -34, k) },
    far: { ...base.far, wrist: mixPoints(base.far.wrist, [126, -20], k), angle: mix(base.far.angle, -52, k) },
    tails: [mix(base.tails[0], -70, bow), mix(base.tails[1], -84, bow)],
    beard: mix(base.beard, 16, bow),
    skirt: mix(base.skirt, 10, k),
  });
}
