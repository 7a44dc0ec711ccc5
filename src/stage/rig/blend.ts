import type { Pose } from './rig.ts';

/** Between two angles by the short way round. */
function turnTo(a: number, b: number, t: number): number {
  const d = ((((b - a) % 360) + 540) % 360) - 180;
  return a + d * t;
}

/**
 * A pose between two poses. Angles go the short way; what is shown changes half-way (hands swap what they hold there).
 * `t` may go past 1: the overshoot of hide on rods.
 */
export function mixPoses(a: Pose, b: Pose, t: number, rest: (part: string) => number = () => 0): Pose {
  const angles: Record<string, number> = {};
  for (const name of new Set([...Object.keys(a.angles), ...Object.keys(b.angles)])) {
    angles[name] = turnTo(a.angles[name] ?? rest(name), b.angles[name] ?? rest(name), t);
  }
  const scales: Record<string, readonly [number, number]> = {};
  for (const name of new Set([...Object.keys(a.scales ?? {}), ...Object.keys(b.scales ?? {})])) {
    const p = a.scales?.[name] ?? [1, 1];
    const q = b.scales?.[name] ?? [1, 1];
    scales[name] = [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
  }
  const shown = t < 0.5 ? a.shown : b.shown;
  return {
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
    rotation: turnTo(a.rotation, b.rotation, t),
    angles,
    scales,
    ...(shown === undefined ? {} : { shown }),
  };
}

/**
 * How a puppet moves from one pose to the next: quick start, slight overshoot (about 6 %), settle.
 * `t` 0…1 over the whole move; the answer starts at 0, ends at exactly 1.
 */
export function settle(t: number): number {
  if (t <= 0) return 0;
  if (t >= 1) return 1;
  const wave = 1 - Math.exp(-6 * t) * Math.cos(6.6 * t);
  const end = 1 - Math.exp(-6) * Math.cos(6.6);
  return wave / end;
}

/** A swinging thing: what it is at and how fast it moves. */
export interface Spring {
  readonly value: number;
  readonly velocity: number;
}

/**
 * One step of a damped spring, solved exactly, so that a slow frame never makes it explode.
 * `hertz` is its own frequency; `damping` 1 comes to rest without a swing, 0.5 swings about twice.
 */
export function spring(s: Spring, target: number, hertz: number, damping: number, seconds: number): Spring {
  const w = 2 * Math.PI * hertz;
  const x = s.value - target;
  if (damping >= 1) {
    const e = Math.exp(-w * seconds);
    const k = s.velocity + w * x;
    return { value: target + (x + k * seconds) * e, velocity: (s.velocity - w * k * seconds) * e };
  }
  const wd = w * Math.sqrt(1 - damping * damping);
  const e = Math.exp(-damping * w * seconds);
  const c = Math.cos(wd * seconds);
  const n = Math.sin(wd * seconds);
  const k = (s.velocity + damping * w * x) / wd;
  const at = e * (x * c + k * n);
  return { value: target + at, velocity: e * wd * (k * c - x * n) - damping * w * at };
}
