import type { Signal } from '../dsp/signal.ts';
import { pondDrum } from './pond-drum.ts';
import { pondFlute } from './pond-flute.ts';
import { pondNight } from './pond-night.ts';
import { pondStrings } from './pond-strings.ts';
import { roadMarket } from './road-market.ts';
import { roadStrings } from './road-strings.ts';
import { roadWater } from './road-water.ts';
import { roadWind } from './road-wind.ts';
import { title } from './title.ts';

/** One layer of music or of a place, before it is mastered. */
export interface Loop {
  /** LUFS of its loudest 400 ms. Layers are added to each other and lie under the effects, so they are lower than these. */
  readonly loudness: number;
  readonly render: () => Signal;
  /** Gain at level 1. They are encoded louder than they are heard, for codecs hear quiet things badly. */
  readonly gain: number;
  /** Kilobits a second for Opus and for AAC: noise needs more than a flute. */
  readonly opus: number;
  readonly aac: number;
}

export const loops = {
  title: { loudness: -20, render: title, gain: 0.8, opus: 15, aac: 16 },
  'pond-night': { loudness: -27, render: pondNight, gain: 0.9, opus: 16, aac: 16 },
  'pond-flute': { loudness: -22, render: pondFlute, gain: 0.65, opus: 14, aac: 16 },
  'pond-strings': { loudness: -22, render: pondStrings, gain: 0.7, opus: 16, aac: 16 },
  'pond-drum': { loudness: -22, render: pondDrum, gain: 0.75, opus: 14, aac: 20 },
  'road-water': { loudness: -23, render: roadWater, gain: 0.6, opus: 16, aac: 16 },
  'road-wind': { loudness: -23, render: roadWind, gain: 0.6, opus: 14, aac: 16 },
  'road-market': { loudness: -22, render: roadMarket, gain: 0.6, opus: 16, aac: 16 },
  'road-strings': { loudness: -22, render: roadStrings, gain: 0.7, opus: 14, aac: 16 },
} as const satisfies Readonly<Record<string, Loop>>;
