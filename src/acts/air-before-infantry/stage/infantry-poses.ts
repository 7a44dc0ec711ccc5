/**
 * A foot soldier, on the rig `infantry`. Pure. Lengths are art units, angles degrees, `s` seconds, phases 0…1. The
 * origin is the ground between the feet; he faces +x. A squad is several soldiers in different roles and phases.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { between, ease, mix, swell, turnOf, wave, type Point } from '../../../stage/rig/curves.ts';
import { walkFoot, type Foot, type Gait } from '../../../stage/rig/legs.ts';
import { LEG, onFoot, PLANTED, STANDING, type OnFoot } from './figures/on-foot.ts';

export type SoldierRole = 'spear' | 'banner' | 'shield' | 'drum' | 'bare';

/** Art units of one cycle (two steps): move the figure by this times the phase and its feet stay planted. */
export const MARCH_STRIDE = 236;
export const STORM_STRIDE = 380;
export const FALL_BACK_STRIDE = 150;
/** Art units that a soldier on a ladder rises in one cycle. */
const LADDER_RISE = 96;

const MARCH: Gait = { stride: MARCH_STRIDE, on: 0.58, strike: 16, push: 42, lift: 40, middle: -4 };
const STORM: Gait = { stride: STORM_STRIDE, on: 0.42, strike: 6, push: 62, lift: 74, middle: -16 };
const FALL_BACK: Gait = { stride: FALL_BACK_STRIDE, on: 0.68, strike: 3, push: 20, lift: 15, middle: -4 };

/** Both fists and what they hold, as the role carries it. */
type Carried = Pick<OnFoot, 'fist' | 'fistFar' | 'held' | 'heldFar'>;

const SHOWN: Readonly<Record<SoldierRole, Readonly<Record<string, boolean>>>> = {
  spear: { 'held:spear': true },
  banner: { 'held:pole': true },
  shield: { 'held:spear': true, 'held-far:shield': true },
  drum: { drum: true, 'held:stick': true, 'held-far:stick': true },
  bare: {},
};

function carry(role: SoldierRole, swing: number, beat: number): Carried {
  switch (role) {
    case 'spear':
      return { fist: [44, 62 + 5 * swing], fistFar: [-52 * swing, 138], held: 10 + 3 * swing };
    case 'banner':
      return { fist: [46, 58 + 4 * swing], fistFar: [38, 104], held: 5 + 3 * swing };
    case 'shield':
      return { fist: [-34, 108 + 4 * swing], fistFar: [74, 52 + 4 * swing], held: 24 + 2 * swing };
    case 'drum':
      return {
        fist: [56, 62 - 26 * Math.max(0, beat)],
        fistFar: [64, 58 - 26 * Math.max(0, -beat)],
        held: -64 - 26 * Math.max(0, beat),
        heldFar: -64 - 26 * Math.max(0, -beat),
      };
    case 'bare':
      return { fist: [58 * swing, 132], fistFar: [-58 * swing, 132] };
  }
}

/** Waiting with grounded arms. */
export function infantryStand(s: number, role: SoldierRole): Pose {
  const breath = wave(s * 0.3);
  return onFoot({
    ...PLANTED,
    hips: [0, STANDING + 3 + 1.5 * breath],
    trunk: 2 + breath,
    head: 4 * wave(s * 0.11),
    ...carry(role, 0.1 * breath, role === 'drum' ? wave(s * 2) : 0),
    trail: 5 * wave(s * 0.4, 0.2) + 8,
    shown: SHOWN[role],
  });
}

/** In step, by the drum: the near heel comes down at 0, the far heel at a half. */
export function infantryMarch(phase: number, role: SoldierRole): Pose {
  const p = turnOf(phase);
  const sink = wave(2 * p, -0.08);
  return onFoot({
    hips: [2 * wave(2 * p), STANDING + 11 + 6 * sink],
    near: walkFoot(p, MARCH, LEG),
    far: walkFoot(p + 0.5, MARCH, LEG),
    trunk: 7 + 2 * sink,
    head: 1 - 2 * sink,
    ...carry(role, -wave(p, -0.25), wave(2 * p, 0.1)),
    trail: 14 + 8 * wave(2 * p, 0.4),
    shown: SHOWN[role],
  });
}

/** Running at the breach with weapons down. */
export function infantryStorm(phase: number, role: SoldierRole): Pose {
  const p = turnOf(phase);
  const bound = wave(2 * p, 0.18);
  const swing = -wave(p, -0.25);
  const armed: Carried =
    role === 'spear' || role === 'shield'
      ? { fist: [30, 74 + 6 * swing], fistFar: [80, 40 - 8 * swing], held: 78 + 4 * bound }
      : role === 'banner'
        ? { fist: [66, 8 + 8 * bound], fistFar: [44, 70], held: 26 + 5 * bound }
        : carry(role, swing, wave(4 * p));
  return onFoot({
    hips: [6, STANDING + 26 - 12 * bound],
    near: walkFoot(p, STORM, LEG),
    far: walkFoot(p + 0.5, STORM, LEG),
    trunk: 30 + 4 * bound,
    head: 8 - 3 * bound,
    ...armed,
    trail: 40 + 10 * wave(2 * p, 0.4),
    shown: SHOWN[role],
  });
}

/** Hand over hand on a ladder that leans away from him: he rises by `LADDER_RISE` in each cycle, which the stage adds. */
export function infantryClimb(phase: number, role: SoldierRole): Pose {
  const p = turnOf(phase);
  const near = rung(p);
  const far = rung(p + 0.5);
  const sway = wave(p, -0.1);
  const foot = (k: number): Foot => ({
    x: 50 - 6 * k + 12 * Math.sin(Math.PI * k),
    y: -22 - LADDER_RISE * k,
    tilt: -6,
  });
  const fist = (k: number): Point => [86 - 16 * Math.sin(Math.PI * k), mix(6, -66, k)];
  const pole = role === 'banner' || role === 'spear';
  return onFoot({
    hips: [-6 + 3 * sway, STANDING - 12 + 5 * wave(2 * p)],
    near: foot(near),
    far: foot(far),
    trunk: 14 + 3 * sway,
    head: -14 + 3 * sway,
    // The hand that carries something only holds on; the other one reaches.
    fist: pole ? [70, 4 + 12 * sway] : fist(far),
    fistFar: fist(near),
    held: role === 'banner' ? 14 : 34,
    trail: 12 + 8 * sway,
    shown: { ...SHOWN[role], 'held-far:shield': false, drum: false, 'held:stick': false, 'held-far:stick': false },
  });
}

/** How far up its reach a limb on the ladder is: it goes up quickly and comes down with the climb. */
function rung(phase: number): number {
  const q = turnOf(phase);
  return q < 0.4 ? ease(q / 0.4) : 1 - (q - 0.4) / 0.6;
}

/** The way home after an assault that fell: slow, bent, arms trailing. The stage turns him round. */
export function infantryFallBack(phase: number, role: SoldierRole): Pose {
  const p = turnOf(phase);
  const limp = wave(p, 0.1);
  return onFoot({
    hips: [2 * limp, STANDING + 22 + 7 * limp],
    near: walkFoot(p, FALL_BACK, LEG),
    far: walkFoot(p + 0.5, FALL_BACK, LEG),
    trunk: 30 + 3 * limp,
    head: 44 + 3 * limp,
    ...(role === 'drum' || role === 'bare'
      ? { fist: [20 - 14 * limp, 140] as const, fistFar: [24 + 14 * limp, 136] as const, held: -10, heldFar: -10 }
      : { fist: [30, 122 + 5 * limp] as const, fistFar: [30 + 8 * limp, 138] as const, held: 58 + 5 * limp }),
    trail: 2 + 6 * wave(2 * p, 0.3),
    shown: SHOWN[role],
  });
}

/** The town is won: arms up, on the toes, twice in two seconds. */
export function infantryCheer(s: number, role: SoldierRole): Pose {
  const beat = turnOf(s * 0.9);
  const up = swell(beat, 0, 0.22, 0.5, 0.9);
  const hop = 16 * Math.sin(Math.PI * between(beat, 0.1, 0.5)) * up;
  const lifted = (foot: Foot): Foot => ({ ...foot, y: foot.y - hop, tilt: hop });
  return onFoot({
    hips: [0, STANDING + 8 - 4 * up - hop],
    near: lifted(PLANTED.near),
    far: lifted(PLANTED.far),
    trunk: 4 - 9 * up,
    head: 2 - 18 * up,
    fist: [mix(50, 40, up), mix(40, -118, up)],
    fistFar: [mix(40, 62, up), mix(70, -106, up)],
    held: 8 - 6 * up,
    heldFar: -120,
    trail: 10 + 12 * up,
    shown: SHOWN[role],
  });
}

/** Knocked off his feet, `t` 0…1: back, over, and down on his back. */
export function infantryFall(t: number, role: SoldierRole): Pose {
  const back = between(t, 0, 0.6);
  const down = ease((t - 0.16) / 0.62);
  const bounce = 0.06 * Math.sin(Math.PI * between(t, 0.74, 1));
  const fallen = onFoot({
    ...PLANTED,
    hips: [0, STANDING + 16 * back],
    trunk: -8 * back,
    head: -8 + 24 * back,
    fist: [mix(44, 20, back), mix(62, -96, back)],
    fistFar: [mix(40, 70, back), mix(90, -60, back)],
    held: mix(10, -40, back),
    trail: -30 * back,
    shown: SHOWN[role],
  });
  const turned = -84 * (down - bounce);
  const k = (turned * Math.PI) / 180;
  // About the heels: what was over them comes to lie behind them.
  return {
    ...fallen,
    x: fallen.x * Math.cos(k) - fallen.y * Math.sin(k) - 20 * down,
    y: fallen.x * Math.sin(k) + fallen.y * Math.cos(k) - 34 * down,
    rotation: turned,
  };
}
