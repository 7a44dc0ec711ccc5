import { between, chance, whiteNoise } from '../dsp/chance.ts';
import { hump, through } from '../dsp/envelope.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { add, amplify, type Signal, silence } from '../dsp/signal.ts';
import { swish } from './air.ts';

/**
 * Paper tears: fibres let go one after the other, quicker and quicker, and the two sides of the tear hiss. It gets higher
 * as it runs, for less and less paper is left to swing.
 */
export function tear(seconds: number, from: number, to: number, seed: number): Signal {
  const next = chance(seed);
  const grown = through([0, 0.25], [seconds * 0.7, 1], [seconds * 0.9, 0.8], [seconds, 0]);
  const hiss = bandpass(whiteNoise(seconds, seed + 1), through([0, from], [seconds, to]), 0.9);
  let grain = 1;
  const rip = amplify(hiss, (t) => {
    if (next() < 0.012) grain = between(next, 0.15, 1);
    return grain * grown(t);
  });
  const out = silence(seconds + 0.06);
  add(out, rip, 0, 1.5);
  for (let at = 0; at < seconds;) {
    const done = at / seconds;
    const fibre = ring(0.012, [{ hz: between(next, 0.8, 1.5) * (from + (to - from) * done), level: 1, decay: 0.009 }]);
    add(out, fibre, at, grown(at) * between(next, 0.2, 0.7));
    at += between(next, 0.004, 0.03) * (1.3 - done);
  }
  return lowpass(out, 4_600);
}

/** Leaves of paper flutter down: each swing is a small flap. `swings` a second. */
export function flutter(seconds: number, swings: number, hz: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds);
  for (let at = 0; at < seconds - 0.07; at += between(next, 0.7, 1.3) / swings) {
    const flap = swish(0.07, through([0, hz * 1.2], [0.07, hz * 0.7]), 1, hump(0.07, 0.2), seed + Math.round(at * 997));
    add(out, flap, at, between(next, 0.4, 1) * (1 - (0.6 * at) / seconds));
  }
  return out;
}

/** Wet paper is laid on and stroked flat, then patted. */
export function paste(seed: number): Signal {
  const next = chance(seed);
  const out = silence(0.72);
  const wet = swish(0.34, through([0, 620], [0.2, 1_350], [0.34, 760]), 1.5, hump(0.34, 0.5), seed + 1);
  add(
    out,
    // A wet brush holds and slips.
    amplify(wet, (t) => 0.65 + 0.35 * Math.sin(2 * Math.PI * 29 * t)),
  );
  for (const at of [0.4, 0.53]) {
    const pat = amplify(lowpass(bandpass(whiteNoise(0.09, seed + at * 100), 460, 0.8), 1_300), hump(0.09, 0.12));
    add(out, pat, at, between(next, 1.1, 1.4));
  }
  return out;
}
