/**
 * How the lame man gets up: the blind man kneels before the stone, the other climbs over from it, and they rise. On the
 * rigs `pair` and `lame`; pure. Lengths are art units, angles degrees, shares 0…1, `s` seconds.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import { guard, HIPS, upright } from './blind-poses.ts';
import { alone, carried, laden, onFarShoulder, READY, together } from './figures/bearing.ts';
import { CARRIER_LEG, seatOf, staffOn, type Carrier } from './figures/carrier.ts';
import { between, mix, mixPoints, type Point } from '../../../stage/rig/curves.ts';
import { flat, kneels } from '../../../stage/rig/legs.ts';
import { swingHand, type Rider } from './figures/rider.ts';
import { SEAT, seated, sitting } from './lame-poses.ts';

const KNEE = -118;
const FOOT = 66;
const LOW: Point = [-10, -122];
const BENT = 42;
const STAFF_LOW: { readonly tip: Point; readonly hand: number } = { tip: [196, 0], hand: 150 };

/** How far the pair comes forward as it rises: the far foot stays where it is, the near one steps through. */
export const RISE_RUN = FOOT + 58;

/** The blind man on one knee, bent, his back offered: `k` 0 upright to 1 down. */
function offering(k: number, s: number): Carrier {
  const base = upright(s, 0);
  const body = {
    hips: mixPoints([0, HIPS], LOW, k),
    trunk: mix(base.trunk, BENT, k),
  };
  const { tip, hand } = STAFF_LOW;
  return {
    ...base,
    ...body,
    near: kneels(-26, KNEE, k),
    far: flat(mix(34, FOOT, k), 0, CARRIER_LEG),
    head: mix(base.head, 12, k),
    hand: guard(body, mix(30, -6, k), mix(138, 150, k), mix(-16, 24, k)),
    staff: staffOn(mixPoints([290, 0], tip, k), mix(142, hand, k)),
  };
}

/** He kneels down: `t` 0…1. */
export function blindOffer(t: number, s = 0): Pose {
  return alone(offering(between(t, 0, 1), s));
}

/** The seat of his back when he kneels, from his ground point. */
export const LOW_SEAT: Point = seatOf({ hips: LOW, trunk: BENT });

/** The lame man goes over from his stone to the other's back: `t` 0 sitting, the map rolled up, to 1 astride. */
export function lameClimb(t: number, s = 0): Pose {
  const from: Rider = { ...sitting(s, 0), map: { open: Math.max(0.03, 1 - 3 * t) } };
  const to: Rider = { ...carried(s, 0), far: onFarShoulder };
  const k = between(t, 0.24, 1);
  // Bent far over as he pushes himself off, both hands on the shoulders before him.
  const push = Math.sin(Math.PI * k);
  const reaches = between(t, 0.2, 0.55);
  return seated({
    ...to,
    trunk: mix(from.trunk, to.trunk, k) + 26 * push,
    head: mix(from.head, to.head, k) + 8 * push,
    near: swingHand({ ...from.near, shape: 'open' }, to.near, reaches),
    far: swingHand({ ...from.far, shape: 'open' }, to.far, reaches),
    leg: mix(from.leg, to.leg, k) + 16 * push,
    thighFar: mix(from.thighFar, to.thighFar, k) + 30 * push,
    shinFar: mix(from.shinFar, to.shinFar, k) + 34 * push,
    foot: mix(from.foot, to.foot, k),
    footFar: mix(from.footFar, to.footFar, k) + 20 * push,
    map: t < 0.22 ? from.map : 'case',
    skirt: mix(from.skirt, to.skirt, k),
  });
}

/** Where the lame man's ground point is in `lameClimb` when he has come over, seen from the kneeling man's. */
export const ASTRIDE: Point = [LOW_SEAT[0] - SEAT[0], LOW_SEAT[1] - SEAT[1]];

/**
 * They rise and come forward by one step: `t` 0 kneeling to 1 as `pairStand`. The stage moves the ground point by
 * `RISE_RUN` × `riseShare(t)` meanwhile.
 */
export function pairRise(t: number, s = 0): Pose {
  const k = between(t, 0.1, 0.9);
  const steps = between(t, 0.12, 0.86);
  const run = RISE_RUN * riseShare(t);
  const low = offering(1, s);
  const high = laden(s, 0);
  const near = kneels(KNEE, KNEE, 1);
  const lift = 34 * Math.sin(Math.PI * steps);
  const heave = Math.sin(Math.PI * k);
  const plants = between(t, 0.3, 0.7);
  return together(
    {
      ...high,
      hips: [mix(LOW[0], RISE_RUN, k) - run, mix(LOW[1], high.hips[1], k)],
      trunk: mix(BENT, high.trunk, k) + 9 * heave,
      head: mix(low.head, high.head, k) + 6 * heave,
      near: {
        x: mix(near.x, RISE_RUN + 52, steps) - run,
        y: mix(near.y, -CARRIER_LEG.sole, steps) - lift,
        tilt: near.tilt * (1 - between(t, 0.1, 0.6)),
      },
      far: flat(FOOT - run, 0, CARRIER_LEG),
      staff: staffOn(
        [mix(STAFF_LOW.tip[0], READY.tip[0] + RISE_RUN, plants) - run, -40 * Math.sin(Math.PI * plants)],
        mix(STAFF_LOW.hand, READY.hand + RISE_RUN, between(t, 0.2, 0.9)) - run,
      ),
    },
    {
      ...carried(s, 0),
      trunk: 3 + 10 * heave,
      far: swingHand(onFarShoulder, carried(s, 0).far, between(t, 0.62, 1)),
    },
  );
}

/** Share of the step forward that the ground point has made. */
export const riseShare = (t: number): number => between(t, 0.1, 0.9);
