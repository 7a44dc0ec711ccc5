import { between, chance } from '../dsp/chance.ts';
import { type Mode, ring } from '../dsp/modes.ts';
import type { Signal } from '../dsp/signal.ts';

interface Build {
  /** Hz of the lowest mode once it has settled. */
  readonly hz: number;
  /** How far from it the blow starts: the big gong of the opera falls, the small one rises. */
  readonly bend: number;
  readonly settle: number;
  /** Seconds the lowest mode rings, to −60 dB. */
  readonly decay: number;
  /** Share of the high modes: 0 dark, 1 bright. */
  readonly shine: number;
  /** Seconds until the high modes are there. */
  readonly bloom: number;
  readonly seed: number;
}

/** Ratios of a shallow bossed plate, close to what is measured on opera gongs. */
const RATIOS = [
  1, 1.51, 1.99, 2.43, 2.74, 3.17, 3.72, 4.21, 4.86, 5.53, 6.32, 7.18, 8.4, 9.7, 11.3, 13.2, 15.1, 17.6, 20.3,
] as const;

function gong(seconds: number, build: Build): Signal {
  const next = chance(build.seed);
  const modes: Mode[] = RATIOS.flatMap((ratio, i) => {
    // Strongest in the middle, where a gong is: the lowest mode is felt more than heard.
    const level = (i === 0 ? 0.45 : build.shine ** (i * 0.3) * Math.min(1, 0.5 + i * 0.12)) / 3;
    const common = {
      decay: build.decay / (1 + i * 0.27),
      bloom: i < 2 ? 0.004 : build.bloom * (0.4 + i * 0.12),
      bend: build.bend,
      settle: build.settle,
    };
    // Hammered metal is never round: each mode is two, a little apart, and they beat.
    const hz = build.hz * ratio * between(next, 0.995, 1.005);
    return [
      { ...common, hz, level },
      { ...common, hz: hz + between(next, 0.7, 3.5), level: level * 0.7 },
    ];
  });
  return ring(seconds, modes);
}

/** 大锣: low, blooming, its pitch sinks. The reveal. */
export const bigGong = (seconds = 3.4): Signal =>
  gong(seconds, { hz: 147, bend: 0.06, settle: 0.45, decay: 4.6, shine: 0.8, bloom: 0.06, seed: 21 });

/** 小锣: high, short, its pitch rises: "tai". */
export const smallGong = (seconds = 1.4): Signal =>
  gong(seconds, { hz: 437, bend: -0.1, settle: 0.07, decay: 1.7, shine: 0.45, bloom: 0.01, seed: 22 });
