import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  duckCarried,
  duckFeed,
  duckFly,
  duckGlide,
  duckHeld,
  duckRest,
  duckStartle,
  duckSwim,
} from '../../../src/stage/rig/poses/duck.ts';
import {
  HOST_STRIDE,
  hostAim,
  hostDismay,
  hostGather,
  hostKneel,
  hostLaugh,
  hostLoose,
  hostPaint,
  hostSalute,
  hostStand,
  hostThrow,
  hostWalk,
} from '../../../src/stage/rig/poses/host.ts';
import { readRig } from '../../../src/stage/rig/rig.ts';
import type { Pose, Rig, RigSource } from '../../../src/stage/rig/rig.ts';
import { pointOn, solve, solved } from '../../../src/stage/rig/solve.ts';

function rigOf(name: string): Rig {
  return readRig(
    JSON.parse(readFileSync(new URL(`../../../assets/puppets/${name}/rig.json`, import.meta.url), 'utf8')) as RigSource,
  );
}
const host = rigOf('host');
const duck = rigOf('duck');
const steps = Array.from({ length: 60 }, (_, i) => i / 60);

const HOST: Readonly<Record<string, (t: number) => Pose>> = {
  stand: (t) => hostStand(t * 12),
  carry: (t) => hostStand(t * 12, ['bowl']),
  walk: hostWalk,
  kneel: (t) => hostKneel(t * 9),
  throw: hostThrow,
  aim: (t) => hostAim(-10 + 70 * t, t),
  loose: (t) => hostLoose(t, 10 + 50 * t),
  paint: (t) => hostPaint(t * 4),
  gather: (t) => hostGather(t),
  salute: hostSalute,
  laugh: (t) => hostLaugh(t * 3),
  dismay: hostDismay,
};
const DUCK: Readonly<Record<string, (t: number) => Pose>> = {
  fly: duckFly,
  glide: (t) => duckGlide(t * 3),
  rest: (t) => duckRest(t * 12),
  swim: (t) => duckSwim(t * 12),
  feed: (t) => duckFeed(t * 6),
  held: (t) => duckHeld(t * 6),
  startle: duckStartle,
  carried: (t) => duckCarried(t * 6),
};

describe.each([
  ['host', host, HOST],
  ['duck', duck, DUCK],
] as const)('%s', (_, rig, poses) => {
  it.each(Object.keys(poses))('%s keeps every joint within its range', (name) => {
    const ranges = new Map(rig.parts.map((p) => [p.name, p] as const));
    for (const t of steps) {
      const pose = poses[name]?.(t);
      if (pose === undefined) throw new Error(name);
      for (const [part, angle] of Object.entries(pose.angles)) {
        const p = ranges.get(part);
        if (p === undefined) throw new Error(`${name} poses ${part}, which the rig does not have`);
        expect(angle, `${name} ${part} at ${t}`).toBeGreaterThanOrEqual(p.range[0]);
        expect(angle, `${name} ${part} at ${t}`).toBeLessThanOrEqual(p.range[1]);
      }
      for (const part of Object.keys({ ...pose.shown, ...pose.scales }))
        expect(ranges.has(part), `${name} shows ${part}`).toBe(true);
    }
  });
});

describe('the host', () => {
  it('keeps a foot on the ground where it stands while he walks', () => {
    for (const foot of ['foot', 'foot-far']) {
      const at = solved(host);
      const slips: number[] = [];
      let planted: number | null = null;
      let steady = 0;
      for (let i = 0; i <= 400; i++) {
        const phase = i / 200;
        const [x, y] = pointOn(host, solve(host, hostWalk(phase), at), foot, 0, 26);
        const onGround = y > -0.5;
        const place = x + phase * HOST_STRIDE;
        if (onGround) steady++;
        if (onGround) slips.push(Math.abs(place - (planted ?? place)), Math.max(0, y));
        planted = onGround ? (planted ?? place) : null;
      }
      expect(Math.max(...slips), `${foot} slips or sinks`).toBeLessThan(1);
      expect(steady).toBeGreaterThan(200);
    }
  });

  it('stands with both soles on the ground, and kneels on one', () => {
    const at = solved(host);
    for (const pose of [hostStand(0), hostAim(20), hostSalute(0.6)]) {
      solve(host, pose, at);
      for (const foot of ['foot', 'foot-far']) expect(Math.abs(pointOn(host, at, foot, 0, 26)[1])).toBeLessThan(1);
    }
    solve(host, hostKneel(0), at);
    expect(Math.abs(pointOn(host, at, 'foot-far', 0, 26)[1])).toBeLessThan(1);
    expect(pointOn(host, at, 'shin', 0, 20)[1]).toBeGreaterThan(-30);
  });

  it('points the bolt where he aims', () => {
    const at = solved(host);
    for (const e of [0, 20, 45]) {
      solve(host, hostAim(e), at);
      const a = pointOn(host, at, 'crossbow', 0, 0);
      const b = pointOn(host, at, 'crossbow', 100, 0);
      expect((Math.atan2(a[1] - b[1], b[0] - a[0]) * 180) / Math.PI).toBeCloseTo(e, 3);
    }
  });
});

describe('the duck', () => {
  it('held in glue, never lifts its feet off the spot', () => {
    const at = solved(duck);
    const feet = steps.map((t) => pointOn(duck, solve(duck, duckHeld(t * 2.4), at), 'leg', 0, 35));
    for (const [x, y] of feet) {
      expect(Math.abs(x - (feet[0]?.[0] ?? 0))).toBeLessThan(16);
      expect(Math.abs(y - (feet[0]?.[1] ?? 0))).toBeLessThan(18);
    }
  });
});
