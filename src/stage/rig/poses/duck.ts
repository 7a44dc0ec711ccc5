import type { Pose } from '../rig.ts';

/** The duck's pivot amidships is this far above the ground it stands on. */
export const DUCK_STAND = 55;

const TAU = Math.PI * 2;
const wave = (phase: number, lag = 0): number => Math.sin((phase - lag) * TAU);
/** 0 at both ends, 1 in the middle */
const hump = (t: number): number => Math.sin(Math.min(1, Math.max(0, t)) * Math.PI);

const SPREAD = { wing: true, 'wing-far': true, fold: false } as const;
const FOLDED = { wing: false, 'wing-far': false, fold: true } as const;

/** Neck and head by the angle they have on the screen, which is how one thinks of a bird. */
function neckAndHead(neck: number, head: number): Record<string, number> {
  return { neck, head: head - neck };
}

/** One wing beat, phase 0…1. Wings lead, the body answers a moment later. */
export function duckFly(phase: number): Pose {
  const beat = Math.cos(phase * TAU);
  const far = Math.cos((phase - 0.06) * TAU);
  return {
    x: 0,
    y: 7 * wave(phase, 0.12),
    rotation: -8 + 3 * wave(phase, 0.2),
    angles: {
      ...neckAndHead(68 + 5 * wave(phase, 0.3), 12 + 3 * wave(phase, 0.4)),
      wing: -26 + 14 * wave(phase),
      'wing-far': 4 + 14 * wave(phase, 0.06),
    },
    scales: { wing: [1, 0.18 + 0.84 * beat], 'wing-far': [1, 0.16 + 0.8 * far] },
    shown: { ...SPREAD, leg: false, 'leg-far': false },
  };
}

/** Coming down to land: wings high and open, feet forward. `t` in seconds. */
export function duckGlide(t: number): Pose {
  const s = wave(t * 2.2);
  return {
    x: 0,
    y: 2 * s,
    rotation: -20 + 3 * s,
    angles: {
      ...neckAndHead(46, 22 + 4 * s),
      wing: -28 + 5 * s,
      'wing-far': 20 - 4 * s,
      leg: -52 - 6 * s,
      'leg-far': -34 + 5 * s,
    },
    scales: { wing: [1, 1 + 0.04 * s], 'wing-far': [1, 0.96] },
    shown: SPREAD,
  };
}

/** Afloat; `t` in seconds. */
export function duckSwim(t: number): Pose {
  const pose = duckRest(t);
  return { ...pose, y: pose.y * 1.4, shown: { ...FOLDED, leg: false, 'leg-far': false } };
}

/** Standing at ease; `t` in seconds. The look-round is slow and now and then the tail shakes. */
export function duckRest(t: number): Pose {
  const look = wave(t * 0.19);
  return {
    x: 0,
    y: 1.6 * wave(t * 0.45),
    rotation: 1.5 * wave(t * 0.45, 0.2),
    angles: { ...neckAndHead(6 + 9 * look, 3 + 7 * look), fold: 1.5 * wave(t * 0.45, 0.3), leg: 0, 'leg-far': 4 },
    shown: FOLDED,
  };
}

/** Feeding; `t` in seconds, two pecks a second with a look up every third second. */
export function duckFeed(t: number): Pose {
  const round = (t / 2.8) % 1;
  const up = round > 0.72 ? hump((round - 0.72) / 0.28) : 0;
  const peck = (1 - up) * (0.5 + 0.5 * wave(t * 2.1));
  return {
    x: 0,
    y: 0,
    rotation: 9 - 9 * up + 2 * peck,
    angles: {
      ...neckAndHead(112 - 96 * up + 7 * peck, 66 - 56 * up + 6 * peck),
      fold: -3 + 2 * peck,
      leg: -9 + 9 * up,
      'leg-far': -4 + 6 * up,
    },
    shown: FOLDED,
  };
}

/** Held in glue: it pulls with beating wings, sinks back, calls. `t` in seconds; the feet never leave the spot. */
export function duckHeld(t: number): Pose {
  const round = (t / 2.4) % 1;
  const pull = round < 0.55 ? hump(round / 0.55) : 0;
  const beat = Math.cos(t * 3.4 * TAU);
  const call = round > 0.62 && round < 0.95 ? hump((round - 0.62) / 0.33) : 0;
  return {
    x: 4 * pull,
    y: -13 * pull + 3 * (1 - pull),
    rotation: -25 * pull - 6 * call,
    angles: {
      ...neckAndHead(20 + 14 * pull - 18 * call, 2 - 26 * call - 14 * pull),
      wing: -30 + 12 * beat,
      'wing-far': 10 + 12 * beat,
      fold: 4 * call,
      leg: 25 * pull + 8,
      'leg-far': 25 * pull - 12,
    },
    scales: { wing: [1, 0.55 + 0.4 * beat], 'wing-far': [1, 0.5 + 0.4 * beat] },
    shown: pull > 0.12 ? SPREAD : FOLDED,
  };
}

/** Startled: from a frozen neck to a hard climb; `t` 0…1 over about 0.7 s. */
export function duckStartle(t: number): Pose {
  const k = Math.min(1, Math.max(0, t));
  const rise = Math.max(0, (k - 0.2) / 0.8);
  const beat = Math.cos(rise * 2 * TAU);
  return {
    x: 10 * rise,
    y: -46 * rise * rise + 4 * hump(k / 0.4),
    rotation: -14 - 34 * rise,
    angles: {
      ...neckAndHead(-4 + 52 * rise, -18 + 6 * rise),
      wing: -56 + 16 * beat,
      'wing-far': -18 + 16 * beat,
      leg: 12 + 44 * rise,
      'leg-far': -6 + 40 * rise,
    },
    scales: { wing: [1, 0.4 + 0.62 * beat], 'wing-far': [1, 0.38 + 0.6 * beat] },
    shown: k > 0.16 ? SPREAD : FOLDED,
  };
}

/** Carried in the hand by the wings' root, calm; `t` in seconds. Hang it by its pivot. */
export function duckCarried(t: number): Pose {
  return {
    x: 0,
    y: 0,
    rotation: 14 + 3 * wave(t * 0.8),
    angles: {
      ...neckAndHead(-8 + 6 * wave(t * 0.5), 6 + 8 * wave(t * 0.4, 0.1)),
      fold: 3,
      leg: 26 + 4 * wave(t * 0.8, 0.2),
      'leg-far': 14 + 4 * wave(t * 0.8, 0.3),
    },
    shown: FOLDED,
  };
}
