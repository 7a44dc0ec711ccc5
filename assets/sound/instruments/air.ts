import { between, chance, wander, whiteNoise } from '../dsp/chance.ts';
import { swell } from '../dsp/envelope.ts';
import { bandpass, highpass, lowpass } from '../dsp/filter.ts';
import { add, addWrapped, amplify, draw, type Signal, silence, throughLoop } from '../dsp/signal.ts';

/** Wind in reeds as a loop: the stalks hum low, the leaves whisper high, and both follow the same gusts. */
export function windLoop(seconds: number, seed: number): Signal {
  const air = whiteNoise(seconds, seed);
  const gust = wander(seconds, seed + 1);
  const stalks = throughLoop(air, (twice) => bandpass(twice, (t) => 220 + 260 * gust(t), 1.1));
  const leaves = throughLoop(air, (twice) => lowpass(highpass(twice, 1_400), 3_600));
  const out = amplify(stalks, (t) => 0.25 + gust(t));
  return add(
    out,
    amplify(leaves, (t) => 0.05 * gust(t) ** 2),
  );
}

/**
 * Night crickets as a loop: three pulses to a chirp, in a few places of the bank. Kept at 3–3.6 kHz and soft: at
 * their true pitch they would be the first thing to tire the ear.
 */
export function cricketLoop(seconds: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds);
  const pulse = swell(0.006, 0.008, 0.014);
  for (const [hz, every, loud] of [
    [3_150, 0.8, 1],
    [3_420, 1.2, 0.5],
    [2_960, 0.96, 0.35],
  ] as const) {
    const chirp = draw(0.16, (t) => {
      let open = 0;
      for (const start of [0, 0.042, 0.084]) open += pulse(t - start) * (t >= start ? 1 : 0);
      return open * Math.sin(2 * Math.PI * hz * t);
    });
    const chirps = Math.round(seconds / every);
    for (let i = 0; i < chirps; i++) {
      // A cricket rests now and then; a machine does not.
      if (next() < 0.22) continue;
      addWrapped(out, chirp, i * every + between(next, -0.02, 0.02), loud * between(next, 0.6, 1));
    }
  }
  return out;
}

/** A swish of cloth, paper or flame: noise whose colour moves. */
export function swish(
  seconds: number,
  hz: (t: number) => number,
  q: number,
  loud: (t: number) => number,
  seed: number,
): Signal {
  return amplify(bandpass(whiteNoise(seconds, seed), hz, q), loud);
}
