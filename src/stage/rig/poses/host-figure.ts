import type { Pose } from '../rig.ts';
import { reach, turn } from '../solve.ts';
import type { Stance } from './host-legs.ts';

/** What the host may hold. */
export type Held =
  | 'bowl'
  | 'glue-pot'
  | 'basket'
  | 'basket-ducks'
  | 'brush'
  | 'crossbow'
  | 'string-drawn'
  | 'string-slack';

const THINGS: readonly Held[] = [
  'bowl',
  'glue-pot',
  'basket',
  'basket-ducks',
  'brush',
  'crossbow',
  'string-drawn',
  'string-slack',
];

const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v));

const UPPER = 88;
const FORE = 90;
const NEAR_SHOULDER = [-6, -146] as const;
const FAR_SHOULDER = [18, -142] as const;
/** An arm by the place its wrist goes to, seen from the waist of an upright figure (units, +x forward, −y up). */
export interface Arm {
  readonly wrist: readonly [number, number];
  /** the hand's own angle on the screen: 0 hangs, −90 points forward */
  readonly hand: number;
  readonly open?: boolean;
}

/** Everything above the belt. */
export interface Upper {
  readonly torso: number;
  readonly head: number;
  readonly near: Arm;
  readonly far: Arm;
  readonly hat?: number;
  readonly beard?: number;
  readonly sash?: number;
  readonly held?: readonly Held[];
}

/** Elbows bend one way only; a wrist that would ask for more is brought into reach by `reach`. */
function arm(torso: number, shoulder: readonly [number, number], a: Arm): readonly [number, number, number] {
  const [sx, sy] = turn(shoulder[0], shoulder[1], torso);
  const [upper, fore] = reach(a.wrist[0] - sx, a.wrist[1] - sy, UPPER, FORE, -1);
  return [upper - torso, fore - upper, clamp(a.hand - fore, -88, 88)];
}

/** Puts an upper body on a stance. Things held keep their own angle on the screen, whatever the arm does. */
export function figure(legs: Stance, u: Upper): Pose {
  const n = arm(u.torso, NEAR_SHOULDER, u.near);
  const f = arm(u.torso, FAR_SHOULDER, u.far);
  const held = u.held ?? [];
  const nearHand = u.torso + n[0] + n[1] + n[2];
  const farHand = u.torso + f[0] + f[1] + f[2];
  const grips = held.some((h) => h === 'brush' || h === 'crossbow') || u.near.open === false;
  const shown: Record<string, boolean> = {
    ...legs.shown,
    hand: !grips,
    fist: grips,
    'hand-far': u.far.open !== true,
    'palm-far': u.far.open === true,
  };
  for (const h of THINGS) shown[h] = held.includes(h);
  return {
    x: legs.x,
    y: legs.y,
    rotation: 0,
    angles: {
      ...legs.angles,
      torso: u.torso,
      head: clamp(u.head - u.torso, -35, 35),
      hat: u.hat ?? 0,
      beard: u.beard ?? clamp(-(u.head + u.torso) * 0.3, -30, 30),
      sash: u.sash ?? clamp(-u.torso * 0.8 - 6, -60, 40),
      'upper-arm': n[0],
      forearm: n[1],
      hand: n[2],
      fist: n[2],
      'upper-arm-far': f[0],
      'forearm-far': f[1],
      'hand-far': f[2],
      'palm-far': f[2],
      yoke: clamp(n[0] * 0.3, -50, 40),
      bowl: -farHand,
      'glue-pot': -farHand,
      basket: -farHand,
      brush: -6,
      crossbow: -nearHand,
    },
    shown,
  };
}
