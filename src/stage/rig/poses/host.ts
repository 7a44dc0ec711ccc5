import type { Pose } from '../rig.ts';
import { turn } from '../solve.ts';
import { figure } from './host-figure.ts';
import type { Held } from './host-figure.ts';
import { kneeling, standing, walking } from './host-legs.ts';

export type { Held } from './host-figure.ts';
export { HOST_STRIDE } from './host-legs.ts';

const TAU = Math.PI * 2;
const wave = (t: number, lag = 0): number => Math.sin((t - lag) * TAU);
const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v));
const ease = (t: number): number => {
  const k = clamp(t, 0, 1);
  return k * k * (3 - 2 * k);
};
const between = (t: number, from: number, to: number): number => ease((t - from) / (to - from));

/** At ease; `t` in seconds. Breath, a look round, one hand behind the sash. */
export function hostStand(t: number, held: readonly Held[] = []): Pose {
  const breath = wave(t * 0.28);
  const carries = held.length > 0;
  return figure(standing(1.5 + 1.5 * breath), {
    torso: 2 + breath,
    head: 1 + 4 * wave(t * 0.11),
    near: { wrist: [4, 18 + breath], hand: -14 },
    far: { wrist: carries ? [78, -34 + breath] : [40, 16 + breath], hand: carries ? -60 : -14 },
    held,
  });
}

/** Walking; phase 0…1 is two steps, `HOST_STRIDE` units. */
export function hostWalk(phase: number, held: readonly Held[] = []): Pose {
  const swing = wave(phase, -0.25);
  const carries = held.length > 0;
  return figure(walking(phase), {
    torso: 7 + 1.5 * wave(phase * 2, 0.1),
    head: 3 - 2 * wave(phase * 2, 0.2),
    near: { wrist: [8 - 58 * swing, 6 - 10 * Math.abs(swing)], hand: -20 + 22 * swing },
    far: {
      wrist: carries ? [84, -36 + 4 * wave(phase * 2, 0.15)] : [30 + 52 * swing, 8 - 10 * Math.abs(swing)],
      hand: carries ? -62 : -20 - 22 * swing,
    },
    sash: -10 + 14 * wave(phase * 2, 0.3),
    beard: 5 * wave(phase * 2, 0.35),
    hat: 1.5 * wave(phase * 2, 0.4),
    held,
  });
}

/** On one knee with the bowl, waiting; `t` in seconds. */
export function hostKneel(t: number, held: readonly Held[] = ['bowl']): Pose {
  const breath = wave(t * 0.28);
  return figure(kneeling(breath), {
    torso: 8 + breath,
    head: 3 + 4 * wave(t * 0.13),
    near: { wrist: [58, -18 + breath], hand: -64 },
    far: { wrist: [106, -40 + breath], hand: -74 },
    held,
  });
}

/** One throw of grain, `t` 0…1 over about 0.7 s: into the bowl, back, and the wide cast. The grain leaves the open hand at 0.55. */
export function hostThrow(t: number): Pose {
  const back = between(t, 0.1, 0.36);
  const cast = between(t, 0.38, 0.6);
  const rest = between(t, 0.72, 1);
  const x = 92 - 108 * back + 198 * cast - 90 * rest;
  const y = -46 - 52 * back - 82 * cast + 134 * rest;
  return figure(kneeling(2 - 5 * cast + 4 * rest), {
    torso: 8 - 12 * back + 22 * cast - 10 * rest,
    head: 3 - 6 * back + 4 * cast,
    near: { wrist: [x, y], hand: -60 + 40 * back - 86 * cast + 42 * rest },
    far: { wrist: [100, -38], hand: -74 },
    sash: -8 - 16 * cast + 14 * rest,
    hat: -3 * cast + 3 * rest,
    held: ['bowl'],
  });
}

/** Takes aim; `elevation` in degrees above the level, −10…60. `t` in seconds for the held breath. */
export function hostAim(elevation: number, t = 0, loosed = 0): Pose {
  const e = clamp(elevation, -10, 60);
  const sway = 0.6 * wave(t * 0.7) * (1 - loosed);
  const lean = -e * 0.16 - 7 * loosed;
  const along = turn(1, 0, -e);
  const grip: readonly [number, number] = [52 - e * 0.35 - 26 * loosed, -136 - e * 0.55 + sway];
  const fore: readonly [number, number] = [grip[0] + along[0] * 66, grip[1] + along[1] * 66 + 16];
  const string: Held = loosed > 0 ? 'string-slack' : 'string-drawn';
  const pose = figure(standing(8 + 3 * loosed, -4 * loosed), {
    torso: lean,
    head: -e * 0.4 - 4 * loosed,
    near: { wrist: grip, hand: -e - 58 },
    far: { wrist: fore, hand: -e - 100 },
    held: ['crossbow', string],
    sash: -8 + 22 * loosed,
    hat: -4 * loosed,
    beard: -14 * loosed,
  });
  // the stock keeps the line of sight, whatever wrist carries it
  const stock = (pose.angles['crossbow'] ?? 0) - e - 9 * loosed;
  return { ...pose, angles: { ...pose.angles, crossbow: stock } };
}

/** The shot and its recoil, `t` 0…1 over about 0.35 s. */
export function hostLoose(t: number, elevation: number): Pose {
  return hostAim(elevation, 0, t <= 0 ? 0.001 : Math.exp(-4.2 * t) * Math.min(1, t * 14));
}

/** Paints glue along the shore, on one knee; `t` in seconds, one stroke a second. */
export function hostPaint(t: number): Pose {
  const stroke = wave(t * 0.9);
  return figure(kneeling(6), {
    torso: 26 + 4 * stroke,
    head: 24 + 4 * stroke,
    near: { wrist: [142 + 26 * stroke, 22 - 5 * Math.cos(t * 0.9 * 2 * TAU)], hand: -22 + 16 * stroke },
    far: { wrist: [108, -66], hand: -70 },
    held: ['glue-pot', 'brush'],
    sash: -26,
  });
}

/** Bends and gathers, `t` 0…1 over about 0.9 s; the hand is on the ground at 0.45. What is gathered goes to the basket. */
export function hostGather(t: number, full = true): Pose {
  const down = between(t, 0, 0.4) - between(t, 0.5, 0.85);
  const tuck = between(t, 0.6, 0.82) - between(t, 0.88, 1);
  return figure(standing(6 + 78 * down, -22 * down), {
    torso: 4 + 52 * down,
    head: 6 + 32 * down,
    near: { wrist: [14 + 116 * down + 66 * tuck, 14 + 84 * down - 30 * tuck], hand: -24 - 6 * down - 30 * tuck },
    far: { wrist: [92 + 72 * down, -26 - 6 * down], hand: -16 },
    sash: -8 - 40 * down,
    held: full ? ['basket', 'basket-ducks'] : ['basket'],
  });
}

/** Salutes: one hand closed in the other, and a bow. `t` 0…1 over about 1.4 s. */
export function hostSalute(t: number): Pose {
  const up = between(t, 0, 0.24) - between(t, 0.84, 1);
  const bow = between(t, 0.3, 0.5) - between(t, 0.66, 0.84);
  return figure(standing(2 + 3 * bow), {
    torso: 2 + 24 * bow,
    head: 1 + 34 * bow,
    near: { wrist: [8 + 92 * up + 14 * bow, 16 - 126 * up + 22 * bow], hand: -20 - 92 * up, open: false },
    far: { wrist: [36 + 68 * up + 14 * bow, 14 - 128 * up + 22 * bow], hand: -20 - 96 * up, open: true },
    sash: -8 - 18 * bow,
  });
}

/** Laughs from the belly; `t` in seconds. */
export function hostLaugh(t: number): Pose {
  const shake = wave(t * 3.1);
  return figure(standing(4 + 3 * shake), {
    torso: -9 + 3 * shake,
    head: -24 + 5 * wave(t * 3.1, 0.12),
    near: { wrist: [48, -44 + 5 * shake], hand: -70 },
    far: { wrist: [112, -150 + 9 * wave(t * 1.5)], hand: -150 + 14 * wave(t * 1.5), open: true },
    beard: 14 * wave(t * 3.1, 0.3),
    hat: -5 + 6 * wave(t * 3.1, 0.25),
    sash: -4 + 8 * shake,
  });
}

/** Dismay: the hand goes to the hat, the head sinks; `t` 0…1 over about 1.2 s, holds at the end. */
export function hostDismay(t: number): Pose {
  const k = between(t, 0, 0.45);
  const shake = wave(t * 2.4) * k * (1 - between(t, 0.7, 1));
  return figure(standing(2 + 12 * k), {
    torso: 2 + 16 * k,
    head: 2 + 22 * k + 4 * shake,
    near: { wrist: [6 + 72 * k + 26 * Math.sin(Math.PI * k), 16 - 212 * k], hand: -14 - 150 * k },
    far: { wrist: [40 - 6 * k, 16 + 6 * k], hand: -14 + 8 * k, open: true },
    hat: 12 * k,
    beard: -10 * k,
    sash: -8 - 12 * k,
  });
}
