/** The picture to remember, moving: weight, the carried man's nod, the pointing hand, the staff. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAIR_STRIDE, pairWalk } from '../../../src/acts/blind-and-lame/stage/pair-poses.ts';
import { readRig, type RigSource } from '../../../src/stage/rig/rig.ts';
import { pointOn, solve, solved } from '../../../src/stage/rig/solve.ts';

const pair = readRig(
  JSON.parse(readFileSync(new URL('../../../assets/puppets/pair/rig.json', import.meta.url), 'utf8')) as RigSource,
);
const STEPS = 240;
const phases = Array.from({ length: STEPS }, (_, i) => i / STEPS);

describe('the carried walk', () => {
  const at = solved(pair);
  const track = (part: string, x: number, y: number): readonly (readonly [number, number])[] =>
    phases.map((p) => pointOn(pair, solve(pair, pairWalk(p), at), part, x, y));
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const lowest = (values: readonly number[], from: number, to: number): number => {
    const part = values.slice(Math.round(from * STEPS), Math.round(to * STEPS));
    return from + part.indexOf(Math.max(...part)) / STEPS;
  };

  it('sinks after each contact and rises as the other foot passes', () => {
    const hips = track('hips', 0, 0).map(([, y]) => y);
    expect(spread(hips)).toBeGreaterThan(18);
    for (const contact of [0, 0.5]) {
      expect(lowest(hips, contact, contact + 0.5)).toBeGreaterThan(contact + 0.03);
      expect(lowest(hips, contact, contact + 0.5)).toBeLessThan(contact + 0.18);
    }
  });

  it('lets the carried man nod late', () => {
    const hips = track('hips', 0, 0).map(([, y]) => y);
    const lean = phases.map((p) => pairWalk(p).angles['lame-trunk'] ?? 0);
    expect(spread(lean)).toBeGreaterThan(6);
    expect(lowest(lean, 0, 0.5) - lowest(hips, 0, 0.5)).toBeGreaterThan(0.04);
  });

  it('keeps the pointing hand on the goal while the seat heaves', () => {
    const finger = track('lame-point-far', 3, 62);
    const wrist = track('lame-point-far', 0, 0);
    const seat = track('lame', 0, 0);
    expect(spread(finger.map(([, y]) => y))).toBeLessThan(0.45 * spread(seat.map(([, y]) => y)));
    const aims = finger.map(([x, y], i) => Math.atan2(y - (wrist[i]?.[1] ?? 0), x - (wrist[i]?.[0] ?? 0)));
    expect(spread(aims)).toBeLessThan(0.02);
  });

  it('plants the staff before the near foot comes down, and does not drag it', () => {
    const tips = [...phases, ...phases.map((p) => p + 1)].map((p) => {
      const [x, y] = pointOn(pair, solve(pair, pairWalk(p), at), 'staff', 0, 315);
      return { p, x: x + p * PAIR_STRIDE, y };
    });
    const down = tips.filter(({ y, p }) => y > -0.6 && p >= 0.6 && p < 1.6);
    expect(Math.max(...tips.map(({ y }) => y))).toBeLessThan(1);
    expect(down.length / STEPS).toBeGreaterThan(0.35);
    expect(spread(down.map(({ x }) => x))).toBeLessThan(2);
    expect(down[0]?.p).toBeLessThan(0.97);
    expect(down[0]?.p).toBeGreaterThan(0.8);
  });

  it('holds the bound leg, and lets the gourd hang', () => {
    for (const p of phases) {
      solve(pair, pairWalk(p), at);
      const [kx, ky] = pointOn(pair, at, 'lame-splint', 0, 0);
      const [ax, ay] = pointOn(pair, at, 'lame-splint', 0, 82);
      const [gx, gy] = pointOn(pair, at, 'fist', 2, 15);
      const off = Math.abs((ax - kx) * (gy - ky) - (ay - ky) * (gx - kx)) / Math.hypot(ax - kx, ay - ky);
      expect(off).toBeLessThan(4);
      const [cx, cy] = pointOn(pair, at, 'gourd', 0, 0);
      const [bx, by] = pointOn(pair, at, 'gourd', 0, 60);
      expect(Math.abs(Math.atan2(bx - cx, by - cy))).toBeLessThan(0.25);
    }
  });
});
