import { wander, whiteNoise } from '../dsp/chance.ts';
import { bandpass } from '../dsp/filter.ts';
import { add, amplify, draw, type Signal, silence, throughLoop } from '../dsp/signal.ts';

/** A whistle on a kite's bow: its pitch, how loud it is among the others, and how far it slides while it sounds. */
export interface Whistle {
  readonly hz: number;
  readonly level: number;
  /** Pitch at the end, as a part of the pitch at the start; 1 unless told. */
  readonly slide?: number;
}

/**
 * 风筝哨: whistles of bamboo and gourd on a kite. The wind plays them, all at once and never quite steadily: in a gust they
 * are louder and a little sharper, and the string shakes them a few times a second.
 * @param wind 0 … 1 by time: how hard it blows
 */
export function whistles(
  seconds: number,
  bow: readonly Whistle[],
  wind: (t: number) => number,
  shakes: number,
  seed: number,
): Signal {
  const out = silence(seconds);
  bow.forEach(({ hz, level, slide = 1 }, i) => {
    let phase = 0;
    let last = 0;
    const tone = draw(seconds, (t) => {
      const blown = wind(t);
      const pitch =
        hz * slide ** (t / seconds) * (0.985 + 0.02 * blown + 0.004 * Math.sin(2 * Math.PI * (5.1 + i) * t));
      phase += 2 * Math.PI * pitch * (t - last);
      last = t;
      const shaken = 0.72 + 0.28 * Math.sin(2 * Math.PI * (shakes + i * 0.9) * t + i * 2);
      // A gourd is stopped at one end: the third partial is there, the second is not.
      return blown ** 1.4 * shaken * (Math.sin(phase) + 0.09 * blown * Math.sin(3 * phase));
    });
    const breath = bandpass(whiteNoise(seconds, seed + i), (t) => hz * slide ** (t / seconds), 6);
    add(out, tone, 0, level);
    add(
      out,
      amplify(breath, (t) => wind(t)),
      0,
      level * 0.55,
    );
  });
  return out;
}

/** The same from far below, as a loop: air that has a pitch. Every whistle has gusts of its own. */
export function whistleLoop(seconds: number, bow: readonly Whistle[], seed: number): Signal {
  const out = silence(seconds);
  bow.forEach(({ hz, level }, i) => {
    const gust = wander(seconds, seed + i * 10, [1, 2, 3, 4, 7]);
    const air = whiteNoise(seconds, seed + i * 10 + 1);
    const blown = throughLoop(air, (twice) =>
      bandpass(
        bandpass(twice, (t) => hz * (0.992 + 0.012 * gust(t)), 22),
        hz,
        9,
      ),
    );
    add(
      out,
      amplify(blown, (t) => gust(t) ** 1.6),
      0,
      level * 14,
    );
  });
  return out;
}
