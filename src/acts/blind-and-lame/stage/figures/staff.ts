/** How a staff taps its way. */
import { staffOn, type Carrier } from './carrier.ts';
import { ease, mixPoints, shift, turnOf, type Point } from '../../../../stage/rig/curves.ts';

/** Share of each tap that the tip stands on the ground. */
const STAYS = 0.36;

/**
 * The staff tapping from side to side: two taps in a cycle, each standing a moment on the ground that goes by. `ahead`
 * is the middle of the taps before the ground point, `width` how far apart they fall, `stride` the cycle's length,
 * `hand` where the grip is.
 */
export function tapping(p: number, ahead: number, width: number, stride: number, hand: number): Carrier['staff'] {
  const half = turnOf(p * 2 + 0.3);
  const isFar = turnOf(p + 0.15) < 0.5;
  const place = (far: boolean): Point => [ahead + (far ? width / 2 : -width / 2), far ? -17 : 15];
  if (half < STAYS) return staffOn(shift(place(isFar), (-half * stride) / 2, 0), hand);
  const t = (half - STAYS) / (1 - STAYS);
  const from = shift(place(isFar), (-STAYS * stride) / 2, 0);
  const [x, y] = mixPoints(from, place(!isFar), ease(t));
  return staffOn([x, y - 15 * Math.sin(Math.PI * t)], hand);
}
