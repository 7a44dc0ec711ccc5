/**
 * The commander, who is the player, on the rig `commander`: the joints of the muster's figures, so it stands as they do.
 * Pure. Art units, degrees, `s` seconds, `t` 0…1. The origin is the ground between the feet; faces +x. The map table
 * (`province/table`) stands before the figure with its middle at 330,0.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { figure, type Upper } from '../../../stage/muster/figure.ts';
import { standing, walking } from '../../../stage/rig/poses/host-legs.ts';
import { turn } from '../../../stage/rig/solve.ts';
import { between, clamp, mix, swell, turnOf, wave, type Point } from '../../../stage/rig/curves.ts';

const NEAR_SHOULDER: Point = [-6, -146];
/** How far the hand with the baton goes out when it points. */
const OUT = 150;
const FIST = { 'hand-far:palm': false, 'hand-far:fist': true };

interface Bearing extends Upper {
  /** degrees by which cape and tassel hang behind */
  readonly drift?: number;
  readonly shown?: Readonly<Record<string, boolean>>;
}

function stand(legs: ReturnType<typeof standing>, b: Bearing): Pose {
  const pose = figure(legs, b, b.shown);
  const drift = b.drift ?? 0;
  return {
    ...pose,
    angles: {
      ...pose.angles,
      hat: 0,
      tassel: clamp(drift - b.head, -60, 60),
      cape: clamp(drift * 0.7 - b.torso, -50, 70),
    },
  };
}

/** Over the map: a palm on the table, the baton at the hip, the eyes going from town to town. */
export function commanderIdle(s: number): Pose {
  const breath = wave(s * 0.24);
  const look = 5 * wave(s * 0.07) + 3 * wave(s * 0.13, 0.3);
  return stand(standing(2 + 1.5 * breath, 6), {
    torso: 8 + breath,
    head: 12 + look,
    near: { wrist: [10, 18 + breath], hand: -16 },
    far: { wrist: [112, -30 + breath], hand: -70 },
    held: 34 + breath,
    drift: 5 + 3 * wave(s * 0.31),
  });
}

/** The baton points at a town: `elevation` degrees above the level, from the shoulder; `t` how far the arm has gone out. */
export function commanderPoint(t: number, elevation: number, s = 0): Pose {
  const out = between(t, 0, 0.6) + 0.07 * swell(t, 0.4, 0.65, 0.7, 1);
  const [dx, dy] = turn(OUT, 0, -elevation);
  const breath = wave(s * 0.24);
  return stand(standing(2, 10 * out), {
    torso: mix(8, 4 - elevation * 0.08, out) + breath,
    head: mix(12, -elevation * 0.5, out),
    near: {
      wrist: [mix(10, NEAR_SHOULDER[0] + dx, out), mix(18, NEAR_SHOULDER[1] + dy, out) + breath],
      hand: mix(-16, -90 - elevation, out),
    },
    far: { wrist: [112, -30 + breath], hand: -70 },
    held: mix(34, 90 - elevation, out) + 1.5 * breath,
    drift: 5 + 12 * swell(t, 0, 0.4, 0.5, 1),
  });
}

/** The order to march, `t` 0…1 over about 1.2 s: the baton goes up, stands, and comes down forward. */
export function commanderOrder(t: number): Pose {
  const up = between(t, 0, 0.34);
  const down = between(t, 0.5, 0.68);
  const past = swell(t, 0.6, 0.7, 0.74, 0.96);
  const hand = (low: number, high: number, end: number): number => mix(mix(low, high, up), end, down);
  return stand(standing(2 + 8 * down - 4 * up * (1 - down), 4 + 18 * down), {
    torso: hand(8, -6, 15) + 3 * past,
    head: hand(12, -16, 2),
    near: { wrist: [hand(10, 30, 138), hand(18, -292, -112) + 10 * past], hand: hand(-16, -176, -84) },
    far: { wrist: [hand(112, 6, -46), hand(-30, 4, 10)], hand: hand(-70, -20, 20) },
    held: hand(34, -14, 92) + 9 * past,
    drift: 5 - 10 * up * (1 - down) + 22 * past,
    shown: FIST,
  });
}

/** Walls grow, money goes: chin in the hand, the weight from foot to foot. */
export function commanderWorry(s: number): Pose {
  const shift = wave(s * 0.14);
  const breath = wave(s * 0.3);
  return stand(standing(5 + 2 * breath, -4 + 8 * shift), {
    torso: 9 + 2 * shift,
    head: 22 + 4 * wave(s * 0.21, 0.2),
    near: { wrist: [44, -52 + breath], hand: -70 },
    far: { wrist: [80, -150 + breath + 2 * shift], hand: -146 },
    held: -12 + 3 * wave(s * 1.2),
    drift: 3 + 3 * wave(s * 0.29),
    shown: FIST,
  });
}

/** Fists together before the chest, and a short bow: to those who took the town, and to the player. */
export function commanderSalute(t: number): Pose {
  const on = between(t, 0, 0.28) - between(t, 0.78, 1);
  const bow = swell(t, 0.24, 0.44, 0.58, 0.8);
  return stand(standing(2 + 4 * bow, 0), {
    torso: mix(8, 2, on) + 15 * bow,
    head: mix(12, 2, on) + 16 * bow,
    near: { wrist: [mix(10, 78, on), mix(18, -104, on) + 8 * bow], hand: mix(-16, -96, on) },
    far: { wrist: [mix(112, 88, on), mix(-30, -108, on) + 8 * bow], hand: mix(-70, -110, on) },
    held: mix(34, 4, on) + 12 * bow,
    drift: 5 + 6 * bow,
    shown: FIST,
  });
}

/** A good week: head back, shoulders going. */
export function commanderGlad(s: number): Pose {
  const laugh = wave(s * 3.2) * (0.6 + 0.4 * wave(s * 0.4));
  return stand(standing(3 + 2 * laugh, -2), {
    torso: -5 + 1.6 * laugh,
    head: -15 + 2 * laugh,
    near: { wrist: [34, 2 + 3 * laugh], hand: -40 },
    far: { wrist: [46, -64 + 3 * laugh], hand: -110 },
    held: 26 + 2 * laugh,
    drift: 6 + 4 * laugh,
  });
}

/** From the table to the front and back; `HOST_STRIDE` units for each whole phase. */
export function commanderWalk(phase: number): Pose {
  const p = turnOf(phase);
  const swing = wave(p, -0.25);
  return stand(walking(p), {
    torso: 6 + 1.5 * wave(p * 2, 0.1),
    head: 2 - 2 * wave(p * 2, 0.2),
    near: { wrist: [16 - 30 * swing, 12], hand: -18 + 10 * swing },
    far: { wrist: [24 + 50 * swing, 10 - 10 * Math.abs(swing)], hand: -18 - 16 * swing },
    held: 40 - 6 * swing,
    drift: 16 + 6 * wave(p * 2, 0.3),
    shown: FIST,
  });
}
