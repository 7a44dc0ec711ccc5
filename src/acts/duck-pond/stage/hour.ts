/** What time of the evening does to light, sky and moon. Pure. */
import { between, rgb, type Rgb } from '../../../stage/light/colour.ts';
import type { PondView } from '../rules/state.ts';

export interface Hour {
  /** Share of the evening gone by, 0 to 1; 1 through the night. */
  evening: number;
  /** 0 by day's end, 1 in deep night. */
  night: number;
  /** Share of all evenings gone by. */
  season: number;
}

/** Light by the share of the evening: amber, rose, plum. */
const LIGHT: readonly (readonly [number, Rgb])[] = [
  [0, rgb('#FFFDF6')],
  [0.45, rgb('#FDF0E2')],
  [0.75, rgb('#F5DACA')],
  [1, rgb('#E0B9B0')],
];
const NIGHT_LIGHT = rgb('#8384B4');

/** Reads the hour off the state; `between` is the share of the tick gone by. */
export function readHour(view: PondView, tickShare: number, into: Hour): void {
  const length = Math.max(1, view.partEnds - view.partBegan);
  const t = Math.min(1, Math.max(0, (view.tick + tickShare - view.partBegan) / length));
  into.season = Math.min(1, Math.max(0, (view.evening - 1) / Math.max(1, view.parameters.evenings - 1)));
  if (view.isNight) {
    into.evening = 1;
    // Night falls quickly, and the next dusk is there at its end.
    into.night = Math.min(1, t * 4) * Math.min(1, (1 - t) * 4 + (view.isOver ? 1 : 0));
    if (t > 0.75) into.evening = 1 - (t - 0.75) * 4;
  } else {
    into.evening = t;
    into.night = 0;
  }
}

export function lightOf(hour: Hour): Rgb {
  const dusk = between(LIGHT, Math.min(1, hour.evening * (0.92 + 0.08 * hour.season)));
  return [
    dusk[0] + (NIGHT_LIGHT[0] - dusk[0]) * hour.night,
    dusk[1] + (NIGHT_LIGHT[1] - dusk[1]) * hour.night,
    dusk[2] + (NIGHT_LIGHT[2] - dusk[2]) * hour.night,
  ];
}
