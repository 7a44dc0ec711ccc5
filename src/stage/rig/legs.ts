/** Legs by where their feet are. A foot stands on its heel, its sole or its toe, and stays on that point. */
import { reach, turn } from './solve.ts';
import { ease, mix, turnOf, type Point } from './curves.ts';

/** A foot by its ankle; `tilt` in degrees, above 0 with the heel up. */
export interface Foot {
  readonly x: number;
  readonly y: number;
  readonly tilt: number;
}

/** What a leg is made of: lengths, and the sole's points below the ankle. */
export interface LegMeasure {
  readonly thigh: number;
  readonly shin: number;
  readonly sole: number;
  /** how far the heel is behind the ankle, and the toe before it */
  readonly heel: number;
  readonly toe: number;
}

/** Angles against the screen, in degrees. */
export interface LegAngles {
  readonly thigh: number;
  readonly shin: number;
  readonly foot: number;
}

/** One way of walking. Lengths in art units, shares of the cycle 0…1. */
export interface Gait {
  /** gone in one whole cycle: two steps */
  readonly stride: number;
  /** share of the cycle that a foot is on the ground; more than a half, for the weight must change over */
  readonly on: number;
  /** degrees that the toe is up when the heel comes down, and the heel is up when the toe leaves */
  readonly strike: number;
  readonly push: number;
  /** how high the ankle is carried */
  readonly lift: number;
  /** where the middle of the tread lies before the ground point */
  readonly middle: number;
}

/** Shares of the tread: the sole is down by the first, the heel leaves at the second. */
const SOLE_DOWN = 0.14;
const HEEL_OFF = 0.5;

/** A foot flat on the ground, its ankle over `x`. */
export function flat(x: number, y: number, m: LegMeasure): Foot {
  return { x, y: y - m.sole, tilt: 0 };
}

/** A foot that goes from standing flat over `from` to lying on its instep at `to`, the knee on the ground: `k` 0…1. */
export function kneels(from: number, to: number, k: number): Foot {
  return { x: mix(from, to, k), y: mix(-26, -19, k) - 30 * Math.sin(Math.PI * k), tilt: 142 * k };
}

function standOn(along: number, x: number, tilt: number, m: LegMeasure): Foot {
  const [dx, dy] = turn(along, m.sole, tilt);
  return { x: x - dx, y: -dy, tilt };
}

/** A foot in the tread: `q` 0…`on` of the cycle since its heel came down. */
function tread(q: number, g: Gait, m: LegMeasure): Foot {
  const x = g.middle + (g.on / 2 - q) * g.stride;
  const share = q / g.on;
  if (share < SOLE_DOWN) {
    const tilt = -g.strike * (1 - ease(share / SOLE_DOWN));
    return standOn(-m.heel, x - m.heel, tilt, m);
  }
  const k = Math.max(0, (share - HEEL_OFF) / (1 - HEEL_OFF));
  return standOn(m.toe, x + m.toe, g.push * k * Math.sqrt(k), m);
}

/** A foot of a walking figure whose ground point moves on by `stride` per phase; the heel comes down at phase 0. */
export function walkFoot(phase: number, g: Gait, m: LegMeasure): Foot {
  const q = turnOf(phase);
  if (q < g.on) return tread(q, g, m);
  const t = (q - g.on) / (1 - g.on);
  const a = tread(g.on, g, m);
  const b = tread(0, g, m);
  // It leaves with the ground's own speed and meets it again with that speed, so neither end jerks.
  const drift = -g.stride * (1 - g.on) * 0.7;
  const t2 = t * t;
  const t3 = t2 * t;
  const smooth = 3 * t2 - 2 * t3;
  const x = mix(a.x, b.x, smooth) + drift * (t3 - 2 * t2 + t + (t3 - t2));
  const raised = Math.sin(Math.PI * t) * g.lift;
  return { x, y: mix(a.y, b.y, smooth) - raised, tilt: mix(a.tilt, b.tilt, ease(t * 1.15)) };
}

/** The leg that has this foot, from its hip joint; knees point forward. */
export function legTo(hip: Point, foot: Foot, m: LegMeasure): LegAngles {
  const [thigh, shin] = reach(foot.x - hip[0], foot.y - hip[1], m.thigh, m.shin, 1);
  return { thigh, shin, foot: foot.tilt };
}

/** Where a step up or down the screen is, from one lane to the next. */
export interface Climb {
  /** share gone, 0…1, as the ground point goes */
  readonly t: number;
  /** from lane to lane: below 0 up the screen */
  readonly rise: number;
  /** along x meanwhile */
  readonly run: number;
}

/** The first foot goes in this share of a climb, the second in the other. */
const FIRST: readonly [number, number] = [0.04, 0.48];
const SECOND: readonly [number, number] = [0.5, 0.94];

/**
 * A foot of a climb, at `x` from the ground point before and after. The ground point moves evenly by `run` and `rise`;
 * the foot stays behind on its place, goes over in its turn, and waits on its new place.
 */
export function climbFoot(c: Climb, first: boolean, x: number, lift: number, m: LegMeasure): Foot {
  const [from, to] = first ? FIRST : SECOND;
  const k = Math.min(1, Math.max(0, (c.t - from) / (to - from)));
  const ahead = ease(k) - c.t;
  const tilt = c.rise < 0 ? 16 : -10;
  return {
    x: x + c.run * ahead,
    y: -m.sole + c.rise * ahead - lift * Math.sin(Math.PI * k),
    tilt: tilt * Math.sin(Math.PI * k),
  };
}

/** How far the hips give way in a climb, so that both feet can be where they are; `share` of the rise, more for straight legs. */
export function climbSink(c: Climb, share: number): number {
  return Math.abs(c.rise) * share * Math.sin(Math.PI * c.t) + 7 * Math.sin(Math.PI * ease((c.t - 0.4) / 0.3));
}
