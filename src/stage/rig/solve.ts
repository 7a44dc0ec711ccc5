import type { Pose, Rig } from './rig.ts';

const RAD = Math.PI / 180;

/** Numbers per part in a solved figure: x, y, rotation (radians), scaleX, scaleY, shown (1 or 0). */
export const STRIDE = 6;

/** Room for one solved figure; make it once per puppet and reuse it. */
export function solved(rig: Rig): Float32Array {
  return new Float32Array(rig.parts.length * STRIDE);
}

/** Forward kinematics: where every part's pivot is, and how it is turned, in art units from the puppet's ground point. */
export function solve(rig: Rig, pose: Pose, out: Float32Array): Float32Array {
  const { parts, parents } = rig;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) continue;
    const up = parents[i] ?? -1;
    let x = pose.x;
    let y = pose.y;
    let r = pose.rotation * RAD;
    let visible = true;
    if (up >= 0) {
      r = out[up * STRIDE + 2] ?? 0;
      x = out[up * STRIDE] ?? 0;
      y = out[up * STRIDE + 1] ?? 0;
      visible = out[up * STRIDE + 5] === 1;
    }
    const c = Math.cos(r);
    const s = Math.sin(r);
    const [ax, ay] = part.at;
    const squash = pose.scales?.[part.name];
    const o = i * STRIDE;
    out[o] = x + ax * c - ay * s;
    out[o + 1] = y + ax * s + ay * c;
    out[o + 2] = r + (pose.angles[part.name] ?? part.rest) * RAD;
    out[o + 3] = squash?.[0] ?? 1;
    out[o + 4] = squash?.[1] ?? 1;
    out[o + 5] = visible && (pose.shown?.[part.name] ?? part.shown) ? 1 : 0;
  }
  return out;
}

/** Where a point of one part lies (art units), after `solve`. For effects: grain leaves the hand, a bolt leaves the stock. */
export function pointOn(rig: Rig, out: Float32Array, part: string, x: number, y: number): readonly [number, number] {
  const i = rig.parts.findIndex((p) => p.name === part);
  if (i < 0) throw new Error(`${rig.name} has no part ${part}`);
  const o = i * STRIDE;
  const r = out[o + 2] ?? 0;
  const c = Math.cos(r);
  const s = Math.sin(r);
  return [(out[o] ?? 0) + x * c - y * s, (out[o + 1] ?? 0) + x * s + y * c];
}

/**
 * Two-bone inverse kinematics. From a joint, reach (dx, dy) with bones of length `upper` and `lower`;
 * returns both bones' absolute angles in degrees. `bend` +1 is a knee (it points to +x), −1 an elbow.
 * A target out of reach is reached for, as far as the limb goes.
 */
export function reach(dx: number, dy: number, upper: number, lower: number, bend: 1 | -1): readonly [number, number] {
  const d = Math.max(Math.abs(upper - lower) + 0.01, Math.min(Math.sqrt(dx * dx + dy * dy), upper + lower - 0.01));
  const along = Math.atan2(-dx, dy);
  const a = Math.acos((upper * upper + d * d - lower * lower) / (2 * upper * d));
  const b = Math.acos((lower * lower + d * d - upper * upper) / (2 * lower * d));
  return [(along - bend * a) / RAD, (along + bend * b) / RAD];
}

/** A point turned by an angle in degrees. */
export function turn(x: number, y: number, degrees: number): readonly [number, number] {
  const c = Math.cos(degrees * RAD);
  const s = Math.sin(degrees * RAD);
  return [x * c - y * s, x * s + y * c];
}
