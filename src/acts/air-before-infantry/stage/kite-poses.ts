/**
 * The air force: four kites and the pigeon, each on its own rig. Pure; `s` seconds. The origin is the bridle, where the
 * string is tied; they fly to +x. Turn the whole figure for climb and dive.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { clamp, turnOf, wave } from '../../../stage/rig/curves.ts';

/** Discs of the dragon's body. */
export const DRAGON_DISCS = 12;

/** A chain whose links follow each other late: angles against the link before, under names `name-1` … `name-n`. */
function chain(name: string, links: number, bend: (link: number) => number): Record<string, number> {
  const angles: Record<string, number> = {};
  let before = 0;
  for (let link = 1; link <= links; link++) {
    const now = bend(link);
    angles[`${name}-${link}`] = now - before;
    before = now;
  }
  return angles;
}

/** Posters: the swallow, quick and narrow. `bank` −1…1 leans it into a turn. */
export function swallowFly(s: number, bank = 0): Pose {
  const lean = clamp(bank, -1, 1);
  const flutter = 0.05 * wave(s * 2.3);
  return {
    x: 0,
    y: 2 * wave(s * 0.9),
    rotation: 0,
    angles: {
      body: 3 * wave(s * 0.6) + 12 * lean,
      'wing-far': -3 * wave(s * 2.3, 0.1),
      wing: 3 * wave(s * 2.3, 0.1),
      'tail-far': 8 + 3 * wave(s * 1.7, 0.2),
      tail: -8 + 3 * wave(s * 1.7, 0.3),
      ...chain('ribbon-far', 3, (link) => 18 * wave(s * 1.5, 0.17 * link)),
      ...chain('ribbon', 3, (link) => 18 * wave(s * 1.5, 0.1 + 0.17 * link)),
    },
    scales: { 'wing-far': [1, 1 + flutter + 0.16 * lean], wing: [1, -1 - flutter + 0.16 * lean], tail: [1, -1] },
  };
}

/** An exhibition: the dragon, disc after disc; `roar` 0…1 opens its jaw. */
export function dragonFly(s: number, roar = 0): Pose {
  const bend = (link: number): number => (9 + 2.6 * link) * wave(s * 0.36, 0.085 * link);
  const last = bend(DRAGON_DISCS);
  const scales: Record<string, readonly [number, number]> = {};
  for (let link = 1; link <= DRAGON_DISCS; link++) {
    const size = 1 - 0.045 * link;
    scales[`disc-${link}`] = [size * (0.94 + 0.06 * wave(s * 1.1, 0.1 * link)), size];
  }
  return {
    x: 0,
    y: 4 * wave(s * 0.36, 0.1),
    rotation: 0,
    angles: {
      head: 7 * wave(s * 0.36, -0.06),
      jaw: 3 + 3 * wave(s * 0.8) + 15 * clamp(roar, 0, 1),
      ...chain('disc', DRAGON_DISCS, (link) => bend(link)),
      tail: 16 * wave(s * 1.2, 0.2) - last * 0.1,
    },
    scales,
  };
}

/** Direct mail: the crane, straight to one town; `laden` shows the letter in its bill. */
export function craneFly(s: number, laden: boolean): Pose {
  const beat = wave(s * 0.55);
  return {
    x: 0,
    y: -5 * wave(s * 0.55, 0.2),
    rotation: 0,
    angles: {
      body: 2 * wave(s * 0.55, 0.12),
      wing: -8 + 12 * beat,
      'wing-far': 122 - 12 * beat,
      neck: 4 * wave(s * 0.55, 0.3),
      legs: -14 + 5 * wave(s * 0.55, 0.4),
      letter: 8 * wave(s * 0.8),
    },
    scales: { 'wing-far': [-0.86, 0.86] },
    shown: { letter: laden },
  };
}

/** The website: the lantern that stays in the sky by day and by night. */
export function lanternFly(s: number): Pose {
  const sway = 4 * wave(s * 0.23) + 1.5 * wave(s * 0.61);
  const late = (lag: number): number => 4 * wave(s * 0.23, lag) + 3 * wave(s * 0.61, lag);
  return {
    x: 3 * wave(s * 0.17),
    y: 3 * wave(s * 0.29),
    rotation: 0,
    angles: {
      body: sway,
      'fin-far': 7 * wave(s * 1.4),
      fin: -7 * wave(s * 1.4, 0.1),
      'tassel-1': -sway + 2 * late(0.2),
      'tassel-2': -sway + 2 * late(0.26),
      ...chain('drop', 3, (link) => -sway * 0.6 + 1.6 * late(0.14 * link)),
      'tassel-3': 2 * late(0.5),
    },
    scales: { fin: [-1, 1] },
  };
}

/** The pigeon with a letter; phase 0…1 is one beat of its wings. */
export function pigeonFly(phase: number): Pose {
  const p = turnOf(phase);
  const up = wave(p, -0.25);
  return {
    x: 0,
    y: 5 * wave(p, 0.1),
    rotation: 0,
    angles: {
      body: -4 + 2 * up,
      wing: -12 - 10 * up,
      'wing-far': 4 - 10 * up,
      tail: 5 * wave(p, 0.2),
      letter: 8 + 10 * wave(p, 0.3),
    },
    scales: { wing: [1, spread(up)], 'wing-far': [1, spread(wave(p, -0.21))] },
  };
}

/** How much of a wing is seen at a moment of its beat; below 0 it is under the body. It is never seen as a mere line. */
function spread(up: number): number {
  return up > -0.15 ? 0.34 + 0.66 * Math.max(0, up) : -0.3 + 0.5 * up;
}

/** Gliding in. */
export function pigeonGlide(s: number): Pose {
  return {
    x: 0,
    y: 2 * wave(s * 0.7),
    rotation: 0,
    angles: { body: 4, wing: -34, 'wing-far': -10, tail: -6 + 3 * wave(s), letter: 6 * wave(s * 0.9) },
    scales: { wing: [1, 0.8 + 0.04 * wave(s * 2)], 'wing-far': [1, 0.74] },
  };
}
