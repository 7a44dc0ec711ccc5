/** Puts together a pose of a figure of the muster out of legs, trunk, head and where the hands go. Units of the art; pure. */
import type { Pose } from '../rig/rig.ts';
import { reach, turn } from '../rig/solve.ts';

const UPPER = 88;
const FORE = 88;
const NEAR_SHOULDER = [-6, -146] as const;
const FAR_SHOULDER = [18, -142] as const;

/** An arm by the place its wrist goes to, seen from the waist of an upright figure (+x forward, −y up). */
export interface Arm {
  readonly wrist: readonly [number, number];
  /** The hand's own angle on the screen: 0 hangs, −90 points forward. */
  readonly hand: number;
}

/** Hips and legs: the part of a pose that the stances of the rig give. */
export interface Legs {
  readonly x: number;
  readonly y: number;
  readonly angles: Readonly<Record<string, number>>;
}

export interface Upper {
  readonly torso: number;
  readonly head: number;
  readonly near: Arm;
  readonly far: Arm;
  /** Angle on the screen of what each hand holds, whatever the wrist does: 0 as it is drawn. */
  readonly heldFar?: number;
  readonly held?: number;
  /** How far plumes, pennants and beard trail behind, in degrees. */
  readonly trail?: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function bend(torso: number, shoulder: readonly [number, number], arm: Arm): readonly [number, number, number] {
  const [x, y] = turn(shoulder[0], shoulder[1], torso);
  const [upper, fore] = reach(arm.wrist[0] - x, arm.wrist[1] - y, UPPER, FORE, -1);
  return [upper - torso, fore - upper, clamp(arm.hand - fore, -88, 88)];
}

/** The whole figure; `shown` says which pieces it wears, where its rig has several to choose from. */
export function figure(legs: Legs, upper: Upper, shown: Readonly<Record<string, boolean>> = {}): Pose {
  const near = bend(upper.torso, NEAR_SHOULDER, upper.near);
  const far = bend(upper.torso, FAR_SHOULDER, upper.far);
  const nearHand = upper.torso + near[0] + near[1] + near[2];
  const farHand = upper.torso + far[0] + far[1] + far[2];
  const trail = upper.trail ?? 0;
  return {
    x: legs.x,
    y: legs.y,
    rotation: 0,
    angles: {
      ...legs.angles,
      torso: upper.torso,
      head: clamp(upper.head - upper.torso, -35, 35),
      'upper-arm': near[0],
      forearm: near[1],
      hand: near[2],
      'upper-arm-far': far[0],
      'forearm-far': far[1],
      'hand-far': far[2],
      'held-far': (upper.heldFar ?? 0) - farHand,
      held: (upper.held ?? 50) - nearHand,
      shield: -nearHand,
      beard: clamp(-upper.head * 0.6 - upper.torso * 0.4 + trail, -30, 30),
      'torso:pauldron': 14 + clamp(near[0] * 0.25, -24, 18),
      'torso:flag-1': -74 - trail * 0.6,
      'torso:flag-2': -46 - trail * 0.8,
      'torso:flag-3': -18 - trail,
      'torso:flag-4': 34 - trail * 0.8,
      'head:feather-1': 13 + trail * 1.6,
      'head:feather-2': 31 + trail * 1.9,
    },
    // The second feather is smaller, and the foremost pennant points the other way.
    scales: { 'head:feather-1': [1.12, 1.12], 'head:feather-2': [0.92, 0.92], 'torso:flag-4': [-1, 1] },
    shown,
  };
}
