import { whiteNoise } from '../dsp/chance.ts';
import { strike } from '../dsp/envelope.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { add, amplify, type Signal, silence } from '../dsp/signal.ts';

interface Skin {
  readonly hz: number;
  readonly decay: number;
  /** How much the pitch falls after the blow. */
  readonly bend: number;
  readonly stick: number;
  readonly seed: number;
}

/** A round skin: Bessel ratios, the pitch falling as the skin slackens, and the stick's knock. */
function skin(seconds: number, build: Skin): Signal {
  const ratios = [1, 1.594, 2.136, 2.296, 2.653, 2.918, 3.6, 4.23, 5.13, 6.21];
  const drum = ring(
    seconds,
    ratios.map((ratio, i) => ({
      hz: build.hz * ratio,
      // Strong upper modes: a telephone's loudspeaker has nothing below 300 Hz, and must still have a drum.
      level: i === 0 ? 0.8 : 1.25 / (i ** 0.8 + 0.8),
      decay: build.decay / (1 + i * 0.42),
      bend: build.bend,
      settle: 0.03,
    })),
  );
  const knock = amplify(bandpass(whiteNoise(0.05, build.seed), build.hz * 7, 0.8), strike(0.04, 0.0008));
  return add(drum, knock, 0, build.stick);
}

/** 堂鼓: the low drum, a heart more than a weapon. */
export const lowDrum = (seconds = 0.7, seed = 31): Signal =>
  skin(seconds, { hz: 98, decay: 0.62, bend: 0.3, stick: 1.8, seed });

/** 小鼓: dry and quick, for rolls. */
export const smallDrum = (seconds = 0.3, seed = 32): Signal =>
  skin(seconds, { hz: 205, decay: 0.26, bend: 0.16, stick: 0.8, seed });

/** The low drum with a hand laid on it: says "no" without scolding. */
export const mutedDrum = (seconds = 0.3): Signal =>
  lowpass(skin(seconds, { hz: 176, decay: 0.2, bend: 0.18, stick: 1.5, seed: 33 }), 1_500);

/** A roll of the small drum from `slow` to `quick` strokes a second, growing louder. */
export function drumRoll(seconds: number, slow: number, quick: number): Signal {
  const out = silence(seconds + 0.3);
  let at = 0;
  for (let stroke = 0; at < seconds; stroke++) {
    const progress = at / seconds;
    const accent = stroke % 2 === 0 ? 1 : 0.8;
    add(out, smallDrum(0.3, 300 + stroke), at, accent * (0.25 + 0.75 * progress ** 1.5));
    at += 1 / (slow + (quick - slow) * progress);
  }
  return out;
}
