/** A figure on foot, on the joints that soldier and scout share: where its hips, feet and fists are makes its pose. Pure. */
import type { Pose } from '../../../../stage/rig/rig.ts';
import { reach } from '../../../../stage/rig/solve.ts';
import { clamp, raised, shift, within, type Point } from '../../../../stage/rig/curves.ts';
import { flat, legTo, type Foot, type LegMeasure } from '../../../../stage/rig/legs.ts';

export const LEG: LegMeasure = { thigh: 112, shin: 110, sole: 22, heel: 20, toe: 44 };
/** How high the hips are over the ground in a straight stand. */
export const STANDING = -236;
const NEAR_HIP: Point = [-4, 0];
const FAR_HIP: Point = [6, 0];
const UPPER = 84;
/** From the elbow to what the fist grips. */
const FORE = 84;

export interface OnFoot {
  readonly hips: Point;
  readonly near: Foot;
  readonly far: Foot;
  /** against the screen */
  readonly trunk: number;
  readonly head: number;
  /** the fists, from their own shoulders */
  readonly fist: Point;
  readonly fistFar: Point;
  /** what they hold, against the screen: 0 as it is drawn */
  readonly held?: number;
  readonly heldFar?: number;
  /** degrees by which cloth and plumes trail behind */
  readonly trail?: number;
  readonly shown?: Readonly<Record<string, boolean>>;
}

/** Feet flat and a little apart, for figures that stay where they are. */
export const PLANTED: Pick<OnFoot, 'near' | 'far'> = { near: flat(-26, 0, LEG), far: flat(30, 0, LEG) };

export function onFoot(f: OnFoot): Pose {
  const near = legTo(shift(f.hips, ...NEAR_HIP), f.near, LEG);
  const far = legTo(shift(f.hips, ...FAR_HIP), f.far, LEG);
  const arm = armTo(f.fist, f.trunk);
  const armFar = armTo(f.fistFar, f.trunk);
  const trail = f.trail ?? 0;
  return {
    x: f.hips[0],
    y: f.hips[1],
    rotation: 0,
    angles: {
      hips: 0,
      trunk: f.trunk,
      head: clamp(f.head - f.trunk, -45, 45),
      thigh: near.thigh,
      shin: near.shin - near.thigh,
      foot: near.foot - near.shin,
      'thigh-far': far.thigh,
      'shin-far': far.shin - far.thigh,
      'foot-far': far.foot - far.shin,
      skirt: clamp((near.thigh + far.thigh) * 0.32 + trail * 0.3, -44, 44),
      'upper-arm': arm.upper - f.trunk,
      forearm: arm.fore - arm.upper,
      'upper-arm-far': armFar.upper - f.trunk,
      'forearm-far': armFar.fore - armFar.upper,
      held: within((f.held ?? 0) - arm.fore),
      'held-far': within((f.heldFar ?? 0) - armFar.fore),
      plume: clamp(trail - f.head, -60, 60),
      cloak: clamp(trail - f.trunk * 0.8, -50, 80),
      cloth: clamp(trail * 0.8, -50, 50),
      drum: clamp(-f.trunk + trail * 0.4, -50, 50),
    },
    shown: f.shown ?? {},
  };
}

/** An arm by its fist: `upper` and `fore` against the screen, within the shoulder's and the elbow's ranges. */
function armTo(fist: Point, trunk: number): { readonly upper: number; readonly fore: number } {
  const [upper, fore] = reach(fist[0], fist[1], UPPER, FORE, -1);
  const up = raised(upper - trunk) + trunk;
  return { upper: up, fore: up + clamp(within(fore - upper), -160, 4) };
}
