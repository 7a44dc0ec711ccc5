import type { Signal } from '../dsp/signal.ts';

/** One sound that happens once. Its key in the table of effects is its name in the sprite. */
export interface Effect {
  /** LUFS of its loudest 400 ms after mastering. −16 is a plain effect; −30 is a tick under a finger. */
  readonly loudness: number;
  /** Draws the sound, unmastered. */
  readonly render: () => Signal;
  /** Seconds of fade at its end; longer for what rings. */
  readonly fade?: number;
}

export type Effects = Readonly<Record<string, Effect>>;
