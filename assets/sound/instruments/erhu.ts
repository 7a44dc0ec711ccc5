import { whiteNoise } from '../dsp/chance.ts';
import { swell } from '../dsp/envelope.ts';
import { bandpass, body, lowpass } from '../dsp/filter.ts';
import { add, amplify, draw, type Signal } from '../dsp/signal.ts';

/** 二胡: a bowed silk string on a small skin; sings through the nose. Slides to its note from `from` Hz. */
export function erhu(hz: number, seconds: number, from = hz, seed = 51): Signal {
  const shape = swell(0.14, seconds - 0.14, 0.22);
  const partials = Array.from({ length: Math.min(16, Math.floor(6_000 / hz)) }, (_, i) => i + 1);
  let phase = 0;
  let last = 0;
  const string = draw(seconds + 0.22, (t) => {
    const rolling = Math.min(1, Math.max(0, (t - 0.25) / 0.4));
    const pitch =
      (from + (hz - from) * (1 - Math.exp(-t / 0.07))) * (1 + 0.008 * rolling * Math.sin(2 * Math.PI * 5.6 * t));
    phase += 2 * Math.PI * pitch * (t - last);
    last = t;
    return shape(t) * partials.reduce((sum, n) => sum + Math.sin(n * phase) / n, 0);
  });
  const sung = body(lowpass(string, 3_200), [
    [520, 1.8, 5],
    [1_150, 2.2, 6],
    [2_300, 1.5, -3],
  ]);
  const hair = amplify(bandpass(whiteNoise(seconds + 0.22, seed), 2_600, 0.8), (t) => shape(t) * 0.035);
  return add(amplify(sung, 0.5), hair);
}
