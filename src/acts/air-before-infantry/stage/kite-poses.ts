/**
 * The air force: three kites, each on its own rig. Pure; `s` seconds. The origin is the bridle, where the
 * string is tied; they fly to +x. Turn the whole figure for climb and dive.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { clamp, wave } from '../../../stage/rig/curves.ts';

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
