/**
 * The carried pair: one figure of two men, on the rig `pair`. Pure. Lengths are art units, angles degrees, `s` seconds.
 * The figure's origin is the ground between the carrier's feet; it faces +x. Uphill is away from the audience.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import type { Direction } from '../rules/intents.ts';
import { carried, laden, onFarShoulder, POINTS_AHEAD, READY, SEAT_MEAN, together } from './figures/bearing.ts';
import { CARRIER_LEG, gripOver, seatOf, staffAt, staffOn, type Carrier } from './figures/carrier.ts';
import {
  between,
  clamp,
  ease,
  mix,
  mixPoints,
  shift,
  swell,
  turnOf,
  wave,
  type Point,
} from '../../../stage/rig/curves.ts';
import { climbFoot, climbSink, walkFoot, type Climb, type Gait } from '../../../stage/rig/legs.ts';
import { tapping } from './figures/staff.ts';
import { swingHand, type RiderHand } from './figures/rider.ts';

export { pairArrive, pairCall, pairLook, pairReport, pairRest } from './pair-talk-poses.ts';

/** Art units of one whole cycle (two steps): move the figure by this times the phase and its feet stay planted. */
export const PAIR_STRIDE = 270;
export const PAIR_GROPE_STRIDE = 116;

const STRIDES: Gait = { stride: PAIR_STRIDE, on: 0.63, strike: 9, push: 40, lift: 24, middle: -12 };
const GROPES: Gait = { stride: PAIR_GROPE_STRIDE, on: 0.74, strike: 3, push: 17, lift: 13, middle: -4 };

/** The staff in the walk: down before the near foot, and up again when the far foot has the weight. */
const STAFF_LANDS = 0.9;
const STAFF_STAYS = 0.42;
const STAFF_AHEAD = 458;
/** Where the hand is as the tip lands, and as it leaves. */
const HAND_LANDS = 254;
const HAND_LEAVES = 238;

/** At rest under the load: breath, wind in the tails. */
export function pairStand(s: number): Pose {
  const breath = wave(s * 0.3);
  return together(laden(s, breath), carried(s, breath));
}

/** The stride of a called word, phase 0…1 from one landing of the near foot to the next. */
export function pairWalk(phase: number): Pose {
  const p = turnOf(phase);
  // Weight: lowest just after a foot has taken it, highest as the other passes.
  const sink = wave(2 * p, -0.25 + 0.2);
  const hips: Point = [3 * wave(2 * p, 0.05), -205 + 10.5 * sink];
  const carrier: Carrier = {
    ...laden(0, 0),
    hips,
    near: walkFoot(p, STRIDES, CARRIER_LEG),
    far: walkFoot(p + 0.5, STRIDES, CARRIER_LEG),
    trunk: 47 + 4 * wave(2 * p, -0.25 + 0.23),
    head: 15 + 2 * wave(2 * p, 0.1),
    staff: walkingStaff(p),
    tails: [-7 + 9 * wave(2 * p, 0.42), -20 + 11 * wave(2 * p, 0.62)],
    beard: 10 + 6 * wave(2 * p, 0.4),
    sway: 7 * wave(2 * p, 0.4) + 3 * wave(p, 0.1),
  };
  const late = wave(2 * p, -0.25 + 0.34);
  const seat = seatOf(carrier);
  return together(carrier, {
    ...carried(0, 0),
    trunk: 6 + 4.6 * late,
    head: 3 - 2.4 * late,
    far: steady(seat, 0.8),
    leg: -56 + 2.4 * late,
    thighFar: -62 + 2 * late,
    shinFar: -14 + 9 * wave(2 * p, 0.5),
    footFar: 6 + 8 * wave(2 * p, 0.58),
    tails: [-14 + 10 * wave(2 * p, 0.5), -32 + 12 * wave(2 * p, 0.7)],
    beard: 6 + 7 * wave(2 * p, 0.5),
    skirt: 18 - 4 * late,
  });
}

function walkingStaff(p: number): Carrier['staff'] {
  const since = turnOf(p - STAFF_LANDS);
  if (since < STAFF_STAYS) {
    const tip: Point = [STAFF_AHEAD - since * PAIR_STRIDE, 0];
    return staffOn(tip, mix(HAND_LANDS, HAND_LEAVES, since / STAFF_STAYS));
  }
  const t = (since - STAFF_STAYS) / (1 - STAFF_STAYS);
  const left = STAFF_AHEAD - STAFF_STAYS * PAIR_STRIDE;
  const tip: Point = [mix(left, STAFF_AHEAD, ease(t)), -30 * Math.sin(Math.PI * t)];
  return staffOn(tip, mix(HAND_LEAVES, HAND_LANDS, ease(t)));
}

/** The pointing hand: it stays on the goal while the seat heaves under it. `share` 1 is wholly still. */
function steady(seat: Point, share: number, rise = 0): RiderHand {
  const dx = (seat[0] - SEAT_MEAN[0]) * share;
  const dy = (seat[1] - SEAT_MEAN[1]) * share;
  return { ...POINTS_AHEAD, wrist: shift(POINTS_AHEAD.wrist, -dx, rise - dy) };
}

/** The slow walk of a step that nobody called: small steps, the staff tapping far side, near side. */
export function pairGrope(phase: number): Pose {
  const p = turnOf(phase);
  const sink = wave(2 * p, -0.05);
  const carrier: Carrier = {
    ...laden(0, 0),
    hips: [1.5 * wave(p, 0.1), -204 + 4 * sink],
    near: walkFoot(p, GROPES, CARRIER_LEG),
    far: walkFoot(p + 0.5, GROPES, CARRIER_LEG),
    trunk: 43 + 2 * sink,
    head: 8 + 5 * wave(p, 0.2),
    staff: tapping(p, 424, 62, PAIR_GROPE_STRIDE, 244),
    tails: [-22 + 5 * wave(2 * p, 0.4), -40 + 6 * wave(2 * p, 0.6)],
    sway: 3 * wave(2 * p, 0.4),
  };
  const late = wave(2 * p, 0.1);
  return together(carrier, {
    ...carried(0, 0),
    trunk: 9 + 2.4 * late,
    head: 12 + 6 * wave(p, 0.3),
    far: onFarShoulder,
    leg: -56 + late,
    shinFar: -12 + 5 * wave(2 * p, 0.5),
    tails: [-34 + 5 * wave(2 * p, 0.5), -52 + 6 * wave(2 * p, 0.7)],
    skirt: 17 - 2 * late,
  });
}

/** Where the staff feels, and where the hand is then. */
const FEELS: Readonly<Record<Direction, { readonly tip: Point; readonly hand: number }>> = {
  left: { tip: [432, -92], hand: 214 },
  ahead: { tip: [462, 0], hand: 244 },
  right: { tip: [392, 64], hand: 236 },
  back: { tip: [-150, 4], hand: 70 },
};

/**
 * The staff goes out, taps twice and stays on what it found: `t` 0…1 over the time of a feeling. The stage blends on
 * from there.
 */
export function pairFeel(direction: Direction, t: number, s = 0): Pose {
  const out = between(t, 0, 0.4);
  const { tip, hand } = FEELS[direction];
  const isBack = direction === 'back';
  const base = laden(s, 0);
  const tap = 26 * Math.abs(Math.sin(Math.PI * 2 * between(t, 0.4, 0.92)));
  const way = mixPoints(READY.tip, tip, out);
  const lifted: Point = [way[0], way[1] - 46 * Math.sin(Math.PI * out) - tap];
  const lean = isBack ? -9 : 4;
  const carrier: Carrier = {
    ...base,
    hips: [(isBack ? -10 : 8) * out, -205 + 3 * out],
    trunk: base.trunk + lean * out,
    head: base.head + (isBack ? -4 : -6) * out,
    staff: staffOn(lifted, mix(READY.hand, hand, out) + (isBack ? 40 * Math.sin(Math.PI * out) : 0)),
    sway: 4 * Math.sin(Math.PI * out),
  };
  return together(carrier, {
    ...carried(s, 0),
    trunk: 8 + 4 * out,
    head: mix(2, isBack ? -6 : 18, out),
    far: onFarShoulder,
  });
}

/**
 * From one lane to the next, `t` 0…1. The stage moves the ground point evenly by `run` along x and by `rise` up the
 * screen (`up`) or down it (`down`), both in art units; the feet stay planted in between: near foot first, then far.
 */
export function pairClimb(t: number, way: 'up' | 'down', rise = 0, run = 0): Pose {
  const isUp = way === 'up';
  const climb: Climb = { t: clamp(t, 0, 1), rise: isUp ? -rise : rise, run };
  const work = Math.sin(Math.PI * between(t, 0.05, 0.95));
  const base = laden(0, 0);
  // The staff goes over first, and waits there for the feet.
  const over = between(t, 0, 0.3);
  const tip: Point = [
    READY.tip[0] + run * (over - t) + 14 * work,
    climb.rise * (over - t) - 36 * Math.sin(Math.PI * clamp(t / 0.3, 0, 1)),
  ];
  const carrier: Carrier = {
    ...base,
    hips: [(isUp ? 10 : -8) * work, -206 + climbSink(climb, 0.23)],
    near: climbFoot(climb, true, 52, isUp ? 40 : 26, CARRIER_LEG),
    far: climbFoot(climb, false, -58, isUp ? 36 : 24, CARRIER_LEG),
    trunk: base.trunk + (isUp ? 7 : -9) * work,
    head: base.head + (isUp ? -4 : 8) * work,
    staff: staffOn(tip, READY.hand),
    sway: (isUp ? 6 : -6) * work,
  };
  const late = between(t, 0.1, 0.5) - between(t, 0.6, 1);
  return together(carrier, {
    ...carried(0, 0),
    trunk: 3 + (isUp ? 12 : -7) * late,
    head: 2 + (isUp ? -4 : 14) * late,
    far: steady(seatOf(carrier), 0.5, isUp ? -18 : 16),
  });
}

/** A stride met what was denied: the foot goes from under them, arms fly, and they catch themselves. `t` 0…1. */
export function pairStumble(t: number): Pose {
  const trip = swell(t, 0, 0.16, 0.5, 0.86);
  const fly = swell(t, 0.06, 0.22, 0.46, 0.72);
  const catchUp = swell(t, 0.3, 0.5, 0.74, 1);
  const shake = wave(t * 5) * swell(t, 0.2, 0.3, 0.6, 0.95);
  const base = laden(0, 0);
  const carrier: Carrier = {
    ...base,
    hips: [40 * trip - 10 * catchUp, -206 + 34 * trip + 12 * catchUp],
    near: {
      x: 52 + 74 * swell(t, 0.1, 0.34, 0.72, 1),
      y: -26 - 34 * Math.sin(Math.PI * between(t, 0.06, 0.34)) - 10 * Math.sin(Math.PI * between(t, 0.74, 1)),
      tilt: -18 * swell(t, 0.06, 0.18, 0.26, 0.36),
    },
    far: {
      x: -58,
      y: -26 - 30 * swell(t, 0.1, 0.28, 0.5, 0.7),
      tilt: 46 * swell(t, 0.1, 0.28, 0.5, 0.7),
    },
    trunk: base.trunk + 17 * trip - 8 * catchUp + 2 * shake,
    head: base.head + 12 * trip - 30 * fly,
    staff: staffAt(
      mixPoints(gripOver(READY.tip, READY.hand), [258, -322], fly),
      mixPoints(READY.tip, [520, -220], fly),
    ),
    tails: [base.tails[0] + 46 * fly - 30 * catchUp, base.tails[1] + 56 * fly - 30 * catchUp],
    beard: 6 + 34 * fly,
    sway: 22 * trip - 16 * catchUp,
  };
  return together(carrier, {
    ...carried(0, 0),
    trunk: 3 - 24 * fly + 22 * catchUp + 3 * shake,
    head: 2 - 18 * fly + 20 * catchUp,
    near: swingHand(carried(0, 0).near, { wrist: [-58, -186], angle: 150, shape: 'open' }, fly),
    far: swingHand(
      { ...POINTS_AHEAD, shape: t < 0.3 ? 'point' : 'open' },
      { wrist: [84, -214], angle: -158, shape: 'open' },
      fly,
    ),
    leg: -55 - 8 * fly,
    thighFar: -62 - 18 * fly,
    shinFar: -14 - 30 * fly,
    tails: [-26 + 50 * fly - 20 * catchUp, -43 + 60 * fly - 24 * catchUp],
    skirt: 16 + 12 * fly,
  });
}
