/** What time of the passage does to light and sky. Pure. */
import { between, mixRgb, rgb, tintOf, type Rgb } from '../../../stage/light/colour.ts';
import type { CommonView } from '../rules/views.ts';

export interface Hour {
  /** Share of the passage's light that is gone, 0 to 1; between two passages it goes back to 0. */
  gone: number;
  /** How far the stars have come out, and how much the sun shines for those who have arrived, 0 to 1: both at the end. */
  stars: number;
  glory: number;
}

/** Whether a passage has ended at the last market. */
export function hasArrived(view: Pick<CommonView, 'won'>): boolean {
  return (view.won[view.won.length - 1] ?? -1) >= 0;
}

/** Light by the share that is gone: gold, red, indigo. */
const LIGHT: readonly (readonly [number, Rgb])[] = [
  [0, rgb('#FFFDF4')],
  [0.4, rgb('#FFF2E0')],
  [0.68, rgb('#FFDCC0')],
  [0.86, rgb('#F0B4A2')],
  [1, rgb('#9088B4')],
];
/** The light of one who does not see. */
const BLIND_LIGHT = rgb('#F2DDB8');

/** Night by starlight: a little lighter than the moment when the sun goes. */
const NIGHT_HOUR = 0.94;
/** An hour later than this would be too dark for a feast. */
const GLORY_HOUR = 0.6;

const DAY_AIR = rgb('#FFFFFF');
const DUSK_AIR = rgb('#8A6A86');

/**
 * Reads the hour off the view; `now` in ticks with fractions. While the lamp is turned, `last` runs back to full. `overS`
 * seconds after the end it is night for those who have sat down, and a glowing evening for those who have arrived.
 */
export function readHour(view: CommonView, now: number, last: number, overS: number, into: Hour): void {
  into.stars = 0;
  into.glory = 0;
  const length = Math.max(1, view.partEnds - view.partBegan);
  const t = Math.min(1, Math.max(0, (now - view.partBegan) / length));
  if (view.isBetween) {
    const k = Math.min(1, t * 1.15);
    into.gone = last * (1 - k * k * (3 - 2 * k));
  } else if (!view.isOver) into.gone = t;
  else if (hasArrived(view)) {
    into.glory = soft(overS / 0.8);
    into.gone = last + (Math.min(last, GLORY_HOUR) - last) * into.glory;
  } else {
    into.gone = last + (NIGHT_HOUR - last) * soft(overS / 1.1);
    into.stars = soft((overS - 0.35) / 1.2);
  }
}

/** The colour that is multiplied over everything. */
export function lightOf(hour: Hour, dark: number): Rgb {
  return mixRgb(between(LIGHT, hour.gone), BLIND_LIGHT, dark * 0.8);
}

/** What the sinking light gives to mist and mountains, as a tint. */
export function airOf(hour: Hour): number {
  return tintOf(mixRgb(DAY_AIR, DUSK_AIR, Math.min(1, Math.max(0, (hour.gone - 0.45) * 1.5))));
}

function soft(t: number): number {
  const k = Math.min(1, Math.max(0, t));
  return k * k * (3 - 2 * k);
}
