/** The scout of recon, on the rig `scout`. Pure. The origin is the ground between the feet; faces +x. */
import type { Pose } from '../../../stage/rig/rig.ts';
import { turn } from '../../../stage/rig/solve.ts';
import { between, mix, mixPoints, swell, turnOf, wave, type Point } from '../../../stage/rig/curves.ts';
import { flat, kneels, walkFoot, type Gait } from '../../../stage/rig/legs.ts';
import { LEG, onFoot, PLANTED, STANDING } from './figures/on-foot.ts';

/** Art units of one cycle of creeping: two steps. */
export const CREEP_STRIDE = 132;

const CREEP: Gait = { stride: CREEP_STRIDE, on: 0.72, strike: 2, push: 24, lift: 26, middle: -2 };
const SHOULDER: Point = [0, -134];
const NECK: Point = [8, -150];
const EYE: Point = [36, -63];
/** From the fist to the eye-piece and a little clear of the face. */
const GLASS = 66;

/** Bent low, spyglass at the ready, one look back in every cycle of four. */
export function scoutCreep(phase: number): Pose {
  const p = turnOf(phase);
  const sink = wave(2 * p, 0.05);
  const back = swell(turnOf(phase / 4), 0.62, 0.68, 0.82, 0.9);
  return onFoot({
    hips: [-14 + 2 * wave(p), STANDING + 66 + 5 * sink],
    near: walkFoot(p, CREEP, LEG),
    far: walkFoot(p + 0.5, CREEP, LEG),
    trunk: 48 + 3 * sink - 10 * back,
    head: 14 - 34 * back + 2 * wave(2 * p, 0.2),
    fist: [70, 62 + 6 * wave(p)],
    fistFar: [58, 84 - 8 * wave(p)],
    held: 14 + 5 * wave(p, 0.1),
    trail: 6 + 7 * wave(2 * p, 0.4),
  });
}

/** Down on a knee with the glass at the eye, `t` 0…1; then he looks along the walls, `s` seconds. `elevation` is where to. */
export function scoutLook(t: number, s: number, elevation = 8): Pose {
  const down = between(t, 0, 0.55);
  const up = between(t, 0.4, 1);
  const sweep = up * (5 * wave(s * 0.16) + 1.4 * wave(s * 0.47));
  const hips: Point = [mix(-14, -18, down), mix(STANDING + 66, -132, down)];
  const trunk = mix(44, 14, down) + 0.6 * wave(s * 0.3);
  const head = mix(14, -elevation * 0.7, up) - sweep * 0.5;
  const aim = -elevation * up - sweep;
  const [ex, ey] = eyeFrom(trunk, head);
  const [gx, gy] = turn(GLASS, 0, aim);
  const glass: Point = [ex + gx, ey + gy];
  return onFoot({
    hips,
    near: kneels(-26, -96, down),
    far: flat(mix(30, 58, down), 0, LEG),
    trunk,
    head,
    fist: mixPoints([70, 62], glass, up),
    fistFar: mixPoints([58, 84], [glass[0] + 22, glass[1] + 8], up),
    held: mix(14, aim, up),
    trail: 4 * wave(s * 0.4) + 4,
  });
}

/** Where the eye is, from the shoulder. */
function eyeFrom(trunk: number, head: number): Point {
  const [nx, ny] = turn(NECK[0] - SHOULDER[0], NECK[1] - SHOULDER[1], trunk);
  const [ex, ey] = turn(EYE[0], EYE[1], head);
  return [nx + ex, ny + ey];
}

/** He has seen it: upright, the glass waved overhead. */
export function scoutReport(s: number): Pose {
  const beat = wave(s * 1.1);
  return onFoot({
    ...PLANTED,
    hips: [0, STANDING + 6 + 2 * beat],
    trunk: -4 + 2 * beat,
    head: -8,
    fist: [48 + 26 * beat, -118],
    fistFar: [30, 118],
    held: -50 + 30 * beat,
    trail: 8 + 5 * wave(s * 1.1, 0.3),
  });
}
