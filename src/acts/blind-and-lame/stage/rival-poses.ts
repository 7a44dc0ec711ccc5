/**
 * A rival porter with shoulder pole, bundle and lantern, on the rig `rival`. Pure. Lengths are art units, angles
 * degrees, `s` seconds. The origin is the ground between his feet; he faces +x.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { reach, turn } from '../../../stage/rig/solve.ts';
import { clamp, shift, turnOf, wave, type Point } from '../../../stage/rig/curves.ts';
import { flat, legTo, walkFoot, type Foot, type Gait, type LegMeasure } from '../../../stage/rig/legs.ts';

/** Art units of one cycle (two steps): he is brisk. */
export const RIVAL_STRIDE = 236;

const LEG: LegMeasure = { thigh: 92, shin: 90, sole: 22, heel: 20, toe: 48 };
const STRIDES: Gait = { stride: RIVAL_STRIDE, on: 0.56, strike: 14, push: 44, lift: 26, middle: -4 };
const NEAR_HIP: Point = [-8, 4];
const FAR_HIP: Point = [8, 4];
const SHOULDER: Point = [0, -108];
const UPPER = 70;
const FORE = 74;

interface Porter {
  readonly hips: Point;
  readonly near: Foot;
  readonly far: Foot;
  readonly trunk: number;
  readonly head: number;
  /** the pole against the level, and how its two loads swing */
  readonly pole: number;
  readonly bundle: number;
  readonly lantern: number;
  /** the near hand, from its shoulder */
  readonly hand: Point;
}

function porter(p: Porter): Pose {
  const near = legTo(shift(p.hips, ...NEAR_HIP), p.near, LEG);
  const far = legTo(shift(p.hips, ...FAR_HIP), p.far, LEG);
  const [upper, fore] = reach(p.hand[0], p.hand[1], UPPER, FORE, -1);
  // The far hand steadies the pole before the shoulder.
  const [sx, sy] = turn(SHOULDER[0], SHOULDER[1], p.trunk);
  const [hx, hy] = turn(-2, -132, p.trunk);
  const [px, py] = turn(64, -2, p.pole);
  const [upperFar, foreFar] = reach(hx + px - sx, hy + py - sy, UPPER, FORE, -1);
  return {
    x: p.hips[0],
    y: p.hips[1],
    rotation: 0,
    angles: {
      hips: 0,
      trunk: p.trunk,
      head: p.head - p.trunk,
      hat: (p.head - p.trunk) * -0.2,
      pole: p.pole - p.trunk,
      bundle: p.bundle - p.pole,
      lantern: p.lantern - p.pole,
      thigh: near.thigh,
      shin: near.shin - near.thigh,
      foot: near.foot - near.shin,
      'thigh-far': far.thigh,
      'shin-far': far.shin - far.thigh,
      'foot-far': far.foot - far.shin,
      skirt: clamp((near.thigh + far.thigh) * 0.3, -20, 24),
      'upper-arm': upper - p.trunk,
      forearm: fore - upper,
      'upper-arm-far': upperFar - p.trunk,
      'forearm-far': foreFar - upperFar,
    },
  };
}

/** Brisk and light, phase 0…1; the pole gives at every step and its loads follow late. */
export function rivalWalk(phase: number): Pose {
  const p = turnOf(phase);
  const sink = wave(2 * p, -0.08);
  const swing = wave(p, -0.25);
  return porter({
    hips: [2 * wave(2 * p), -193 + 6 * sink],
    near: walkFoot(p, STRIDES, LEG),
    far: walkFoot(p + 0.5, STRIDES, LEG),
    trunk: 10 + 2 * sink,
    head: 3 - 2 * sink,
    pole: 2 * wave(p, 0.1) + 2.4 * wave(2 * p, 0.3),
    bundle: 8 * wave(2 * p, 0.42),
    lantern: 10 * wave(2 * p, 0.5),
    hand: [16 - 52 * swing, 126 - 14 * Math.abs(swing)],
  });
}

/** Waiting at a market, the load on his shoulder. */
export function rivalStand(s: number): Pose {
  const breath = wave(s * 0.32);
  return porter({
    hips: [0, -198 + 1.5 * breath],
    near: flat(-20, 0, LEG),
    far: flat(24, 0, LEG),
    trunk: 4 + breath,
    head: 1 + 6 * wave(s * 0.12),
    pole: 1.4 * wave(s * 0.4),
    bundle: 4 * wave(s * 0.5, 0.2),
    lantern: 6 * wave(s * 0.55),
    hand: [18, 128 + breath],
  });
}
