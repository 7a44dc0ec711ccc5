import type uPlot from 'uplot';
import type { Inks } from './inks.ts';

/** Quiet axes: no ticks, hairlines across, letters of the page. */
export function bottomAxis(
  inks: Inks,
  write: (place: number) => string,
  places?: (self: uPlot) => number[],
): uPlot.Axis {
  return {
    stroke: inks.quiet,
    font: inks.font,
    size: Math.round(28 * inks.scale),
    gap: 4,
    ticks: { show: false },
    grid: { show: false },
    values: (_, splits) => splits.map(write),
    ...(places === undefined ? {} : { splits: places }),
  };
}

export function leftAxis(inks: Inks, write: (value: number) => string, increments?: number[]): uPlot.Axis {
  return {
    stroke: inks.quiet,
    font: inks.font,
    size: Math.round(40 * inks.scale),
    gap: 4,
    ticks: { show: false },
    grid: { stroke: inks.rule, width: 1 },
    values: (_, splits) => splits.map(write),
    ...(increments === undefined ? {} : { incrs: increments }),
  };
}

/** A plot that is looked at, not handled: no cursor, no legend, no zoom. */
export const STILL = {
  cursor: { show: false, drag: { x: false, y: false } },
  legend: { show: false },
} as const satisfies Partial<uPlot.Options>;
