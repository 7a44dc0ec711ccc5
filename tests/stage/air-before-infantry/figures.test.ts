/** The act's figures: joints within their ranges, feet that do not slip, loops without a seam, and weight that can be seen. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  commanderGlad,
  commanderIdle,
  commanderOrder,
  commanderPoint,
  commanderSalute,
  commanderWalk,
  commanderWorry,
} from '../../../src/acts/air-before-infantry/stage/commander-poses.ts';
import {
  FALL_BACK_STRIDE,
  infantryCheer,
  infantryClimb,
  infantryFall,
  infantryFallBack,
  infantryMarch,
  infantryStand,
  infantryStorm,
  MARCH_STRIDE,
  STORM_STRIDE,
  type SoldierRole,
} from '../../../src/acts/air-before-infantry/stage/infantry-poses.ts';
import {
  craneFly,
  DRAGON_DISCS,
  dragonFly,
  swallowFly,
} from '../../../src/acts/air-before-infantry/stage/kite-poses.ts';
import {
  CREEP_STRIDE,
  scoutCreep,
  scoutLook,
  scoutReport,
} from '../../../src/acts/air-before-infantry/stage/scout-poses.ts';
import { readRig, type Pose, type Rig, type RigSource } from '../../../src/stage/rig/rig.ts';
import { pointOn, solve, solved, STRIDE } from '../../../src/stage/rig/solve.ts';

const asset = (path: string): URL => new URL(`../../../assets/puppets/${path}`, import.meta.url);
const rigOf = (name: string): Rig => readRig(JSON.parse(readFileSync(asset(`${name}/rig.json`), 'utf8')) as RigSource);
const STEPS = 240;
const shares = Array.from({ length: STEPS }, (_, i) => i / STEPS);
const ROLES: readonly SoldierRole[] = ['spear', 'banner', 'shield', 'drum', 'bare'];

type Poses = Readonly<Record<string, (t: number) => Pose>>;
const asRoles = (name: string, pose: (t: number, role: SoldierRole) => Pose): Poses =>
  Object.fromEntries(ROLES.map((role) => [`${name}, ${role}`, (t: number) => pose(t, role)]));

/** Every pose of every rig, over a share of 0…1. */
const FIGURES: Readonly<Record<string, Poses>> = {
  infantry: {
    ...asRoles('stand', (t, role) => infantryStand(t * 5, role)),
    ...asRoles('march', infantryMarch),
    ...asRoles('storm', infantryStorm),
    ...asRoles('climb', infantryClimb),
    ...asRoles('fall back', infantryFallBack),
    ...asRoles('cheer', (t, role) => infantryCheer(t * 2.4, role)),
    ...asRoles('fall', infantryFall),
  },
  scout: {
    creep: (t) => scoutCreep(t * 4),
    'look low': (t) => scoutLook(t, t * 9, -10),
    'look high': (t) => scoutLook(1, t * 20, 40),
    report: (t) => scoutReport(t * 6),
  },
  commander: {
    idle: (t) => commanderIdle(t * 30),
    'point down': (t) => commanderPoint(t, -20, t * 4),
    'point up': (t) => commanderPoint(t, 60, t * 4),
    order: commanderOrder,
    worry: (t) => commanderWorry(t * 20),
    salute: commanderSalute,
    glad: (t) => commanderGlad(t * 6),
    walk: commanderWalk,
  },
  'kite-swallow': { fly: (t) => swallowFly(t * 8), bank: (t) => swallowFly(t * 4, 2 * t - 1) },
  'kite-dragon': { fly: (t) => dragonFly(t * 20), roar: (t) => dragonFly(t * 4, t) },
  'kite-crane': { fly: (t) => craneFly(t * 20, false), laden: (t) => craneFly(t * 20, true) },
};

/** Where a foot's lowest point is, and where along the road. */
function lowest(rig: Rig, pose: Pose, foot: string, along: readonly number[]): { y: number; x: number } {
  const at = solve(rig, pose, solved(rig));
  const points = along.map((x) => pointOn(rig, at, foot, x, 22));
  const [x, y] = points.reduce((low, point) => (point[1] > low[1] ? point : low));
  return { x, y };
}

describe.each(Object.entries(FIGURES))('the rig %s', (name, poses) => {
  const rig = rigOf(name);

  it('has a drawing for every part', () => {
    const drawn = rig.parts.map(({ frame }) => frame.replace('{dye}/', '')).filter((frame) => frame !== '');
    expect(drawn.filter((frame) => !existsSync(asset(`${frame}.svg`)))).toEqual([]);
  });

  it.each(Object.keys(poses))('keeps its joints within their ranges: %s', (pose) => {
    const stray = new Set<string>();
    for (const t of [...shares, 1]) {
      const { angles, x, y, rotation } = (poses[pose] as (t: number) => Pose)(t);
      for (const value of [x, y, rotation, ...Object.values(angles)]) expect(Number.isFinite(value)).toBe(true);
      for (const part of rig.parts) {
        const angle = angles[part.name] ?? part.rest;
        const [low, high] = part.range;
        if (angle < low - 0.01 || angle > high + 0.01) stray.add(`${part.name} ${angle.toFixed(0)} at ${t.toFixed(2)}`);
      }
    }
    expect([...stray].slice(0, 4)).toEqual([]);
  });

  it.each(Object.keys(poses))('moves without jumps: %s', (pose) => {
    const at = shares.map((t) => solve(rig, (poses[pose] as (t: number) => Pose)(t), solved(rig)));
    for (const [n, now] of at.slice(1).entries()) {
      const before = at[n] as Float32Array;
      for (const [i, part] of rig.parts.entries()) {
        const o = i * STRIDE;
        if (now[o + 5] !== 1) continue;
        const gone = Math.hypot((now[o] ?? 0) - (before[o] ?? 0), (now[o + 1] ?? 0) - (before[o + 1] ?? 0));
        expect(gone, `${part.name} at ${n}`).toBeLessThan(32);
      }
    }
  });
});

describe('feet', () => {
  const infantry = rigOf('infantry');
  const scout = rigOf('scout');

  it.each([
    ['march', infantry, (t: number) => infantryMarch(t, 'spear'), MARCH_STRIDE],
    ['storm', infantry, (t: number) => infantryStorm(t, 'spear'), STORM_STRIDE],
    ['fall back', infantry, (t: number) => infantryFallBack(t, 'spear'), FALL_BACK_STRIDE],
    ['creep', scout, scoutCreep, CREEP_STRIDE],
  ] as const)('stay where they are on the ground: %s', (_, rig, pose, stride) => {
    for (const foot of ['foot', 'foot-far']) {
      let rest = 0;
      for (const [i, t] of shares.entries()) {
        const here = lowest(rig, pose(t), foot, [-20, 44]);
        expect(here.y).toBeLessThan(2.5);
        const next = (i + 1) / STEPS;
        const there = lowest(rig, pose(next), foot, [-20, 44]);
        if (here.y < -0.6 || there.y < -0.6) continue;
        rest += 1;
        // The heel hands over to the toe once in a step: that is a change of point, not a slip.
        const slip = Math.abs(there.x + next * stride - here.x - t * stride);
        expect(Math.min(slip, Math.abs(slip - 64)), `${foot} at ${t.toFixed(3)}`).toBeLessThan(3);
      }
      expect(rest).toBeGreaterThan(STEPS * 0.3);
    }
  });

  it.each([
    ['march', (t: number) => infantryMarch(t, 'banner')],
    ['storm', (t: number) => infantryStorm(t, 'shield')],
    ['climb', (t: number) => infantryClimb(t, 'bare')],
    ['fall back', (t: number) => infantryFallBack(t, 'drum')],
    ['the commander', commanderWalk],
  ] as const)('come round to where they began: %s', (_, pose) => {
    const first = pose(0);
    const last = pose(1 - 1e-9);
    for (const [part, angle] of Object.entries(first.angles)) expect(last.angles[part], part).toBeCloseTo(angle, 2);
  });
});

describe('what is told by a pose alone', () => {
  const headOf = (name: string, pose: Pose): readonly [number, number] => {
    const rig = rigOf(name);
    return pointOn(rig, solve(rig, pose, solved(rig)), 'head', 0, -60);
  };
  const heldOf = (pose: Pose): readonly [number, number] => {
    const rig = rigOf('commander');
    return pointOn(rig, solve(rig, pose, solved(rig)), 'held', 0, -150);
  };

  it('a soldier who falls back carries his head lower than one who marches, and one who has fallen lowest', () => {
    const marching = headOf('infantry', infantryMarch(0.2, 'spear'))[1];
    const back = headOf('infantry', infantryFallBack(0.2, 'spear'))[1];
    const fallen = headOf('infantry', infantryFall(1, 'spear'))[1];
    expect(back).toBeGreaterThan(marching + 20);
    expect(fallen).toBeGreaterThan(back + 120);
  });

  it('each role carries its own thing', () => {
    const carried = ROLES.map((role) => JSON.stringify(infantryMarch(0, role).shown));
    expect(new Set(carried).size).toBe(ROLES.length);
  });

  it('the baton points where it is told to', () => {
    for (const elevation of [-15, 10, 45]) {
      const rig = rigOf('commander');
      const at = solve(rig, commanderPoint(1, elevation), solved(rig));
      const [gx, gy] = pointOn(rig, at, 'held', 0, 0);
      const [tx, ty] = pointOn(rig, at, 'held', 0, -150);
      expect((Math.atan2(gy - ty, tx - gx) * 180) / Math.PI).toBeCloseTo(elevation, 0);
    }
  });

  it('the order goes up before it comes down', () => {
    const up = heldOf(commanderOrder(0.42))[1];
    const end = heldOf(commanderOrder(1))[1];
    expect(up).toBeLessThan(end - 200);
  });

  it('the scout holds the glass at his eye', () => {
    const rig = rigOf('scout');
    for (const elevation of [-10, 8, 40]) {
      const at = solve(rig, scoutLook(1, 0, elevation), solved(rig));
      const eye = pointOn(rig, at, 'head', 36, -63);
      const piece = pointOn(rig, at, 'held', -54, 0);
      expect(Math.hypot(eye[0] - piece[0], eye[1] - piece[1])).toBeLessThan(26);
    }
  });

  it('the dragon gets smaller towards its tail', () => {
    const { scales = {} } = dragonFly(1.3);
    for (let disc = 2; disc <= DRAGON_DISCS; disc++)
      expect(scales[`disc-${disc}`]?.[1]).toBeLessThan(scales[`disc-${disc - 1}`]?.[1] ?? 0);
  });

  it('only a laden crane shows its letter', () => {
    expect(craneFly(0, true).shown?.['letter']).toBe(true);
    expect(craneFly(0, false).shown?.['letter']).toBe(false);
  });
});
