/** The drummer: at rest, one beat, and the roll. He faces +x, the drum stands before him. Pure. */
import type { Pose } from '../rig/rig.ts';
import { standing } from '../rig/poses/host-legs.ts';
import { figure, type Arm } from './figure.ts';

const TAU = Math.PI * 2;
const wave = (t: number): number => Math.sin(t * TAU);

/** Sticks lowered, raised, and on the skin; wrists from the waist, and the angle of the stick. */
interface Stroke {
  readonly arm: Arm;
  readonly stick: number;
}

const REST: readonly [Stroke, Stroke] = [
  { arm: { wrist: [52, -18], hand: -60 }, stick: 62 },
  { arm: { wrist: [66, -34], hand: -70 }, stick: 54 },
];
const HIGH: readonly [Stroke, Stroke] = [
  { arm: { wrist: [66, -214], hand: -150 }, stick: 24 },
  { arm: { wrist: [92, -206], hand: -150 }, stick: 30 },
];
const DOWN: readonly [Stroke, Stroke] = [
  { arm: { wrist: [104, -92], hand: -96 }, stick: 82 },
  { arm: { wrist: [124, -98], hand: -96 }, stick: 84 },
];

const between = (a: Stroke, b: Stroke, k: number): Stroke => ({
  arm: {
    wrist: [
      a.arm.wrist[0] + (b.arm.wrist[0] - a.arm.wrist[0]) * k,
      a.arm.wrist[1] + (b.arm.wrist[1] - a.arm.wrist[1]) * k,
    ],
    hand: a.arm.hand + (b.arm.hand - a.arm.hand) * k,
  },
  stick: a.stick + (b.stick - a.stick) * k,
});

/** The share of a beat, of about 0.62 s, at which the stick meets the skin. */
export const STRUCK_AT = 0.16;
/** Strokes of the roll in a second. */
export const ROLL_HZ = 8;

function raised(t: number): number {
  const k = Math.min(1, Math.max(0, t));
  return k * k * (3 - 2 * k);
}

function drummer(near: Stroke, far: Stroke, torso: number, head: number, sink: number): Pose {
  return figure(standing(sink), {
    torso,
    head,
    near: near.arm,
    far: far.arm,
    held: near.stick,
    heldFar: far.stick,
  });
}

/** At rest; `t` in seconds. */
export function drummerRest(t: number): Pose {
  const breath = wave(t * 0.3);
  return drummer(REST[0], REST[1], 6 + breath, 2 + 4 * wave(t * 0.08), 2 + 1.5 * breath);
}

/** One beat, `t` 0..1: the near stick comes down at once, so that who answered hears it, then swings up and rests. */
export function drummerBeat(t: number): Pose {
  const fall = raised(t / STRUCK_AT);
  const back = raised((t - STRUCK_AT) / 0.3);
  const rest = raised((t - 0.52) / 0.48);
  const near =
    t < STRUCK_AT
      ? between(between(REST[0], HIGH[0], 0.6 * (1 - fall)), DOWN[0], fall)
      : between(between(DOWN[0], HIGH[0], 0.5 * back), REST[0], rest);
  return drummer(near, REST[1], 6 + 9 * fall * (1 - rest), 2 + 7 * fall * (1 - rest), 2 + 6 * fall * (1 - rest));
}

/** The roll, `t` in seconds, `force` 0..1: the sticks take turns, higher as it grows. */
export function drummerRoll(t: number, force: number): Pose {
  const height = 0.3 + 0.5 * force;
  const turn = wave((t * ROLL_HZ) / 2);
  const near = between(DOWN[0], HIGH[0], height * Math.max(0, turn));
  const far = between(DOWN[1], HIGH[1], height * Math.max(0, -turn));
  return drummer(near, far, 12 + 2 * turn, 8 + 3 * turn, 6 + 2 * Math.abs(turn));
}
