import { describe, expect, it } from 'vitest';
import { mixPoses, settle, spring } from '../../../src/stage/rig/blend.ts';
import { readRig } from '../../../src/stage/rig/rig.ts';
import type { Pose } from '../../../src/stage/rig/rig.ts';
import { STRIDE, pointOn, reach, solve, solved } from '../../../src/stage/rig/solve.ts';

const rig = readRig({
  name: 'stick',
  scale: 1,
  dyes: {},
  parts: [
    { name: 'trunk', frame: 'a', z: 2 },
    { name: 'arm', frame: 'b', parent: 'trunk', at: [10, -100], z: 3, rest: 90 },
    { name: 'hand', frame: 'c', parent: 'arm', at: [0, 50], z: 1, shown: false },
  ],
});
const still: Pose = { x: 5, y: -20, rotation: 0, angles: {} };

describe('solve', () => {
  it('puts parts where a ruler would', () => {
    const at = solve(rig, { ...still, rotation: 90 }, solved(rig));
    // a quarter turn clockwise takes (10, −100) to (100, 10)
    expect(at[STRIDE]).toBeCloseTo(105, 4);
    expect(at[STRIDE + 1]).toBeCloseTo(-10, 4);
    // the arm rests at 90° and has turned by 90°: (0, 50) points straight up
    expect(at[2 * STRIDE]).toBeCloseTo(105, 4);
    expect(at[2 * STRIDE + 1]).toBeCloseTo(-60, 4);
    expect(at[2 * STRIDE + 2]).toBeCloseTo(Math.PI, 5);
  });

  it('shows what the pose shows, and hides with a parent what hangs from it', () => {
    expect(solve(rig, still, solved(rig))[2 * STRIDE + 5]).toBe(0);
    expect(solve(rig, { ...still, shown: { hand: true } }, solved(rig))[2 * STRIDE + 5]).toBe(1);
    expect(solve(rig, { ...still, shown: { hand: true, arm: false } }, solved(rig))[2 * STRIDE + 5]).toBe(0);
  });

  it('finds a point of a part', () => {
    const at = solve(rig, still, solved(rig));
    const [x, y] = pointOn(rig, at, 'arm', 0, 50);
    expect(x).toBeCloseTo(5 + 10 - 50, 4);
    expect(y).toBeCloseTo(-120, 4);
  });

  it('paints from far to near', () => {
    expect(rig.order.map((i) => rig.parts[i]?.name)).toEqual(['hand', 'trunk', 'arm']);
  });

  it('refuses a part that hangs from nothing', () => {
    expect(() =>
      readRig({ name: 'x', scale: 1, dyes: {}, parts: [{ name: 'a', frame: '', z: 0, parent: 'b' }] }),
    ).toThrow(/hangs from b/);
  });
});

describe('reach', () => {
  const end = (upper: number, lower: number, a: number, b: number): readonly [number, number] => {
    const r = Math.PI / 180;
    return [-Math.sin(a * r) * upper - Math.sin(b * r) * lower, Math.cos(a * r) * upper + Math.cos(b * r) * lower];
  };

  it('lands on the target, knee forward and elbow back', () => {
    for (const bend of [1, -1] as const) {
      const [a, b] = reach(40, 150, 116, 112, bend);
      const [x, y] = end(116, 112, a, b);
      expect(x).toBeCloseTo(40, 6);
      expect(y).toBeCloseTo(150, 6);
      expect(Math.sign(b - a)).toBe(bend);
    }
  });

  it('stretches towards what is too far', () => {
    const [a, b] = reach(0, 900, 100, 100, 1);
    expect(Math.abs(a)).toBeLessThan(1);
    expect(Math.abs(b)).toBeLessThan(1);
  });
});

describe('moving between poses', () => {
  it('goes the short way round', () => {
    const mid = mixPoses({ ...still, angles: { arm: 170 } }, { ...still, angles: { arm: -170 } }, 0.5);
    expect(mid.angles['arm']).toBeCloseTo(180, 6);
  });

  it('starts quickly, overshoots a little, settles', () => {
    expect(settle(0)).toBe(0);
    expect(settle(1)).toBe(1);
    expect(settle(0.2)).toBeGreaterThan(0.6);
    const most = Math.max(...Array.from({ length: 100 }, (_, i) => settle(i / 100)));
    expect(most).toBeGreaterThan(1.02);
    expect(most).toBeLessThan(1.1);
  });

  it('a spring does not care how long a frame is', () => {
    let fine = { value: 0, velocity: 3 };
    for (let i = 0; i < 60; i++) fine = spring(fine, 1, 2, 0.5, 1 / 60);
    const coarse = spring({ value: 0, velocity: 3 }, 1, 2, 0.5, 1);
    expect(coarse.value).toBeCloseTo(fine.value, 6);
    expect(coarse.velocity).toBeCloseTo(fine.velocity, 5);
    expect(spring({ value: 0, velocity: 0 }, 1, 3, 1, 5).value).toBeCloseTo(1, 6);
  });
});
