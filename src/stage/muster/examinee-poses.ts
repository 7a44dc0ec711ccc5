/** The examinee's poses: waiting, walking, mounting a step, and how each rank stands and salutes. Pure. */
import type { Pose } from '../rig/rig.ts';
import { reach } from '../rig/solve.ts';
import { standing, walking } from '../rig/poses/host-legs.ts';
import { AT_EASE, AT_SALUTE, KEEPS } from './bearings.ts';
import { figure, type Arm, type Legs, type Upper } from './figure.ts';
import { shownIn, type MusterRank } from './kit.ts';

/** Art units from where a climb begins to where it ends; it begins this far before the edge of the step. */
export const CLIMB_RUN = 136;
export const CLIMB_BEFORE = 88;

const TAU = Math.PI * 2;
const SOLE = 26;
const wave = (t: number, lag = 0): number => Math.sin((t - lag) * TAU);
const ease = (t: number): number => {
  const k = Math.min(1, Math.max(0, t));
  return k * k * (3 - 2 * k);
};
const between = (t: number, from: number, to: number): number => ease((t - from) / (to - from));
const mix = (a: number, b: number, k: number): number => a + (b - a) * k;

/** The recruit at attention before the platform; `t` in seconds, `beat` 0..1 how fresh the last beat of the drum is. */
export function waitPose(t: number, beat = 0): Pose {
  const breath = wave(t * 0.26);
  const look = 5 * wave(t * 0.07) + 3 * wave(t * 0.11, 0.3);
  return figure(
    standing(1.5 + 1.5 * breath + 5 * beat),
    {
      torso: 1 + breath + 2 * beat,
      head: -5 + look - 5 * beat,
      near: { wrist: [-2, 22 + breath], hand: -8 },
      far: { wrist: [30, 20 + breath], hand: -10 },
      trail: breath,
    },
    shownIn('recruit'),
  );
}

/** Walking up; phase 0..1 is two steps, `HOST_STRIDE` units. */
export function walkPose(phase: number): Pose {
  const swing = wave(phase, -0.25);
  return figure(
    walking(phase),
    {
      torso: 6 + 1.5 * wave(phase * 2, 0.1),
      head: -3 - 2 * wave(phase * 2, 0.2),
      near: { wrist: [6 - 58 * swing, 8 - 12 * Math.abs(swing)], hand: -18 + 20 * swing },
      far: { wrist: [26 + 54 * swing, 8 - 12 * Math.abs(swing)], hand: -18 - 20 * swing },
      trail: 6 * wave(phase * 2, 0.3),
    },
    shownIn('recruit'),
  );
}

/**
 * Mounts a step of `rise` units, `t` 0..1, seen from the ground where it began: at 1 the figure stands `CLIMB_RUN`
 * farther and `rise` higher. The near foot goes first, the hand presses on the knee, the far foot follows.
 */
export function climbPose(t: number, rise: number): Pose {
  const first = between(t, 0, 0.42);
  const second = between(t, 0.5, 0.94);
  const forward = 0.36 * between(t, 0.08, 0.46) + 0.64 * between(t, 0.42, 0.92);
  const up = between(t, 0.44, 0.9);
  const hips = [CLIMB_RUN * forward, -258 + 8 * between(t, 0.1, 0.4) - 8 * between(t, 0.5, 0.8) - rise * up] as const;
  const foot = (from: number, way: number, lift: number): readonly [number, number] => [
    from + CLIMB_RUN * ease(way),
    -SOLE - rise * Math.min(1, way * 1.9) - lift * Math.sin(Math.PI * way),
  ];
  const near = foot(-28, first, 26);
  const far = foot(34, second, 18);
  const nearLeg = reach(near[0] - hips[0] + 14, near[1] - hips[1] - 10, 116, 112, 1);
  const farLeg = reach(far[0] - hips[0] - 16, far[1] - hips[1] - 12, 116, 112, 1);
  const push = Math.sin(Math.PI * between(t, 0.12, 0.9));
  const front = Math.min(nearLeg[0], farLeg[0]);
  const back = Math.max(nearLeg[0], farLeg[0]);
  const legs: Legs = {
    x: hips[0],
    y: hips[1],
    angles: {
      thigh: nearLeg[0],
      shin: nearLeg[1] - nearLeg[0],
      foot: -nearLeg[1] + 14 * Math.sin(Math.PI * first),
      'thigh-far': farLeg[0],
      'shin-far': farLeg[1] - farLeg[0],
      'foot-far': -farLeg[1] + 30 * Math.sin(Math.PI * second) * (1 - second),
      skirt: Math.max(-30, Math.min(24, back * 0.3 + front * 0.34)),
      flap: Math.max(-50, Math.min(8, front * 0.5 + 3)),
    },
  };
  return figure(
    legs,
    {
      torso: 2 + 17 * push,
      head: -4 - 6 * push,
      near: { wrist: [mix(-2, 62, push), mix(20, 6, push)], hand: mix(-8, -40, push) },
      far: { wrist: [mix(30, -8, push), mix(20, 12, push)], hand: mix(-10, 18, push) },
      trail: -8 * push,
    },
    shownIn('recruit'),
  );
}

const blend = (a: Arm, b: Arm, k: number, breath: number): Arm => ({
  wrist: [mix(a.wrist[0], b.wrist[0], k), mix(a.wrist[1], b.wrist[1], k) + breath],
  hand: mix(a.hand, b.hand, k),
});

/** In the dress of a rank: `t` in seconds for the breath, `raised` 0 at ease, 1 at the height of the salute. */
export function rankPose(rank: MusterRank, t: number, raised: number, trail = 0): Pose {
  const low = AT_EASE[rank];
  const high = AT_SALUTE[rank];
  const breath = wave(t * 0.24);
  const upper: Upper = {
    torso: mix(low.torso, high.torso, raised) + 0.8 * breath,
    head: mix(low.head, high.head, raised) + 3 * wave(t * 0.09) * (1 - raised),
    near: blend(low.near, high.near, raised, breath),
    far: blend(low.far, high.far, raised, breath),
    heldFar: mix(low.heldFar, high.heldFar, raised) + 0.6 * breath,
    held: mix(low.held, high.held, raised),
    trail: trail + 2.4 * wave(t * 0.31) + 1.2 * wave(t * 0.53, 0.2),
  };
  const legs = standing(1.5 + 1.5 * breath + (rank === 'low-soldier' ? 6 * raised : 0));
  return figure(legs, upper, shownIn(rank));
}

/** The salute, `t` 0..1 over about 1.8 s: up quickly with a little too much, held, and down to what the rank keeps. */
export function raisedAt(rank: MusterRank, t: number): number {
  const up = between(t, 0, 0.26);
  const over = 0.09 * Math.sin(Math.PI * between(t, 0.2, 0.5));
  const down = between(t, 0.68, 1) * (1 - KEEPS[rank]);
  return up + over - down;
}

/** Where a salute is left when it is over. */
export function raisedAfter(rank: MusterRank): number {
  return KEEPS[rank];
}
