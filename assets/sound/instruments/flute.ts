import { whiteNoise } from '../dsp/chance.ts';
import { hump, swell } from '../dsp/envelope.ts';
import { bandpass } from '../dsp/filter.ts';
import { add, amplify, draw, type Signal } from '../dsp/signal.ts';

interface Note {
  readonly hz: number;
  readonly seconds: number;
  /** The note slides up or down to its pitch from here. */
  readonly from?: number;
  /** 0 … 1; the longer notes sway. */
  readonly sway?: number;
  readonly seed?: number;
}

/**
 * 箫: the end-blown bamboo flute: nearly a sine, with breath around it. The vibrato is of the breath, so the
 * loudness sways more than the pitch, and only after the note has stood for a while.
 */
export function flute({ hz, seconds, from = hz, sway = 0.7, seed = 41 }: Note): Signal {
  const release = Math.min(0.28, seconds * 0.35);
  const shape = swell(0.09, seconds - 0.09, release);
  const whole = seconds + release;
  let phase = 0;
  let last = 0;
  const tone = draw(whole, (t) => {
    const settled = 1 - Math.exp(-t / 0.045);
    const swaying = sway * Math.min(1, Math.max(0, (t - 0.35) / 0.5));
    const wave = Math.sin(2 * Math.PI * (4.7 + 0.25 * Math.sin(t * 1.9)) * t);
    const pitch = (from + (hz - from) * settled) * (1 + 0.0055 * swaying * wave);
    phase += 2 * Math.PI * pitch * (t - last);
    last = t;
    const loud = shape(t) * (1 + 0.14 * swaying * wave) * (0.86 + 0.14 * Math.exp(-t / 0.5));
    // The upper partials come with the pressure: a swelling note opens.
    return (
      loud *
      (Math.sin(phase) +
        0.2 * loud * Math.sin(2 * phase) +
        0.11 * loud * Math.sin(3 * phase) +
        0.03 * Math.sin(4 * phase))
    );
  });
  const air = whiteNoise(whole, seed);
  const breath = amplify(bandpass(air, hz * 2, 1.4), (t) => shape(t) * 0.17);
  const hiss = amplify(bandpass(air, 3_100, 0.7), (t) => shape(t) * 0.03);
  // The first push of air, before the column speaks.
  const chiff = amplify(bandpass(whiteNoise(0.09, seed + 1), hz * 3, 1.2), hump(0.09, 0.35));
  return add(add(add(tone, breath), hiss), chiff, 0, 0.18);
}
