/** Steps of a heat map: each has a hatching and a weight of its own, so that nothing hangs on colour. */
export const HEATS = ['soft', 'shaky', 'fair', 'firm', 'solid'] as const;
export type Heat = (typeof HEATS)[number];

/** Lower bounds of the steps after the first, as shares of full marks. */
const BOUNDS = [0.4, 0.55, 0.7, 0.85] as const;

/** The step of a standing from 0 to 1. */
export function heatOf(standing: number): Heat {
  const step = BOUNDS.filter((bound) => standing >= bound).length;
  return HEATS[step] ?? 'solid';
}

/** Where each step begins, for the legend. */
export function boundsOf(heat: Heat): readonly [from: number, to: number] {
  const place = HEATS.indexOf(heat);
  return [BOUNDS[place - 1] ?? 0, BOUNDS[place] ?? 1];
}
