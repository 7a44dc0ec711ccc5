import type { Signal } from '../dsp/signal.ts';

/**
 * `music`  obeys the volume of the music and sounds in the middle.
 * `place`  tells where one is: it comes from a side, and obeys the volume of the effects, so that a play by ear can be
 *          played without music.
 */
export type LoopKind = 'music' | 'place';

/** One layer of music or of a place, before it is mastered. Its key in a pack is its name. */
export interface Loop {
  readonly kind: LoopKind;
  /** LUFS of its loudest 400 ms. Layers are added to each other and lie under the effects, so they are lower than these. */
  readonly loudness: number;
  readonly render: () => Signal;
  /** Gain at level 1. They are encoded louder than they are heard, for codecs hear quiet things badly. */
  readonly gain: number;
  /** Kilobits a second for Opus and for AAC: noise needs more than a flute. */
  readonly opus: number;
  readonly aac: number;
}

export type Loops = Readonly<Record<string, Loop>>;
