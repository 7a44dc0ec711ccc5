/** The act's figures: joints within their ranges, feet and staff that do not slip, and weight that can be seen. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BLIND_GROPE_STRIDE,
  BLIND_STRIDE,
  blindBump,
  blindClimb,
  blindFeel,
  blindGrope,
  blindListen,
  blindSit,
  blindStand,
  blindStumble,
  blindWalk,
} from '../../../src/acts/blind-and-lame/stage/blind-poses.ts';
import {
  lameCall,
  lameRead,
  lameSit,
  lameSlump,
  lameWatch,
} from '../../../src/acts/blind-and-lame/stage/lame-poses.ts';
import {
  ASTRIDE,
  blindOffer,
  lameClimb,
  LOW_SEAT,
  pairRise,
  RISE_RUN,
  riseShare,
} from '../../../src/acts/blind-and-lame/stage/mount-poses.ts';
import {
  PAIR_GROPE_STRIDE,
  PAIR_STRIDE,
  pairArrive,
  pairCall,
  pairClimb,
  pairFeel,
  pairGrope,
  pairLook,
  pairReport,
  pairRest,
  pairStand,
  pairStumble,
  pairWalk,
} from '../../../src/acts/blind-and-lame/stage/pair-poses.ts';
import { RIVAL_STRIDE, rivalStand, rivalWalk } from '../../../src/acts/blind-and-lame/stage/rival-poses.ts';
import { DIRECTIONS } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import { readRig, type Pose, type Rig, type RigSource } from '../../../src/stage/rig/rig.ts';
import { pointOn, solve, solved, STRIDE as POSED } from '../../../src/stage/rig/solve.ts';

const asset = (path: string): URL => new URL(`../../../assets/puppets/${path}`, import.meta.url);
const rigOf = (name: string): Rig => readRig(JSON.parse(readFileSync(asset(`${name}/rig.json`), 'utf8')) as RigSource);
const pair = rigOf('pair');
const lame = rigOf('lame');
const rival = rigOf('rival');
const STEPS = 240;
const phases = Array.from({ length: STEPS }, (_, i) => i / STEPS);

type Poses = Readonly<Record<string, (t: number) => Pose>>;
const each = (name: string, pose: (direction: (typeof DIRECTIONS)[number], t: number) => Pose): Poses =>
  Object.fromEntries(DIRECTIONS.map((to) => [`${name} ${to}`, (t: number) => pose(to, t)]));

const PAIR: Poses = {
  stand: (t) => pairStand(t * 20),
  walk: pairWalk,
  grope: pairGrope,
  ...each('feel', (to, t) => pairFeel(to, t, t * 3)),
  'climb up': (t) => pairClimb(t, 'up', 109),
  'climb down': (t) => pairClimb(t, 'down', 109),
  stumble: pairStumble,
  look: (t) => pairLook(t, t * 9),
  ...each('call', (to, t) => pairCall(t, to, t * 2)),
  ...each('call over the map,', (to, t) => pairCall(t, to, 1, 1)),
  report: (t) => pairReport(t, t * 2),
  arrive: (t) => pairArrive(t, t * 5),
  rest: (t) => pairRest(t, t * 5),
  rise: (t) => pairRise(t, t * 2),
};
const BLIND: Poses = {
  stand: (t) => blindStand(t * 20),
  grope: blindGrope,
  walk: blindWalk,
  ...each('feel', (to, t) => blindFeel(to, t, t)),
  'climb up': (t) => blindClimb(t, 'up', 109),
  'climb down': (t) => blindClimb(t, 'down', 109),
  bump: blindBump,
  stumble: blindStumble,
  listen: (t) => blindListen(t, t * 6),
  sit: (t) => blindSit(t, t * 6),
  offer: (t) => blindOffer(t, t * 2),
};
const LAME: Poses = {
  sit: (t) => lameSit(t * 20),
  read: (t) => lameRead(t, t * 9),
  ...each('call', (to, t) => lameCall(t, to, t)),
  watch: (t) => lameWatch(t, t * 5),
  slump: (t) => lameSlump(t, t * 5),
  climb: (t) => lameClimb(t, t),
};
const RIVAL: Poses = { walk: rivalWalk, stand: (t) => rivalStand(t * 20) };

describe.each([
  ['pair', pair, PAIR],
  ['blind', pair, BLIND],
  ['lame', lame, LAME],
  ['rival', rival, RIVAL],
] as const)('%s', (_, rig, poses) => {
  it.each(Object.keys(poses))('%s keeps every joint within its range, and does not jump', (name) => {
    const parts = new Map(rig.parts.map((part) => [part.name, part] as const));
    const at = solved(rig);
    let before = new Map<string, readonly [number, number]>();
    for (const t of [...phases, 1]) {
      const pose = poses[name]?.(t);
      if (pose === undefined) throw new Error(name);
      for (const [part, angle] of Object.entries(pose.angles)) {
        const range = parts.get(part)?.range;
        if (range === undefined) throw new Error(`${name} poses ${part}, which the rig does not have`);
        expect(angle, `${part} at ${t}`).toBeGreaterThanOrEqual(range[0]);
        expect(angle, `${part} at ${t}`).toBeLessThanOrEqual(range[1]);
      }
      for (const part of Object.keys({ ...pose.shown, ...pose.scales }))
        expect(parts.has(part), `${name} shows ${part}`).toBe(true);
      solve(rig, pose, at);
      const places = new Map<string, readonly [number, number]>();
      for (const [i, part] of rig.parts.entries()) {
        if (at[i * POSED + 5] !== 1) continue;
        const [x, y] = pointOn(rig, at, part.name, 0, 0);
        const [bx, by] = before.get(part.name) ?? [x, y];
        expect(Math.hypot(x - bx, y - by), `${part.name} at ${t}`).toBeLessThan(20);
        places.set(part.name, [x, y]);
      }
      before = places;
    }
  });

  it('has a drawing for every part', () => {
    const frames = rig.parts.map(({ frame }) => frame).filter((frame) => frame !== '');
    for (const frame of frames) expect(existsSync(asset(`${frame.replace('{dye}/', '')}.svg`)), frame).toBe(true);
  });
});

interface Contact {
  /** Farthest that a planted point moved over the ground, and farthest that any point sank into it. */
  readonly slip: number;
  readonly sink: number;
  /** Share of the cycle with any point on the ground. */
  readonly on: number;
}

/** Follows heel and toe of one foot over two cycles of a walk whose ground point moves on by `stride` per phase. */
function contactOf(
  rig: Rig,
  walk: (p: number) => Pose,
  stride: number,
  foot: string,
  points: readonly [number, number][],
): Contact {
  const at = solved(rig);
  let slip = 0;
  let sink = 0;
  let on = 0;
  const planted = new Map<number, number>();
  for (let i = 0; i <= 2 * STEPS; i++) {
    const phase = i / STEPS;
    solve(rig, walk(phase), at);
    let touches = false;
    for (const [k, [px, py]] of points.entries()) {
      const [x, y] = pointOn(rig, at, foot, px, py);
      sink = Math.max(sink, y);
      if (y < -0.6) {
        planted.delete(k);
        continue;
      }
      touches = true;
      const place = x + phase * stride;
      const first = planted.get(k);
      if (first === undefined) planted.set(k, place);
      else slip = Math.max(slip, Math.abs(place - first));
    }
    if (touches) on++;
  }
  return { slip, sink, on: on / (2 * STEPS + 1) };
}

const SANDAL: readonly [number, number][] = [
  [-26, 26],
  [60, 26],
];
const SHOE: readonly [number, number][] = [
  [-20, 22],
  [48, 22],
];

describe('feet', () => {
  it.each([
    ['pair walk', pair, pairWalk, PAIR_STRIDE, SANDAL],
    ['pair grope', pair, pairGrope, PAIR_GROPE_STRIDE, SANDAL],
    ['blind walk', pair, blindWalk, BLIND_STRIDE, SANDAL],
    ['blind grope', pair, blindGrope, BLIND_GROPE_STRIDE, SANDAL],
    ['rival walk', rival, rivalWalk, RIVAL_STRIDE, SHOE],
  ] as const)('%s: what stands on the ground stays there', (_, rig, walk, stride, points) => {
    for (const foot of ['foot', 'foot-far']) {
      const { slip, sink, on } = contactOf(rig, walk, stride, foot, points);
      expect(slip, `${foot} slips`).toBeLessThan(2);
      expect(sink, `${foot} sinks`).toBeLessThan(1);
      expect(on, `${foot} carries`).toBeGreaterThan(0.5);
    }
  });

  it.each([
    ['pair', pairClimb, 'up'],
    ['pair', pairClimb, 'down'],
    ['blind man', blindClimb, 'up'],
    ['blind man', blindClimb, 'down'],
  ] as const)('the %s climbs with the standing foot on its place', (_, climb, way) => {
    const at = solved(pair);
    const rise = 109;
    const run = 24;
    const sign = way === 'up' ? -1 : 1;
    const seen = { foot: [] as [number, number][], 'foot-far': [] as [number, number][] };
    for (const t of [...phases, 1]) {
      solve(pair, climb(t, way, rise, run), at);
      for (const foot of ['foot', 'foot-far'] as const) {
        const [x, y] = pointOn(pair, at, foot, 0, 0);
        seen[foot].push([x + run * t, y + sign * rise * t]);
      }
    }
    // The far foot stands while the near one goes, and the near one while the far one goes.
    const half = Math.floor(STEPS / 2);
    const spread = (places: readonly [number, number][]): number =>
      Math.max(...places.map(([x, y]) => Math.hypot(x - (places[0]?.[0] ?? 0), y - (places[0]?.[1] ?? 0))));
    expect(spread(seen['foot-far'].slice(0, half))).toBeLessThan(2);
    expect(spread(seen.foot.slice(half))).toBeLessThan(2);
    expect(seen.foot.at(-1)?.[1]).toBeCloseTo(-26 + sign * rise, 0);
  });
});

describe('the blind man alone', () => {
  it('shows nothing of a rider, and the pair shows all of him', () => {
    const at = solved(pair);
    const shown = (pose: Pose): readonly string[] => {
      solve(pair, pose, at);
      return pair.parts.filter((_, i) => at[i * POSED + 5] === 1).map(({ name }) => name);
    };
    expect(shown(blindStand(0)).some((name) => name.startsWith('lame'))).toBe(false);
    expect(shown(pairStand(0))).toEqual(
      expect.arrayContaining(['lame-head', 'lame-trunk', 'lame-splint', 'lame-scroll']),
    );
  });

  it('touches the ground ahead, uphill above it and downhill below it', () => {
    const at = solved(pair);
    const tip = (pose: Pose): readonly [number, number] => pointOn(pair, solve(pair, pose, at), 'staff', 0, 315);
    for (const feel of [blindFeel, pairFeel]) {
      expect(Math.abs(tip(feel('ahead', 1))[1])).toBeLessThan(2);
      expect(tip(feel('left', 1))[1]).toBeLessThan(-50);
      expect(tip(feel('right', 1))[1]).toBeGreaterThan(40);
      expect(tip(feel('back', 1))[0]).toBeLessThan(-100);
    }
  });
});

describe('being taken up', () => {
  const at = (rig: Rig, pose: Pose, part: string): readonly [number, number] =>
    pointOn(rig, solve(rig, pose, solved(rig)), part, 0, 0);

  it('ends on the back that was offered, without a jump from one figure to the other', () => {
    const [x, y] = at(lame, lameClimb(1), 'lame-head');
    const [px, py] = at(pair, pairRise(0), 'lame-head');
    expect(Math.hypot(x + ASTRIDE[0] - px, y + ASTRIDE[1] - py)).toBeLessThan(1);
    const [sx, sy] = at(pair, pairRise(0), 'lame');
    expect(Math.hypot(LOW_SEAT[0] - sx, LOW_SEAT[1] - sy)).toBeLessThan(1);
  });

  it('leaves the far foot where it is while they rise', () => {
    const [start] = at(pair, pairRise(0), 'foot-far');
    for (const t of phases) {
      const [x] = at(pair, pairRise(t), 'foot-far');
      expect(Math.abs(x + RISE_RUN * riseShare(t) - start), `at ${t}`).toBeLessThan(3);
    }
  });

  it('goes over into standing', () => {
    for (const part of ['head', 'lame-head', 'foot', 'foot-far']) {
      const [x, y] = at(pair, pairRise(1), part);
      const [sx, sy] = at(pair, pairStand(0), part);
      expect(Math.hypot(x - sx, y - sy), part).toBeLessThan(4);
    }
  });
});
