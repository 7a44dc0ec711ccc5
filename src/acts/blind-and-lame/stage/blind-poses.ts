/**
 * The blind man without his rider, on the rig `pair`: upright, feeling his way, the near hand free. Pure. Lengths are
 * art units, angles degrees, `s` seconds. The origin is the ground between his feet; he faces +x.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { turn } from '../../../stage/rig/solve.ts';
import type { Direction } from '../rules/intents.ts';
import { alone, inWind } from './figures/bearing.ts';
import { CARRIER_LEG, gripOver, shoulderOf, staffAt, staffOn, type Carrier, type Hand } from './figures/carrier.ts';
import { between, clamp, mix, mixPoints, shift, swell, turnOf, wave, type Point } from '../../../stage/rig/curves.ts';
import { climbFoot, climbSink, flat, kneels, walkFoot, type Climb, type Gait } from '../../../stage/rig/legs.ts';
import { tapping } from './figures/staff.ts';

/** Art units of one cycle (two steps) of his groping walk. */
export const BLIND_GROPE_STRIDE = 128;
/** And of his walk without fear, as on a market square. */
export const BLIND_STRIDE = 224;

const GROPES: Gait = { stride: BLIND_GROPE_STRIDE, on: 0.74, strike: 4, push: 18, lift: 14, middle: -2 };
const STRIDES: Gait = { stride: BLIND_STRIDE, on: 0.62, strike: 10, push: 36, lift: 22, middle: -8 };

const READY: { readonly tip: Point; readonly hand: number } = { tip: [290, 0], hand: 142 };
export const HIPS = -232;

/** The free hand held out, feeling the air before him. */
export const guard = (c: Pick<Carrier, 'hips' | 'trunk'>, dx: number, dy: number, angle: number): Hand => {
  const [x, y] = shoulderOf(c);
  return { wrist: [x + dx, y + dy], angle, open: true };
};

export function upright(s: number, breath: number): Carrier {
  const hips: Point = [0, HIPS + 1.6 * breath];
  const trunk = 9 + breath;
  return {
    hips,
    near: flat(-26, 0, CARRIER_LEG),
    far: flat(34, 0, CARRIER_LEG),
    trunk,
    head: -5 + 4 * wave(s * 0.11),
    hand: guard({ hips, trunk }, 30, 138, -16),
    staff: staffOn(READY.tip, READY.hand),
    tails: inWind(s, -24, 7),
    beard: 3 + 3 * wave(s * 0.83, 0.1),
    sway: 2 * wave(s * 0.4),
  };
}

/** Standing, face lifted, listening to the wind. */
export function blindStand(s: number): Pose {
  return alone(upright(s, wave(s * 0.26)));
}

/** Feeling his way, phase 0…1: two small steps, a tap of the staff on either side, the free hand before him. */
export function blindGrope(phase: number): Pose {
  const p = turnOf(phase);
  const sink = wave(2 * p, -0.05);
  const body = { hips: [1.5 * wave(p, 0.1), HIPS + 5 + 3.4 * sink] as Point, trunk: 13 + 1.5 * sink };
  return alone({
    ...upright(0, 0),
    ...body,
    near: walkFoot(p, GROPES, CARRIER_LEG),
    far: walkFoot(p + 0.5, GROPES, CARRIER_LEG),
    head: -7 + 4 * wave(p, 0.2),
    hand: guard(body, 132 + 9 * wave(p, 0.1), -12 + 8 * wave(2 * p, 0.1), -104),
    staff: tapping(p, 292, 62, BLIND_GROPE_STRIDE, 142),
    tails: [-28 + 6 * wave(2 * p, 0.4), -46 + 8 * wave(2 * p, 0.6)],
    beard: 4 + 3 * wave(2 * p, 0.4),
    sway: 4 * wave(2 * p, 0.4),
  });
}

/** Walking where he knows the ground, phase 0…1. */
export function blindWalk(phase: number): Pose {
  const p = turnOf(phase);
  const sink = wave(2 * p, -0.05);
  const body = { hips: [2 * wave(2 * p, 0.05), HIPS + 2 + 6 * sink] as Point, trunk: 12 + 2 * sink };
  const swing = wave(p, -0.25);
  return alone({
    ...upright(0, 0),
    ...body,
    near: walkFoot(p, STRIDES, CARRIER_LEG),
    far: walkFoot(p + 0.5, STRIDES, CARRIER_LEG),
    head: -4 - 2 * sink,
    hand: guard(body, 24 - 52 * swing, 132 - 8 * Math.abs(swing), -20 + 20 * swing),
    staff: tapping(p, 306, 40, BLIND_STRIDE, 142),
    tails: [-14 + 8 * wave(2 * p, 0.42), -30 + 10 * wave(2 * p, 0.62)],
    beard: 6 + 5 * wave(2 * p, 0.4),
    sway: 6 * wave(2 * p, 0.4),
  });
}

/**
 * From one lane to the next, `t` 0…1: the stage moves the ground point evenly by `run` along x and by `rise` up the
 * screen (`up`) or down it (`down`); the feet stay planted in between, the near one going first.
 */
export function blindClimb(t: number, way: 'up' | 'down', rise = 0, run = 0): Pose {
  const isUp = way === 'up';
  const climb: Climb = { t: clamp(t, 0, 1), rise: isUp ? -rise : rise, run };
  const work = Math.sin(Math.PI * between(t, 0.05, 0.95));
  const base = upright(0, 0);
  const over = between(t, 0, 0.3);
  const tip: Point = [
    READY.tip[0] + run * (over - t) + 12 * work,
    climb.rise * (over - t) - 34 * Math.sin(Math.PI * clamp(t / 0.3, 0, 1)),
  ];
  const body = {
    hips: [(isUp ? 8 : -6) * work, HIPS + climbSink(climb, 0.42)] as Point,
    trunk: base.trunk + (isUp ? 9 : -4) * work,
  };
  return alone({
    ...base,
    ...body,
    near: climbFoot(climb, true, -26, isUp ? 34 : 22, CARRIER_LEG),
    far: climbFoot(climb, false, 34, isUp ? 32 : 22, CARRIER_LEG),
    head: base.head + (isUp ? -3 : 8) * work,
    hand: guard(body, 30 + 58 * work, 138 - 80 * work, -16 - 76 * work),
    staff: staffOn(tip, READY.hand),
    sway: (isUp ? 5 : -5) * work,
  });
}

const FEELS: Readonly<Record<Direction, { readonly tip: Point; readonly hand: number }>> = {
  left: { tip: [316, -86], hand: 118 },
  ahead: { tip: [352, 0], hand: 150 },
  right: { tip: [262, 62], hand: 142 },
  back: { tip: [-232, 0], hand: -44 },
};

/** The staff goes out, taps twice and stays on what it found: `t` 0…1 over the time of a feeling. */
export function blindFeel(direction: Direction, t: number, s = 0): Pose {
  const out = between(t, 0, 0.4);
  const { tip, hand } = FEELS[direction];
  const base = upright(s, 0);
  const tap = 28 * Math.abs(Math.sin(Math.PI * 2 * between(t, 0.4, 0.92)));
  const way = mixPoints(READY.tip, tip, out);
  const arc = (direction === 'back' ? 70 : 44) * Math.sin(Math.PI * out);
  const lean = { left: 6, ahead: 9, right: 12, back: -8 }[direction];
  const body = {
    hips: [(direction === 'back' ? -12 : 10) * out, HIPS + 8 * out] as Point,
    trunk: base.trunk + lean * out,
  };
  return alone({
    ...base,
    ...body,
    head: base.head + (direction === 'right' ? 10 : direction === 'back' ? -12 : 2) * out,
    hand: guard(body, mix(30, direction === 'back' ? 70 : 62, out), mix(138, 84, out), mix(-16, -70, out)),
    staff: staffOn(
      [way[0], way[1] - arc - tap],
      mix(READY.hand, hand, out) + (direction === 'back' ? 44 * Math.sin(Math.PI * out) : 0),
    ),
    sway: 5 * Math.sin(Math.PI * out),
  });
}

/** The staff strikes what is closed and springs back; he stops short. `t` 0…1 over about half a second. */
export function blindBump(t: number): Pose {
  const hit = swell(t, 0, 0.12, 0.2, 0.5);
  const back = swell(t, 0.14, 0.3, 0.5, 1);
  const ring = wave(t * 7) * (1 - t) * between(t, 0.12, 0.2);
  const base = upright(0, 0);
  const body = { hips: [14 * hit - 22 * back, HIPS + 6 * hit + 5 * back] as Point, trunk: 9 + 8 * hit - 13 * back };
  return alone({
    ...base,
    ...body,
    head: base.head + 8 * hit - 18 * back,
    hand: guard(body, 30 + 60 * back, 138 - 76 * back, -16 - 84 * back),
    staff: staffOn(
      [READY.tip[0] + 62 * hit - 28 * back, -34 * hit - 18 * back - 9 * Math.abs(ring)],
      READY.hand + 8 * hit - 12 * back,
    ),
    tails: [base.tails[0] + 22 * back, base.tails[1] + 26 * back],
    beard: 3 - 12 * hit + 14 * back,
    sway: 8 * hit - 12 * back,
  });
}

/** The ground is not where it was: he pitches forward, arms fly, he finds his feet again. `t` 0…1. */
export function blindStumble(t: number): Pose {
  const trip = swell(t, 0, 0.18, 0.5, 0.88);
  const fly = swell(t, 0.06, 0.22, 0.48, 0.74);
  const catchUp = swell(t, 0.3, 0.5, 0.74, 1);
  const base = upright(0, 0);
  const body = {
    hips: [46 * trip - 8 * catchUp, HIPS + 44 * trip + 16 * catchUp] as Point,
    trunk: 9 + 30 * trip - 8 * catchUp,
  };
  return alone({
    ...base,
    ...body,
    near: {
      x: -26 + 138 * swell(t, 0.08, 0.36, 0.72, 1),
      y: -26 - 40 * Math.sin(Math.PI * between(t, 0.06, 0.36)) - 14 * Math.sin(Math.PI * between(t, 0.72, 1)),
      tilt: -20 * swell(t, 0.08, 0.2, 0.28, 0.38),
    },
    far: { x: 34, y: -26 - 26 * swell(t, 0.08, 0.24, 0.46, 0.68), tilt: 44 * swell(t, 0.08, 0.24, 0.46, 0.68) },
    head: base.head - 22 * fly + 12 * catchUp,
    hand: guard(body, mix(30, -116, fly), mix(138, 30, fly), mix(-16, 108, fly)),
    staff: staffAt(
      mixPoints(gripOver(READY.tip, READY.hand), [246, -344], fly),
      mixPoints(READY.tip, [560, -236], fly),
    ),
    tails: [base.tails[0] + 48 * fly - 24 * catchUp, base.tails[1] + 56 * fly - 24 * catchUp],
    beard: 3 + 40 * fly,
    sway: 20 * trip - 14 * catchUp,
  });
}

/** He calls out and listens, the hand behind his ear: `t` 0…1 raises the hand, `s` lets the head turn to and fro. */
export function blindListen(t: number, s = 0): Pose {
  const k = between(t, 0, 1);
  const base = upright(s, wave(s * 0.26));
  const body = { hips: shift(base.hips, -4 * k, 2 * k), trunk: base.trunk - 3 * k };
  const sideways = wave(s * 0.32) * k;
  const [x, y] = shoulderOf(body);
  // The arm is straight for a moment as it hangs, and there the elbow turns out; then it swings up by the front.
  const lifts = between(t, 0.16, 1);
  const out = between(t, 0, 0.16);
  const [dx, dy] = turn(0, mix(mix(141, 157.8, out), 31, lifts), mix(mix(-12, -2, out), -222, lifts));
  return alone({
    ...base,
    ...body,
    head: base.head - 5 * k + 7 * sideways,
    hand: {
      wrist: [x + dx + 4 * sideways, y + dy],

      angle: mix(-16, -172, lifts),
      open: true,
      out: t > 0.16,
    },
    staff: staffOn([mix(READY.tip[0], 188, k), 0], mix(READY.hand, 122, k)),
  });
}

/** At sunset he sinks on one knee, both hands on the staff, and bows his head: `t` 0…1. */
export function blindSit(t: number, s = 0): Pose {
  const down = between(t, 0, 0.7);
  const bow = between(t, 0.4, 1);
  const breath = wave(s * 0.22);
  const base = upright(s, breath);
  const body = {
    hips: [mix(0, -10, down), mix(HIPS, -118, down) + breath] as Point,
    trunk: mix(base.trunk, 22, down) + breath,
  };
  const staff = staffOn([mix(READY.tip[0], 152, down), 0], mix(READY.hand, 128, down));
  const onStaff: Point = [staff.grip[0] - 16, staff.grip[1] + 62];
  const [x, y] = shoulderOf(body);
  return alone({
    ...base,
    ...body,
    near: kneels(-26, -118, down),
    far: flat(mix(34, 66, down), 0, CARRIER_LEG),
    head: mix(base.head, 34, bow),
    hand: { wrist: mixPoints([x + 30, y + 138], onStaff, down), angle: mix(-16, -84, down), open: down < 0.6 },
    staff,
    tails: [mix(base.tails[0], -62, bow), mix(base.tails[1], -78, bow)],
    sway: 2 * wave(s * 0.3),
  });
}
