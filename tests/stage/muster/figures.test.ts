/** The figures of the muster: rigs that can be built, poses that stay in their joints' ranges, dress that differs by rank. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drummerBeat, drummerRest, drummerRoll, STRUCK_AT } from '../../../src/stage/muster/drummer-poses.ts';
import {
  CLIMB_RUN,
  climbPose,
  raisedAfter,
  raisedAt,
  rankPose,
  waitPose,
  walkPose,
} from '../../../src/stage/muster/examinee-poses.ts';
import { KITS, MUSTER_RANKS, shownIn, type Dress } from '../../../src/stage/muster/kit.ts';
import { readRig, type Pose, type Rig, type RigSource } from '../../../src/stage/rig/rig.ts';
import { pointOn, solve, solved } from '../../../src/stage/rig/solve.ts';

function rigOf(name: string): Rig {
  return readRig(
    JSON.parse(readFileSync(new URL(`../../../assets/puppets/${name}/rig.json`, import.meta.url), 'utf8')) as RigSource,
  );
}
const examinee = rigOf('examinee');
const drummer = rigOf('drummer');
const moments = Array.from({ length: 50 }, (_, n) => n / 49);
const RISES = [60, 84, 124];

function judge(rig: Rig, pose: Pose): string[] {
  const wrong: string[] = [];
  for (const part of rig.parts) {
    const angle = pose.angles[part.name] ?? part.rest;
    if (!Number.isFinite(angle)) wrong.push(`${part.name} is at ${angle}`);
    else if (angle < part.range[0] - 0.5 || angle > part.range[1] + 0.5)
      wrong.push(`${part.name} is at ${angle.toFixed(1)}, outside ${part.range[0]}…${part.range[1]}`);
  }
  return wrong;
}

const EXAMINEE: Readonly<Record<string, (t: number) => Pose>> = {
  wait: (t) => waitPose(t * 20, t),
  walk: walkPose,
  ...Object.fromEntries(RISES.map((rise) => [`climb ${rise}`, (t: number) => climbPose(t, rise)])),
  ...Object.fromEntries(
    MUSTER_RANKS.flatMap((rank) => [
      [`${rank} stands`, (t: number) => rankPose(rank, t * 20, raisedAfter(rank))],
      [`${rank} salutes`, (t: number) => rankPose(rank, t, raisedAt(rank, t), 20 * (t - 0.5))],
    ]),
  ),
};

describe('the examinee', () => {
  it.each(Object.entries(EXAMINEE))('%s: every joint stays in its range', (_, pose) => {
    for (const t of moments) expect(judge(examinee, pose(t)), `t ${t.toFixed(2)}`).toEqual([]);
  });

  it('names only pieces that the rig has, and shows exactly what the dress says', () => {
    const names = new Set(examinee.parts.map((part) => part.name));
    for (const dress of Object.keys(KITS) as Dress[]) {
      for (const piece of KITS[dress].pieces) expect(names, dress).toContain(piece);
      const worn = Object.entries(shownIn(dress)).filter(([, isShown]) => isShown);
      expect(worn.map(([piece]) => piece).toSorted()).toEqual([...new Set(KITS[dress].pieces)].toSorted());
    }
  });

  it('wears something else at every rank, and grows with it', () => {
    const dresses = Object.keys(KITS) as Dress[];
    expect(new Set(dresses.map((dress) => `${KITS[dress].dye} ${KITS[dress].pieces.join(' ')}`)).size).toBe(
      dresses.length,
    );
    const sizes = MUSTER_RANKS.map((rank) => KITS[rank].size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it('stands after a climb where it stood before, one step higher and one run farther', () => {
    for (const rise of RISES) {
      const before = solve(examinee, climbPose(0, rise), solved(examinee));
      const after = solve(examinee, climbPose(1, rise), solved(examinee));
      for (const foot of ['foot', 'foot-far']) {
        const [x0, y0] = pointOn(examinee, before, foot, 0, 0);
        const [x1, y1] = pointOn(examinee, after, foot, 0, 0);
        expect(x1 - x0).toBeCloseTo(CLIMB_RUN, 0);
        expect(y0 - y1).toBeCloseTo(rise, 0);
      }
    }
  });

  it('lets no foot sink into the step it mounts', () => {
    for (const rise of RISES) {
      for (const t of moments) {
        const at = solve(examinee, climbPose(t, rise), solved(examinee));
        for (const foot of ['foot', 'foot-far']) {
          const [x, y] = pointOn(examinee, at, foot, 0, 26);
          expect(y, `${foot} ${t.toFixed(2)}`).toBeLessThan(6);
          // Past the end of the run it is over the tread.
          expect(x <= CLIMB_RUN + 10 || y < -rise + 6, `${foot} ${t.toFixed(2)} at ${x}, ${y}`).toBe(true);
        }
      }
    }
  });

  it('raises the baton above the crown', () => {
    const at = solve(examinee, rankPose('marshal', 0, 1), solved(examinee));
    const baton = pointOn(examinee, at, 'held-far:baton', 0, -190)[1];
    const crown = pointOn(examinee, at, 'head:crown', 0, -190)[1];
    expect(baton).toBeLessThan(crown);
  });
});

describe('the drummer', () => {
  it.each([
    ['rest', (t: number) => drummerRest(t * 20)],
    ['beat', drummerBeat],
    ['roll', (t: number) => drummerRoll(t * 2, t)],
  ])('%s: every joint stays in its range', (_, pose) => {
    for (const t of moments) expect(judge(drummer, pose(t)), `t ${t.toFixed(2)}`).toEqual([]);
  });

  it('brings the stick down for the beat and back to rest', () => {
    const tip = (pose: Pose): readonly [number, number] =>
      pointOn(drummer, solve(drummer, pose, solved(drummer)), 'held', 0, -78);
    const struck = tip(drummerBeat(STRUCK_AT));
    expect(struck[0]).toBeGreaterThan(tip(drummerRest(0))[0] + 40);
    const ended = tip(drummerBeat(1));
    expect(ended[0]).toBeCloseTo(tip(drummerRest(0))[0], -1);
  });
});
