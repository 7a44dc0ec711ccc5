import { reach } from '../solve.ts';

/** The lower half of the host: where the hips are, and the legs and skirts that go with it. */
export interface Stance {
  readonly x: number;
  readonly y: number;
  readonly angles: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, boolean>>;
}

/** Art units walked in one whole cycle (two steps): move the puppet by this times the phase, and its feet stay put. */
export const HOST_STRIDE = 196;

const THIGH = 116;
const SHIN = 112;
/** the sole is this far below the ankle */
const SOLE = 26;
const NEAR_HIP = [-14, 10] as const;
const FAR_HIP = [16, 12] as const;

interface Leg {
  readonly thigh: number;
  readonly shin: number;
  readonly foot: number;
}

/** A leg whose ankle is at (ax, ay), feet tilted by `tilt`; all against the ground point. */
function leg(
  hips: readonly [number, number],
  hip: readonly [number, number],
  ax: number,
  ay: number,
  tilt: number,
): Leg {
  const [thigh, shin] = reach(ax - hips[0] - hip[0], ay - hips[1] - hip[1], THIGH, SHIN, 1);
  return { thigh, shin: shin - thigh, foot: tilt - shin };
}

function stance(x: number, y: number, near: Leg, far: Leg): Stance {
  const back = Math.max(near.thigh, far.thigh);
  const front = Math.min(near.thigh, far.thigh);
  return {
    x,
    y,
    angles: {
      thigh: near.thigh,
      shin: near.shin,
      foot: near.foot,
      'thigh-far': far.thigh,
      'shin-far': far.shin,
      'foot-far': far.foot,
      // cloth follows the leg it lies on, less than the leg moves
      skirt: Math.max(-6, Math.min(40, back * 0.55)),
      flap: Math.max(-50, Math.min(8, front * 0.5 + 3)),
    },
    shown: { skirt: true, flap: true, lap: false },
  };
}

/** Standing with the weight on both feet. `sink` lowers the hips (units), `lean` moves them over the feet. */
export function standing(sink = 0, lean = 0): Stance {
  const hips = [lean, -260 + sink] as const;
  return stance(hips[0], hips[1], leg(hips, NEAR_HIP, -28, -SOLE, 0), leg(hips, FAR_HIP, 34, -SOLE, 0));
}

/** One cycle of the walk, phase 0…1; the near foot lands at 0, the far foot at a half. */
export function walking(phase: number): Stance {
  const TAU = Math.PI * 2;
  const hips = [0, -249 + 5 * Math.cos(phase * 2 * TAU)] as const;
  const ankle = (p: number, middle: number): readonly [number, number, number] => {
    const q = p - Math.floor(p);
    const on = 0.58; // share of the cycle a foot is on the ground: more than half, for the weight must change over
    const half = (on * HOST_STRIDE) / 2;
    if (q < on) return [middle + half - q * HOST_STRIDE, -SOLE, 0];
    const t = (q - on) / (1 - on);
    const glide = t * t * (3 - 2 * t);
    // the foot trails its toe as it leaves and shows its sole as it lands
    return [
      middle - half + 2 * half * glide,
      -SOLE - 30 * Math.sin(Math.PI * t),
      34 * Math.sin(Math.PI * t) * (1 - 1.5 * t),
    ];
  };
  const n = ankle(phase, -8);
  const f = ankle(phase + 0.5, 8);
  return stance(hips[0], hips[1], leg(hips, NEAR_HIP, n[0], n[1], n[2]), leg(hips, FAR_HIP, f[0], f[1], f[2]));
}

/** Kneeling on the near knee; the far foot stands in front. */
export function kneeling(sink = 0): Stance {
  const hips = [0, -150 + sink] as const;
  const far = leg(hips, FAR_HIP, 116, -SOLE, 0);
  const near: Leg = { thigh: -6 - sink * 0.4, shin: 94 + sink * 0.4, foot: 66 };
  return {
    x: hips[0],
    y: hips[1],
    angles: {
      thigh: near.thigh,
      shin: near.shin,
      foot: near.foot,
      'thigh-far': far.thigh,
      'shin-far': far.shin,
      'foot-far': far.foot,
      skirt: 14,
      flap: 0,
      lap: far.thigh * 0.16 + 12,
    },
    shown: { skirt: true, flap: false, lap: true },
  };
}
