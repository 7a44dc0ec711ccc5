/** Curves that poses are made of. Phases and shares run 0…1; angles are degrees, clockwise; lengths are art units, y down. */

/** A point in the figure's own space: its ground point is 0,0. */
export type Point = readonly [number, number];

const TAU = Math.PI * 2;
const RAD = Math.PI / 180;

/** One swing per unit of `t`, −1…1; `lag` lets it follow late. */
export const wave = (t: number, lag = 0): number => Math.sin((t - lag) * TAU);

export const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v));

/** 0…1 with a soft beginning and a soft end. */
export function ease(t: number): number {
  const k = clamp(t, 0, 1);
  return k * k * (3 - 2 * k);
}

/** The eased share of the way from `from` to `to` that `t` has gone. */
export const between = (t: number, from: number, to: number): number => ease((t - from) / (to - from));

/** Up between `from` and `to`, down between `fall` and `gone`. */
export const swell = (t: number, from: number, to: number, fall: number, gone: number): number =>
  between(t, from, to) - between(t, fall, gone);

export const mix = (a: number, b: number, k: number): number => a + (b - a) * k;

export const mixPoints = (a: Point, b: Point, k: number): Point => [mix(a[0], b[0], k), mix(a[1], b[1], k)];

export const shift = (p: Point, dx: number, dy: number): Point => [p[0] + dx, p[1] + dy];

/** The angle of something that hangs along +y when it points from `a` to `b`. */
export const hangs = (a: Point, b: Point): number => Math.atan2(a[0] - b[0], b[1] - a[1]) / RAD;

/** What is left of a repeating phase. */
export const turnOf = (phase: number): number => phase - Math.floor(phase);

/** The same angle within half a turn of 0. */
export const within = (angle: number): number => ((((angle + 180) % 360) + 360) % 360) - 180;

/** The same angle as an arm has it at its shoulder: 125 up behind to −235, which is up and over in front. */
export const raised = (angle: number): number => ((((angle + 235) % 360) + 360) % 360) - 235;
