/** The blind man from the ground up: where his hips, feet and hands are, made into joint angles. */
import { reach, turn } from '../../../../stage/rig/solve.ts';
import { clamp, hangs, raised, shift, within, type Point } from '../../../../stage/rig/curves.ts';
import { legTo, type Foot, type LegAngles, type LegMeasure } from '../../../../stage/rig/legs.ts';

export const CARRIER_LEG: LegMeasure = { thigh: 112, shin: 110, sole: 26, heel: 26, toe: 60 };

/** From the grip of the staff to its tip. */
const STAFF = 315;

const UPPER = 86;
const FORE = 72;
const NEAR_HIP: Point = [2, -4];
const FAR_HIP: Point = [-2, -4];
const SHOULDER: Point = [2, -142];
const SEAT: Point = [-56, -76];
const GRIP: Point = [2, 17];
/** A wrist turns this far either way. */
const WRIST = 46;

export interface Hand {
  readonly wrist: Point;
  /** the hand's own angle on the screen: 0 hangs, −90 points forward */
  readonly angle: number;
  readonly open: boolean;
  /** turned outwards: the elbow goes to the other side, as when a hand is laid to the ear */
  readonly out?: boolean;
}

/** Everything that is decided about the blind man at one moment, in the figure's own space. Angles are the screen's. */
export interface Carrier {
  readonly hips: Point;
  readonly near: Foot;
  readonly far: Foot;
  /** 0 upright, above 0 bent forward */
  readonly trunk: number;
  readonly head: number;
  readonly hand: Hand;
  readonly staff: { readonly grip: Point; readonly angle: number };
  /** how the tails of the band stream: 0 straight back, below 0 hanging down behind */
  readonly tails: readonly [number, number];
  readonly beard: number;
  /** how far cloth and gourd swing behind the body, in degrees */
  readonly sway: number;
}

/** A joint of the trunk, on the screen. */
const onTrunk = (c: Pick<Carrier, 'hips' | 'trunk'>, joint: Point): Point => {
  const [dx, dy] = turn(joint[0], joint[1], c.trunk);
  return shift(c.hips, dx, dy);
};

export const seatOf = (c: Pick<Carrier, 'hips' | 'trunk'>): Point => onTrunk(c, SEAT);
export const shoulderOf = (c: Pick<Carrier, 'hips' | 'trunk'>): Point => onTrunk(c, SHOULDER);

/** Where the grip is, over `x`, when the tip of the staff is at `tip`. */
export function gripOver(tip: Point, x: number): Point {
  const dx = clamp(x - tip[0], -STAFF, STAFF);
  return [tip[0] + dx, tip[1] - Math.sqrt(STAFF * STAFF - dx * dx)];
}

/** The staff held at a grip so that it points at `tip` (whether it reaches it or not). */
export const staffAt = (grip: Point, tip: Point): Carrier['staff'] => ({ grip, angle: hangs(grip, tip) });

/** The staff planted: its tip is at `tip`, the hand over `x`. */
export const staffOn = (tip: Point, x: number): Carrier['staff'] => staffAt(gripOver(tip, x), tip);

interface ArmAngles {
  readonly upper: number;
  readonly fore: number;
  readonly hand: number;
}

function armTo(shoulder: Point, wrist: Point, hand: number, bend: 1 | -1 = -1): ArmAngles {
  const [upper, fore] = reach(wrist[0] - shoulder[0], wrist[1] - shoulder[1], UPPER, FORE, bend);
  return { upper, fore, hand };
}

/** The arm that holds the staff: the fist lies across it, as far as the wrist allows. */
function staffArm(shoulder: Point, staff: Carrier['staff']): ArmAngles {
  const wristFor = (hand: number): Point => {
    const [dx, dy] = turn(GRIP[0], GRIP[1], hand);
    return shift(staff.grip, -dx, -dy);
  };
  let hand = staff.angle - 80;
  let arm = armTo(shoulder, wristFor(hand), hand);
  for (let i = 0; i < 3; i++) {
    hand = arm.fore + clamp(within(staff.angle - 80 - arm.fore), -WRIST, WRIST);
    arm = armTo(shoulder, wristFor(hand), hand);
  }
  return arm;
}

function legNames(legs: LegAngles, far: '' | '-far'): Record<string, number> {
  return {
    [`thigh${far}`]: legs.thigh,
    [`shin${far}`]: legs.shin - legs.thigh,
    [`foot${far}`]: legs.foot - legs.shin,
  };
}

/** The joint angles of the blind man; `shown` says which of his near hands is seen. */
export function carry(c: Carrier): {
  readonly angles: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, boolean>>;
} {
  const nearLeg = legTo(shift(c.hips, ...NEAR_HIP), c.near, CARRIER_LEG);
  const farLeg = legTo(shift(c.hips, ...FAR_HIP), c.far, CARRIER_LEG);
  const shoulder = shoulderOf(c);
  const arm = armTo(shoulder, c.hand.wrist, c.hand.angle, c.hand.out === true ? 1 : -1);
  const farArm = staffArm(shoulder, c.staff);
  const back = Math.max(nearLeg.thigh, farLeg.thigh);
  const front = Math.min(nearLeg.thigh, farLeg.thigh);
  const sash = clamp(c.trunk * 0.42, -12, 34);
  return {
    angles: {
      hips: 0,
      trunk: c.trunk,
      head: clamp(c.head - c.trunk, -70, 40),
      beard: clamp(c.beard - c.head, -78, 78),
      tail: clamp(within(c.tails[0] - c.head), -108, 108),
      'tail-2': clamp(within(c.tails[1] - c.head), -128, 108),
      'upper-arm-far': raised(farArm.upper - c.trunk),
      'forearm-far': within(farArm.fore - farArm.upper),
      'hand-far': within(farArm.hand - farArm.fore),
      'palm-far': 0,
      staff: within(c.staff.angle - farArm.hand),
      gourd: c.sway - c.staff.angle,
      ...legNames(nearLeg, ''),
      ...legNames(farLeg, '-far'),
      // Cloth lies on the leg that lifts it, and follows late.
      skirt: clamp(Math.max(0, back * 0.5) + c.trunk * 0.16 + c.sway * 0.7, -20, 56),
      flap: clamp(Math.min(0, front * 0.42) + c.trunk * 0.22 + c.sway * 0.5, -60, 40),
      sash,
      'sash-end': clamp(-sash * 0.6 + c.sway + front * 0.16, -60, 60),
      'upper-arm': raised(arm.upper - c.trunk),
      forearm: within(arm.fore - arm.upper),
      fist: clamp(within(arm.hand - arm.fore), -88, 88),
      palm: clamp(within(arm.hand - arm.fore), -88, 88),
    },
    shown: { fist: !c.hand.open, palm: c.hand.open, 'hand-far': true, 'palm-far': false },
  };
}
