/**
 * What the carried pair does standing: the map, the words, the report, the end of a passage. On the rig `pair`; pure.
 * Lengths are art units, angles degrees, `s` seconds; the figure faces +x.
 */
import type { Pose } from '../../../stage/rig/rig.ts';
import type { Direction } from '../rules/intents.ts';
import { carried, laden, onFarShoulder, onShoulder, POINTS_AHEAD, READY, together } from './figures/bearing.ts';
import { CARRIER_LEG, gripOver, staffAt, staffOn, type Carrier } from './figures/carrier.ts';
import { between, mix, mixPoints, swell, wave } from '../../../stage/rig/curves.ts';
import { flat, kneels } from '../../../stage/rig/legs.ts';
import { swingHand, type Rider, type RiderHand } from './figures/rider.ts';

/** The blind man stands and waits, his staff upright; the lame man unrolls the map (`t` 0…1) and reads. */
export function pairLook(t: number, s = 0): Pose {
  const breath = wave(s * 0.3);
  return together(waiting(s, breath, between(t, 0, 0.4)), reading(t, s, breath));
}

/** The lame man with the map before him: `t` 0 in its case, 1 open between his hands. */
function reading(t: number, s: number, breath: number): Rider {
  const k = between(t, 0, 0.4);
  const open = between(t, 0.3, 1);
  const reads = wave(s * 0.17);
  return {
    ...carried(s, breath),
    trunk: mix(3, -6, k) + breath,
    head: mix(2, 15, open) + 4 * reads * open,
    near: {
      wrist: mixPoints(onShoulder.wrist, [mix(62, 32, open), -96 + breath], k),
      angle: mix(onShoulder.angle, -86, k),
      shape: fistAfter(k, 'open'),
    },
    far: {
      wrist: mixPoints(POINTS_AHEAD.wrist, [mix(80, 114, open), -108 + breath], k),
      angle: mix(POINTS_AHEAD.angle, -92, k),
      shape: fistAfter(k, 'point'),
    },
    map: k > 0.5 ? { open } : 'case',
  };
}

const fistAfter = (k: number, before: RiderHand['shape']): RiderHand['shape'] => (k > 0.5 ? 'fist' : before);

/** Less bent, the staff brought upright beside the foot: he waits for a word. */
function waiting(s: number, breath: number, k: number): Carrier {
  const base = laden(s, breath);
  return {
    ...base,
    hips: [0, -208 + 2.4 * breath],
    trunk: base.trunk - 4 * k,
    head: base.head + 4 * k + 4 * wave(s * 0.11, 0.3) * k,
    staff: staffOn([mix(READY.tip[0], 296, k), 0], mix(READY.hand, 214, k)),
  };
}

/** Where the pointing hand goes for each word, seen from the seat. Uphill and ahead are the far hand's, the others the near one's. */
const CALLS: Readonly<Record<Direction, RiderHand>> = {
  left: { wrist: [100, -200], angle: -140, shape: 'point' },
  ahead: POINTS_AHEAD,
  right: { wrist: [164, -62], angle: -46, shape: 'point' },
  back: { wrist: [-122, -104], angle: 92, shape: 'point' },
};

/** Pointing ahead with the near hand, above the open map. */
const OVER_THE_MAP: RiderHand = { wrist: [126, -170], angle: -102, shape: 'point' };

/**
 * The lame man leans to the other's ear, says a word and points: `t` 0…1 over a call. With the map open (`looks` above
 * a half, as in `pairLook`) the far hand keeps it and the near one points over it.
 */
export function pairCall(t: number, direction: Direction, s = 0, looks = 0): Pose {
  const breath = wave(s * 0.3);
  const lean = swell(t, 0, 0.25, 0.78, 1);
  const out = swell(t, 0.12, 0.36, 0.84, 1);
  const nod = wave(t * 3.2) * swell(t, 0.3, 0.36, 0.64, 0.74);
  const hasMap = looks > 0.5;
  const isFar = !hasMap && (direction === 'left' || direction === 'ahead');
  const rider = hasMap ? reading(looks, s, breath) : { ...carried(s, breath), far: onFarShoulder };
  const goal = hasMap && direction === 'ahead' ? OVER_THE_MAP : CALLS[direction];
  const pointing: RiderHand['shape'] = hasMap && out < 0.15 ? 'fist' : 'point';
  const hand = swingHand({ ...(isFar ? rider.far : rider.near), shape: pointing }, goal, out);
  const carrier = waiting(s, breath, direction === 'right' ? 1 - out : 1);
  const stoop = hasMap ? 9 : 19;
  return together(
    {
      ...carrier,
      head: carrier.head + (direction === 'right' ? 24 : -10) * lean + 2 * nod,
      trunk: carrier.trunk - 2 * lean,
    },
    {
      ...rider,
      trunk: rider.trunk + (direction === 'back' ? 3 : stoop) * lean,
      head: rider.head + (direction === 'left' ? 4 : 14) * lean + 4 * nod,
      near: isFar ? rider.near : hand,
      far: isFar ? hand : rider.far,
    },
  );
}

/** The blind man turns up his face and tells; the lame man bends down, brush in hand, and mends the map. `t` 0…1. */
export function pairReport(t: number, s = 0): Pose {
  const breath = wave(s * 0.3);
  const up = swell(t, 0, 0.2, 0.88, 1);
  const bend = swell(t, 0.06, 0.28, 0.86, 1);
  const tells = wave(t * 4.4) * swell(t, 0.12, 0.2, 0.5, 0.6);
  const stroke = wave(t * 4) * swell(t, 0.42, 0.5, 0.8, 0.86);
  const carrier = waiting(s, breath, 1);
  return together(
    { ...carrier, head: carrier.head - 44 * up + 4 * tells, trunk: carrier.trunk - 3 * up, beard: 6 + 20 * up },
    {
      ...carried(s, breath),
      trunk: 3 + 3 * bend,
      head: 2 + 26 * bend - 3 * tells,
      near: {
        wrist: mixPoints([76, 0], [54 + 9 * stroke, -78 + 4 * wave(t * 8) * Math.abs(stroke)], bend),
        angle: mix(-36, -104, bend),
        shape: bend > 0.5 ? 'fist' : 'open',
      },
      far: {
        wrist: mixPoints([82, -14], [121, -122], bend),
        angle: mix(-50, -94, bend),
        shape: bend > 0.5 ? 'fist' : 'open',
      },
      map: bend > 0.5 ? { open: 0.64 * bend } : 'case',
      brush: bend > 0.5,
    },
  );
}

/** At the last market: both throw up their arms, and the staff with them. `t` 0…1, then held; `s` keeps them waving. */
export function pairArrive(t: number, s = 0): Pose {
  const up = between(t, 0.1, 0.42) + 0.06 * Math.sin(Math.PI * between(t, 0.34, 0.6));
  const dip = Math.sin(Math.PI * between(t, 0, 0.22));
  const sway = wave(s * 0.7 + t);
  const base = laden(s, wave(s * 0.3));
  const carrier: Carrier = {
    ...base,
    hips: [2, -206 + 10 * dip - 8 * up],
    trunk: base.trunk + 4 * dip - 13 * up,
    head: base.head + 6 * dip - 26 * up,
    staff: staffAt(
      mixPoints(gripOver(READY.tip, READY.hand), [218 + 5 * sway, -386], up),
      mixPoints(READY.tip, [470 + 24 * sway, -520], up),
    ),
    tails: [base.tails[0] + 12 * up, base.tails[1] + 14 * up],
    sway: -6 * dip + 3 * sway * up,
  };
  return together(carrier, {
    ...carried(s, 0),
    trunk: 3 + 6 * dip - 5 * up,
    head: 2 + 4 * dip - 16 * up,
    near: swingHand(onShoulder, { wrist: [-88 + 6 * sway, -196], angle: -218, shape: 'open' }, up),
    far: swingHand(POINTS_AHEAD, { wrist: [84 + 6 * sway, -218], angle: -152, shape: 'open' }, up),
    skirt: 16 - 4 * up,
  });
}

/** They sit down at sunset: he sinks on one knee and then on his heel, the lame man bows over him. `t` 0…1. */
export function pairRest(t: number, s = 0): Pose {
  const down = between(t, 0, 0.7);
  const bow = between(t, 0.4, 1);
  const breath = wave(s * 0.24);
  const base = laden(s, breath);
  const rider: Rider = carried(s, breath);
  const carrier: Carrier = {
    ...base,
    hips: [mix(0, -8, down), mix(-206, -116, down) + breath],
    near: flat(mix(52, 66, down), 0, CARRIER_LEG),
    far: kneels(-58, -112, down),
    trunk: mix(base.trunk, 38, down) + breath,
    head: mix(base.head, 40, bow),
    staff: staffOn([mix(READY.tip[0], 236, down), 0], mix(READY.hand, 168, down)),
    tails: [mix(base.tails[0], -62, bow), mix(base.tails[1], -76, bow)],
    sway: 2 * wave(s * 0.3),
  };
  return together(carrier, {
    ...rider,
    trunk: mix(3, 20, bow) + breath,
    head: mix(2, 42, bow),
    far: swingHand({ ...rider.far, shape: 'open' }, onFarShoulder, down),
    tails: [mix(rider.tails[0], -64, bow), mix(rider.tails[1], -78, bow)],
  });
}
